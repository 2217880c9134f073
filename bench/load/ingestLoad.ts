// Owns the load of the ingest benchmark, a process of its own: N devices, each with a window of four batches in flight.
import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { generate } from "mqtt-packet";
import { v7 } from "uuid";
import { type DeviceId, type SchoolId, streamId } from "../../protocol/ids.ts";
import { filterForAll, topicOf } from "../../protocol/topics.ts";
import { makeBatches } from "./batches.ts";
import { openWireClient, type WireClient } from "./wireClient.ts";

export type LoadOrder = {
  /** A relay passes all packets on to one subscriber. */
  readonly target: "hub" | "relay";
  readonly port: number;
  readonly school: string;
  /** Credentials; for relays, which ask for none, made up here. */
  readonly devices: readonly { readonly id: string; readonly secret: string }[];
  readonly clients: number;
  /** Batches of each client before the clock starts. */
  readonly warmUpEach: number;
  /** Batches of each client while it runs. */
  readonly batchesEach: number;
  readonly healthPerBatch: number;
  readonly eventsPerBatch: number;
};
export type LoadResult = {
  readonly recordsPerSecond: number;
  /** Share of one core that this process used while the clock ran. */
  readonly busy: number;
};

const windowSize = 4;

process.once("message", (order: LoadOrder) => {
  run(order).then(
    (result) => process.send?.(result, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(order: LoadOrder): Promise<LoadResult> {
  const school = order.school as SchoolId;
  const devices = Array.from(
    { length: order.clients },
    (_, index) => order.devices[index] ?? { id: v7(), secret: "" },
  );
  const from = Date.now() - 3_600_000;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const warmUp = order.clients * order.warmUpEach;
  const total = warmUp + order.clients * order.batchesEach;
  let begun = performance.now();
  let cpuBegun = process.cpuUsage();
  /** `arrived`: batches that are where they should be, this one included. */
  const count = (arrived: number) => {
    if (arrived === warmUp) {
      begun = performance.now();
      cpuBegun = process.cpuUsage();
    }
    if (arrived === total) finish();
  };

  let relayed = 0;
  let subscriber: WireClient | undefined;
  if (order.target === "relay")
    subscriber = await openWireClient({
      port: order.port,
      clientId: "reader",
      subscribe: [{ topic: filterForAll("up", school), qos: 1 }],
      onPacket(packet) {
        if (packet.cmd === "publish") count(++relayed);
      },
    });

  let done = 0;
  const senders: (() => void)[] = [];
  const clients: WireClient[] = [];
  for (const device of devices) {
    const stream = streamId.parse(randomBytes(8).toString("hex"));
    const address = { school, device: device.id as DeviceId };
    const packets = makeBatches(stream, order.warmUpEach + order.batchesEach, order, from).map(
      (payload, index) =>
        generate({
          cmd: "publish",
          topic: topicOf("up", address),
          payload,
          qos: 1,
          messageId: index + 1,
          dup: false,
          retain: false,
        }),
    );
    const perBatch = order.healthPerBatch + order.eventsPerBatch;
    let next = 0;
    let settled = 0;
    const sendMore = (client: WireClient) => {
      while (next < packets.length && next - settled < windowSize) {
        const packet = packets[next++];
        if (packet !== undefined) client.write(packet);
      }
    };
    const settle = (upto: number, client: WireClient) => {
      if (upto <= settled) return;
      // One by one: the clock starts and ends at exact numbers.
      for (; settled < upto; settled++) if (order.target === "hub") count(++done);
      sendMore(client);
    };
    const client = await openWireClient({
      port: order.port,
      clientId: device.id,
      ...(order.target === "hub" ? { username: device.id, password: device.secret } : {}),
      // Both servers see the same subscriptions of the clients.
      subscribe: [{ topic: topicOf("ack", address), qos: 1 }],
      onPacket(packet, self) {
        if (order.target === "relay" && packet.cmd === "puback") settle(settled + 1, self);
        if (order.target === "hub" && packet.cmd === "publish") {
          const { upto } = JSON.parse(packet.payload.toString()) as { upto: number };
          settle(Math.floor(upto / perBatch), self);
        }
      },
    });
    clients.push(client);
    senders.push(() => sendMore(client));
  }

  for (const send of senders) send();
  await finished;
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpuBegun);
  for (const client of clients) client.close();
  subscriber?.close();
  return {
    recordsPerSecond: ((total - warmUp) * (order.healthPerBatch + order.eventsPerBatch)) / seconds,
    busy: (user + system) / 1e6 / seconds,
  };
}
