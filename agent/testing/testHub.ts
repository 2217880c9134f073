// Owns the hub of agent tests: a real broker on a real port with the hub's rule of ADR 0001 in a few lines.
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { Aedes, type Client } from "aedes";
import { onTestFinished } from "vitest";
import { decode, encode } from "../../protocol/codec.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import type { DeviceState } from "../../protocol/messages/deviceState.ts";
import type { Live } from "../../protocol/messages/live.ts";
import { unfoldBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import {
  mayPublish,
  maySubscribe,
  parseTopic,
  type TopicMessage,
  type TopicName,
  topicOf,
  topics,
} from "../../protocol/topics.ts";
import { asksWatermark } from "../uplink/watermarkQuestion.ts";
import { device, room, school } from "./fixtures.ts";

export type TestHub = {
  readonly url: string;
  /** Committed, in order. */
  readonly records: DeviceRecord[];
  readonly states: DeviceState[];
  readonly lives: Live[];
  readonly asks: Ask[];
  /** Batches that came, as [after, last], without the questions for the watermark. */
  readonly batches: [number, number][];
  /** How often it was asked for its watermark. */
  questions: number;
  /** How many messages the device has said it acted on. */
  taken: number;
  /** What the hub does with the next batches; "store" commits and acks. */
  behave: "store" | "storeSilently" | "ignore" | "hangUp";
  refuseDevices: boolean;
  /** Passwords that came, in order. */
  readonly secretsHeard: string[];
  /** The only one that is let in; null lets in every one. */
  secretTaken: string | null;
  watermark: number;
  /** Bytes that crossed the sockets, both ways. */
  readonly bytes: () => number;
  readonly send: <Name extends TopicName>(name: Name, message: TopicMessage<Name>) => void;
  readonly sendRaw: (name: TopicName, payload: string) => void;
  readonly ack: (stream: string, upto: number) => void;
  readonly hangUp: () => void;
  /** Resolves when the condition holds; looked at after everything that arrives. */
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `shown`: talks TLS with this key and certificate. */
export async function startTestHub(
  options: { port?: number; shown?: { readonly key: string; readonly cert: string } } = {},
): Promise<TestHub> {
  const broker = await Aedes.createBroker({ drainTimeout: 10_000 });
  const sockets = new Set<Socket>();
  let crossed = 0;
  const take = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      crossed += socket.bytesRead + socket.bytesWritten;
      sockets.delete(socket);
    });
    broker.handle(socket);
  };
  const server = options.shown === undefined ? createServer(take) : createTlsServer(options.shown, take);
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const waiting = new Set<{ condition: () => boolean; resolve: () => void }>();
  const party = { kind: "device", school, device, room } as const;
  const address = { school, device, room };
  let stream = "";

  const look = () => {
    for (const entry of waiting)
      if (entry.condition()) {
        waiting.delete(entry);
        entry.resolve();
      }
  };
  const sendRaw = (name: TopicName, payload: string) =>
    broker.publish(
      {
        cmd: "publish",
        topic: topicOf(name, address),
        payload,
        qos: topics[name].qos,
        retain: false,
        dup: false,
      },
      () => look(),
    );
  const send = <Name extends TopicName>(name: Name, message: TopicMessage<Name>) =>
    sendRaw(name, encode(name, message));

  broker.authenticate = (_client, _name, password, done) => {
    const secret = password?.toString() ?? "";
    hub.secretsHeard.push(secret);
    done(null, !hub.refuseDevices && (hub.secretTaken === null || hub.secretTaken === secret));
  };
  broker.authorizePublish = (_client, packet, done) =>
    done(mayPublish(party, packet.topic) ? null : new Error(`may not publish ${packet.topic}`));
  broker.authorizeSubscribe = (_client, subscription, done) =>
    done(null, maySubscribe(party, subscription.topic) ? subscription : null);
  broker.on("publish", (packet, client: Client | null) => {
    const name = parseTopic(packet.topic)?.name;
    const fromWill = client === null && name === "state";
    if ((client !== null || fromWill) && name !== undefined && topics[name].from === "device")
      receive(name, Buffer.from(packet.payload));
    look();
  });
  // A device acknowledges an ack after it has acted on it.
  broker.on("ack", () => {
    hub.taken += 1;
    look();
  });
  broker.on("clientReady", look);
  broker.on("clientDisconnect", look);

  function receive(name: TopicName, payload: Buffer): void {
    if (name === "up") receiveBatch(payload);
    else if (name === "state") {
      const state = decode("state", payload);
      if (state.ok) hub.states.push(state.value);
    } else if (name === "live") {
      const live = decode("live", payload);
      if (live.ok) hub.lives.push(live.value);
    } else if (name === "ask") {
      const ask = decode("ask", payload);
      if (ask.ok) hub.asks.push(ask.value);
    }
  }

  function receiveBatch(payload: Buffer): void {
    const batch = unfoldBatch(JSON.parse(payload.toString("utf8")));
    if (!batch.ok) throw new Error(batch.detail);
    const question = asksWatermark(batch.value);
    if (question) hub.questions += 1;
    else hub.batches.push([batch.value.after, batch.value.last]);
    if (hub.behave === "ignore") return;
    if (hub.behave === "hangUp") {
      hub.hangUp();
      return;
    }
    if (stream !== batch.value.stream) {
      if (stream !== "") hub.watermark = 0;
      stream = batch.value.stream;
    }
    if (batch.value.after <= hub.watermark) {
      hub.records.push(...batch.value.records.filter(({ seq }) => seq > hub.watermark));
      hub.watermark = Math.max(hub.watermark, batch.value.last);
    }
    if (hub.behave === "store" || (question && hub.behave === "storeSilently"))
      hub.ack(stream, hub.watermark);
  }

  const hub: TestHub = {
    url: `${options.shown === undefined ? "mqtt" : "mqtts"}://127.0.0.1:${port}`,
    records: [],
    states: [],
    lives: [],
    asks: [],
    batches: [],
    questions: 0,
    taken: 0,
    behave: "store",
    secretsHeard: [],
    secretTaken: null,
    refuseDevices: false,
    watermark: 0,
    bytes: () => [...sockets].reduce((sum, socket) => sum + socket.bytesRead + socket.bytesWritten, crossed),
    send,
    sendRaw,
    ack: (name, upto) => sendRaw("ack", JSON.stringify({ stream: name, upto, hubTime: Date.now() })),
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    until: (condition) =>
      condition() ? Promise.resolve() : new Promise((resolve) => waiting.add({ condition, resolve })),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await new Promise<void>((resolve) => broker.close(() => resolve()));
    },
  };
  onTestFinished(() => hub.close());
  return hub;
}
