// Owns the embedded MQTT broker: connections of devices, their messages in, the hub's messages out.
import { createServer, type Server, type Socket } from "node:net";
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from "aedes";
import { encode } from "../../protocol/codec.ts";
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
import type { Access } from "./access.ts";
import { makeOutbound, type Outbound } from "./outbound.ts";
import { boundPackets } from "./packetBound.ts";
import type { Refusals } from "./refusals.ts";

export type MqttDeps = {
  readonly access: Access;
  readonly refusals: Refusals;
  readonly log: Log;
  readonly clock: { now(): number };
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
};

export type MqttBroker = DeviceChannel & {
  start(host: string, port: number): Promise<Result<number, "PORT_TAKEN">>;
  stop(): Promise<void>;
  connections(): number;
};

/** Above the protocol's largest payload, so that an oversized batch is quarantined by name and only nonsense ends the connection. */
const maxPacketBytes = 1024 * 1024;
const mostSockets = 5000;
/** Acks that a device has not read; it asks for few and each is small. */
const mostUnsentBytes = 1024 * 1024;

// Aedes declares its codes as a const enum, which type stripping cannot read (MQTT 3.1.1, 3.2.2.3).
const badUserNameOrPassword = 4;

/** How Aedes passes on what arrived from `client` (its own messages: null, or no client); its types show only the way for programs. */
type BrokerPublish = (
  packet: PublishPacket,
  client: Client | null | ((error?: Error) => void),
  done: (error?: Error) => void,
) => void;

export async function makeMqttBroker(deps: MqttDeps): Promise<MqttBroker> {
  const { access, refusals, log, clock, school, epoch, onMessage, onDisconnected } = deps;
  const connected = new Map<DeviceId, Client>();
  const outbounds = new WeakMap<Client, Outbound>();
  const wills = new WeakMap<Client, string>();
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
      if (packet.will) wills.set(client, packet.will.topic);
      // Sessions are always clean: Aedes' queue for absent clients has no bound, and nothing relies on it (ADR 0002).
      packet.clean = true;
      done(null, !stopping);
    },
    authenticate(client, username, password, done) {
      const device = access.admit(client.id, username, password);
      if (device === undefined) {
        refusals.note({
          device: null,
          actor: (client.conn as Socket).remoteAddress ?? "unknown",
          action: "device.signInRefused",
          subject: client.id.slice(0, 100),
          detail: {},
        });
        done(
          Object.assign(new Error("refused"), { returnCode: badUserNameOrPassword }) as AuthenticateError,
          false,
        );
        return;
      }
      const will = wills.get(client);
      if (will !== undefined && access.publishable(device.id, will) !== "state") {
        refuseTopic(client, "will", will);
        done(null, false);
        return;
      }
      if (connected.has(device.id))
        refusals.note({
          device: device.id,
          actor: client.id,
          action: "device.connectedTwice",
          subject: device.name,
          detail: { address: (client.conn as Socket).remoteAddress },
        });
      done(null, true);
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

  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
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
  });
  server.maxConnections = mostSockets;

  return {
    isConnected: (device) => connected.has(device),
    send,
    sendToAll,
    disconnect: (device) => connected.get(device)?.close(),
    connections: () => connected.size,
    start: (host, port) =>
      new Promise((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => {
          if (error.code === "EADDRINUSE") resolve(failure("PORT_TAKEN", `${host}:${port} is in use`));
          else reject(error);
        });
        server.listen(port, host, 1024, () => {
          const address = server.address();
          resolve(ok(typeof address === "object" && address !== null ? address.port : port));
        });
      }),
    async stop() {
      stopping = true;
      const closed = new Promise<void>((resolve) => {
        if (server.listening) server.close(() => resolve());
        else resolve();
      });
      await new Promise<void>((resolve) => {
        aedes.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
