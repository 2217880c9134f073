// Owns the embedded MQTT broker: connections of devices, their messages in, the hub's messages out.
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from "aedes";
import { decode, encode } from "../../protocol/codec.ts";
import type { DeviceId, SchoolId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import {
  type TopicAddress,
  type TopicMessage,
  type TopicName,
  topicOf,
  topics,
} from "../../protocol/topics.ts";
import type { Log } from "../../runtime/log.ts";
import type { HubCertificates } from "../certificates/hubCertificates.ts";
import type { Admission, HubClock } from "../hubServices.ts";
import type { Access } from "./access.ts";
import { makeOutbound, type Outbound } from "./outbound.ts";
import { boundPackets } from "./packetBound.ts";
import type { Refusals } from "./refusals.ts";
import { makeRefusedPauses } from "./refusedPauses.ts";
import { makeTakeovers } from "./takeovers.ts";

export type MqttDeps = {
  readonly access: Access;
  readonly refusals: Refusals;
  readonly log: Log;
  readonly clock: HubClock;
  readonly school: SchoolId;
  /** Random id of this run of the hub. */
  readonly epoch: string;
  /**
   * A message a device was allowed to publish. `settled` is to be called once, when it was dealt with, whatever
   * came of it: the receipt goes out then. The device is read no further until the promise resolves.
   */
  readonly onMessage: (
    device: DeviceId,
    name: TopicName,
    topic: string,
    payload: Uint8Array,
    settled: () => void,
  ) => Promise<void> | undefined;
  readonly onDisconnected: (device: DeviceId) => void;
  /** Two machines use the device's credentials now; where they are. */
  readonly onUsedTwice: (device: DeviceId, addresses: readonly string[]) => void;
};

/** How the hub reaches devices; nothing is kept for one that is away, since it announces itself when it comes (ADR 0002). */
export type DeviceChannel = {
  isConnected(device: DeviceId): boolean;
  /** To one device. Lost when it is away. */
  send<Name extends TopicName>(
    device: DeviceId,
    name: Name,
    address: TopicAddress,
    message: TopicMessage<Name>,
  ): void;
  /** One message to many, written out once; lost by those who are away. */
  sendToAll<Name extends TopicName>(
    devices: readonly DeviceId[],
    name: Name,
    address: TopicAddress,
    message: TopicMessage<Name>,
  ): void;
  disconnect(device: DeviceId): void;
  /** Nobody between the device and the hub hears what is said. */
  isEncrypted(device: DeviceId): boolean;
};

export type MqttBroker = DeviceChannel & {
  /** In the clear: for this computer only. */
  start(host: string, port: number): Promise<Result<number, "PORT_TAKEN">>;
  /** Over TLS. */
  startSecure(
    host: string,
    port: number,
    certificates: Pick<HubCertificates, "context" | "follow">,
  ): Promise<Result<number, "PORT_TAKEN">>;
  stop(): Promise<void>;
  connections(): number;
};

/** Above the protocol's largest payload, so that an oversized batch is quarantined by name and only nonsense ends the connection. */
const maxPacketBytes = 1024 * 1024;
const mostSockets = 20_000;
/** Connections of one address that wait for their refusal; more are closed before a handshake costs anything. */
const mostRefusedWaiting = 20;
/** Leaves half a minute's ping a second to be late. */
const keepaliveShare = 0.98;
const handshakeWithinMs = 10_000;
/** Acks that a device has not read; it asks for few and each is small. */
const mostUnsentBytes = 1024 * 1024;

// Aedes declares its codes as a const enum, which type stripping cannot read (MQTT 3.1.1, 3.2.2.3).
const badUserNameOrPassword = 4;
const serverUnavailable = 3;

/** How Aedes passes on what arrived from `client` (its own messages: null, or no client); its types show only the way for programs. */
type BrokerPublish = (
  packet: PublishPacket,
  client: Client | null | ((error?: Error) => void),
  done: (error?: Error) => void,
) => void;

export async function makeMqttBroker(deps: MqttDeps): Promise<MqttBroker> {
  const { access, refusals, log, clock, school, epoch, onMessage, onDisconnected, onUsedTwice } = deps;
  const connected = new Map<DeviceId, Client>();
  const outbounds = new WeakMap<Client, Outbound>();
  const wills = new WeakMap<Client, { readonly topic: string; readonly payload: Uint8Array }>();
  const pauses = makeRefusedPauses();
  const takeovers = makeTakeovers();
  /** By address: how many wait for their refusal. */
  const refusedWaiting = new Map<string, number>();
  const sockets = new Set<Socket>();
  let stopping = false;

  const refuseTopic = (client: Client, how: "publish" | "subscribe" | "will", topic: string) =>
    refusals.note({
      device: client.id as DeviceId,
      actor: client.id,
      action: "device.topicRefused",
      subject: topic.slice(0, 300),
      detail: { how },
    });

  const aedes = await Aedes.createBroker({
    concurrency: 1000,
    drainTimeout: 20_000,
    connectTimeout: 10_000,
    maxClientsIdLength: 64,
    preConnect(client, packet, done) {
      if (packet.will)
        wills.set(client, { topic: packet.will.topic, payload: Buffer.from(packet.will.payload) });
      // Sessions are always clean: Aedes' queue for absent clients has no bound, and nothing relies on it (ADR 0002).
      packet.clean = true;
      // Aedes waits one and a half times this: a little less, so that the red light is on the dashboard within that time.
      packet.keepalive = (packet.keepalive ?? 0) * keepaliveShare;
      done(null, !stopping);
    },
    authenticate(client, username, password, done) {
      const admission = access.admit(client.id, username, password);
      if (!(admission instanceof Promise)) {
        decide(client, admission, done);
        return;
      }
      admission.then(
        (decided) => decide(client, decided, done),
        (error: unknown) => {
          // Not a refusal: the device keeps both secrets and comes again.
          log.error({ err: error, device: client.id }, "a new secret could not be kept");
          done(codedError(serverUnavailable), false);
        },
      );
    },
    authorizePublish(client, packet, done) {
      // QoS 2 has open defects in Aedes and no use here (ADR 0004).
      const name = client === null ? undefined : access.publishable(client.id as DeviceId, packet.topic);
      if (client === null || name === undefined || packet.qos === 2) {
        if (client !== null) refuseTopic(client, "publish", packet.topic);
        done(new Error(`may not publish to ${packet.topic}`));
        return;
      }
      packet.retain = false;
      // The receipt is written here, together with what the hub has to say: one write to the socket in place of two.
      packet.qos = 0;
      done(null);
    },
    authorizeSubscribe(client, subscription, done) {
      if (access.subscribable(client.id as DeviceId, subscription.topic)) {
        done(null, subscription.qos === 2 ? { ...subscription, qos: 1 } : subscription);
        return;
      }
      refuseTopic(client, "subscribe", subscription.topic);
      done(null, null);
    },
  });

  type Done = (error: AuthenticateError | null, success: boolean | null) => void;

  function decide(client: Client, admission: Admission, done: Done): void {
    const address = addressOf(client);
    const key = `${address} ${client.id}`;
    if (!admission.ok) {
      const revoked = admission.why === "revoked";
      refusals.note({
        device: revoked ? (admission.device?.id ?? null) : null,
        actor: address,
        action: "device.signInRefused",
        subject: revoked ? (admission.device?.name ?? client.id) : client.id.slice(0, 100),
        detail: revoked ? { revoked } : {},
      });
      refuseLater(address, pauses.pauseMs(key, clock.mono()), () =>
        done(codedError(badUserNameOrPassword), false),
      );
      return;
    }
    const { device } = admission;
    const will = wills.get(client);
    if (will !== undefined && access.publishable(device.id, will.topic) !== "state") {
      refuseTopic(client, "will", will.topic);
      done(null, false);
      return;
    }
    pauses.forget(key);
    const usedTwiceAt = takeovers.note(device.id, { run: runOf(will?.payload), address }, clock.mono());
    done(null, true);
    if (usedTwiceAt !== undefined) onUsedTwice(device.id, usedTwiceAt);
  }

  function refuseLater(address: string, pauseMs: number, refuse: () => void): void {
    if (pauseMs === 0) {
      refuse();
      return;
    }
    refusedWaiting.set(address, (refusedWaiting.get(address) ?? 0) + 1);
    const timer = setTimeout(() => {
      const left = (refusedWaiting.get(address) ?? 1) - 1;
      if (left > 0) refusedWaiting.set(address, left);
      else refusedWaiting.delete(address);
      refuse();
    }, pauseMs);
    timer.unref();
  }

  // What devices publish is for the hub alone: no device may subscribe to it. So it need not pass the broker's
  // matching of topics and its queues, which cost more than all else that the hub does in this thread.
  const publishOwn = aedes.publish.bind(aedes) as unknown as BrokerPublish;
  aedes.publish = ((packet, client, done) => {
    if (typeof client === "function" || client === null) {
      publishOwn(packet, client, done);
      return;
    }
    const pressure = arrived(packet, client);
    // Never at once: the parser that found this packet is still at work.
    if (pressure === undefined) setImmediate(done);
    else void pressure.then(() => done());
  }) satisfies BrokerPublish as unknown as typeof aedes.publish;

  function arrived(packet: PublishPacket, client: Client): Promise<void> | undefined {
    const device = client.id as DeviceId;
    const current = connected.get(device);
    // A will of a connection that another one replaced says nothing about the device.
    if (stopping || (client.closed && current !== undefined && current !== client)) return undefined;
    const name = access.publishable(device, packet.topic);
    if (name === undefined) return undefined;
    // Only QoS 1 carries an id, and a will has none.
    const settled = packet.messageId === undefined ? () => {} : outboundOf(client).received(packet.messageId);
    return onMessage(
      device,
      name,
      packet.topic,
      typeof packet.payload === "string" ? Buffer.from(packet.payload) : packet.payload,
      settled,
    );
  }

  function outboundOf(client: Client): Outbound {
    const known = outbounds.get(client);
    if (known !== undefined) return known;
    const made = makeOutbound(client.conn, mostUnsentBytes);
    outbounds.set(client, made);
    return made;
  }

  aedes.on("client", (client) => connected.set(client.id as DeviceId, client));
  aedes.on("clientDisconnect", (client) => {
    const device = client.id as DeviceId;
    if (connected.get(device) !== client) return;
    connected.delete(device);
    if (!stopping) onDisconnected(device);
  });
  aedes.on("clientError", (client, error) =>
    log.debug({ device: client.id, error: error.message }, "client error"),
  );
  aedes.on("connectionError", (_, error) => log.debug({ error: error.message }, "connection error"));
  aedes.on("subscribe", (subscriptions, client) => {
    const hello = topicOf("hub", { school });
    if (subscriptions.some(({ topic }) => topic === hello))
      send(client.id as DeviceId, "hub", { school }, { state: "online", epoch, hubTime: clock.now() });
  });

  function send<Name extends TopicName>(
    device: DeviceId,
    name: Name,
    address: TopicAddress,
    message: TopicMessage<Name>,
  ): void {
    const client = connected.get(device);
    if (client === undefined || client.closed) return;
    // Nearly all that the hub says is acks: they go out with the receipts of the batches they speak of.
    if (name === "ack") {
      outboundOf(client).publish(topicOf(name, address), encode(name, message));
      return;
    }
    client.publish(
      {
        cmd: "publish",
        topic: topicOf(name, address),
        payload: encode(name, message),
        qos: topics[name].qos,
        retain: false,
        dup: false,
      },
      (error) => {
        if (error) log.debug({ device, name, error: error.message }, "a message was not delivered");
      },
    );
  }

  function sendToAll<Name extends TopicName>(
    devices: readonly DeviceId[],
    name: Name,
    address: TopicAddress,
    message: TopicMessage<Name>,
  ): void {
    const topic = topicOf(name, address);
    const payload = encode(name, message);
    // Past the broker's own queues, as acks go: a room of a thousand hears it in a few milliseconds.
    for (const device of devices) {
      const client = connected.get(device);
      if (client !== undefined && !client.closed) outboundOf(client).publish(topic, payload);
    }
  }

  function serve(socket: Socket): void {
    boundPackets(socket, maxPacketBytes, () =>
      refusals.note({
        device: null,
        actor: socket.remoteAddress ?? "unknown",
        action: "device.packetTooLarge",
        subject: "MQTT",
        detail: { maxPacketBytes },
      }),
    );
    aedes.handle(socket);
  }

  /** Sees every connection first, before a byte of it costs anything. */
  function makeFront(pass: (socket: Socket) => void): Server {
    const front = createServer({ noDelay: true }, (socket) => {
      const address = socket.remoteAddress ?? "unknown";
      // Through a tunnel a whole school comes from this computer.
      if ((refusedWaiting.get(address) ?? 0) >= mostRefusedWaiting && !isLoopback(address)) {
        socket.destroy();
        return;
      }
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      pass(socket);
    });
    front.maxConnections = mostSockets;
    fronts.push(front);
    return front;
  }

  const fronts: Server[] = [];
  const listen = (front: Server, host: string, port: number): Promise<Result<number, "PORT_TAKEN">> =>
    new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE") resolve(failure("PORT_TAKEN", `${host}:${port} is in use`));
        else reject(error);
      };
      front.once("error", failed);
      front.listen(port, host, 1024, () => {
        front.off("error", failed);
        const address = front.address();
        resolve(ok(typeof address === "object" && address !== null ? address.port : port));
      });
    });

  return {
    isConnected: (device) => connected.has(device),
    send,
    sendToAll,
    disconnect: (device) => connected.get(device)?.close(),
    connections: () => connected.size,
    isEncrypted: (device) => (connected.get(device)?.conn as TLSSocket | undefined)?.encrypted === true,
    start: (host, port) => listen(makeFront(serve), host, port),
    startSecure(host, port, certificates) {
      const secure = createTlsServer(
        { ...certificates.context(), handshakeTimeout: handshakeWithinMs },
        serve,
      );
      secure.on("tlsClientError", (error, socket) => {
        log.debug({ error: error.message, address: socket.remoteAddress }, "no handshake");
        socket.destroy();
      });
      certificates.follow(secure);
      return listen(
        makeFront((socket) => void secure.emit("connection", socket)),
        host,
        port,
      );
    },
    async stop() {
      stopping = true;
      const closed = fronts.map(
        (front) =>
          new Promise<void>((resolve) => {
            if (front.listening) front.close(() => resolve());
            else resolve();
          }),
      );
      await new Promise<void>((resolve) => {
        aedes.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

const codedError = (returnCode: number) =>
  Object.assign(new Error("refused"), { returnCode }) as AuthenticateError;

const addressOf = (client: Client): string => (client.conn as Socket).remoteAddress ?? "unknown";

const isLoopback = (address: string) => /^(::1|(::ffff:)?127\.)/.test(address);

/** Which run of which agent this is, as its own last will says. */
function runOf(will: Uint8Array | undefined): string {
  const read = will === undefined ? undefined : decode("state", will);
  return read?.ok ? `${read.value.boot} ${read.value.run}` : "";
}
