// Owns the simulated devices of the fleet benchmark, a process of its own: they speak as agents do and cost little themselves.
// A birth with a last will, the question for the watermark, five samples every five minutes, a ping every half minute,
// and after a lost connection the agent's own backoff.
import { randomBytes } from "node:crypto";
import { generate, type Packet } from "mqtt-packet";
import { systemRandom } from "../../agent/time/random.ts";
import { backoffMs } from "../../agent/uplink/backoff.ts";
import { asksWatermark, askWatermark } from "../../agent/uplink/watermarkQuestion.ts";
import { encode } from "../../protocol/codec.ts";
import { bootId, type DeviceId, type RoomId, type SchoolId, streamId } from "../../protocol/ids.ts";
import { foldBatch, type UpBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { subscriptionsOf, topicOf } from "../../protocol/topics.ts";
import { percentile } from "../benchmark.ts";
import { openWireClient, type WireClient } from "./wireClient.ts";

export type FleetOrder = {
  readonly port: number;
  readonly school: string;
  readonly devices: readonly { readonly id: string; readonly secret: string; readonly room: string }[];
};
export type FleetQuestion = "state" | "forgetTimes";
export type FleetState = {
  /** Announced, and told the watermark of their stream on this connection. */
  readonly settled: number;
  /** Nothing that was sent waits for its ack. */
  readonly acked: number;
  readonly batches: number;
  /** From sending a batch to its ack, ms, since the times were last forgotten. */
  readonly ackP99Ms: number;
  readonly ackMaxMs: number;
  readonly lost: number;
  /** CPU time of this process, microseconds. */
  readonly cpuMicros: number;
};

const minuteMs = 60_000;
const batchEveryMs = 5 * minuteMs;
const pingEveryMs = 30_000;
const samplesEach = 5;
const connectionsAtOnce = 512;
const boot = bootId.parse(randomBytes(8).toString("hex"));
const pingPacket = generate({ cmd: "pingreq" });

type Device = {
  readonly id: DeviceId;
  readonly connect: () => void;
  readonly batch: () => void;
  readonly ping: () => void;
  readonly settled: () => boolean;
  readonly acked: () => boolean;
};

let ackTimes: number[] = [];
let batches = 0;
let lost = 0;
const opening: (() => void)[] = [];
let open = 0;

/** So many handshakes at a time: one computer plays all of them. */
function whenFree(begin: () => Promise<unknown>): void {
  opening.push(() => {
    open++;
    void begin().finally(() => {
      open--;
      opening.shift()?.();
    });
  });
  if (open < connectionsAtOnce) opening.shift()?.();
}

function makeDevice(given: FleetOrder["devices"][number], { port, school: schoolText }: FleetOrder): Device {
  const device = given.id as DeviceId;
  const room = given.room as RoomId;
  const school = schoolText as SchoolId;
  const address = { school, device };
  const stream = streamId.parse(randomBytes(8).toString("hex"));
  const run = 1;
  const have = { plan: 0, config: 0, content: 0 };
  let client: WireClient | undefined;
  let messageId = 1;
  let sequence = 0;
  let acknowledged = 0;
  let sentUpto = 0;
  let sentAt = 0;
  let known = false;
  let failures = 0;
  const held: DeviceRecord[] = [];

  const publish = (topic: string, payload: string | Uint8Array) => {
    messageId = (messageId % 65_000) + 1;
    client?.write(
      generate({
        ...{ cmd: "publish", topic, payload: Buffer.from(payload), qos: 1, messageId },
        ...{ dup: false, retain: false },
      }),
    );
  };
  const up = (batch: UpBatch) => publish(topicOf("up", address), encode("up", batch));

  function measure(until: number): void {
    for (let n = samplesEach - 1; n >= 0; n--) {
      const at = until - n * minuteMs;
      sequence++;
      held.push({
        ...{ seq: sequence, at, mono: Math.round(performance.now()) + 3_600_000 - n * minuteMs, boot },
        type: "health",
        body: {
          ...{ cpuPercent: (sequence * 7) % 60, memoryPercent: 40 + (sequence % 20) },
          ...{ diskFreeMiB: 52_000 - (sequence % 500), temperatureC: 45 + (sequence % 9) },
          ...{ receivedKiB: sequence % 900, sentKiB: sequence % 90, kiosk: "game" },
        },
      });
    }
  }

  function flush(): void {
    if (!known || client === undefined || held.length === 0 || sentUpto > acknowledged) return;
    up(foldBatch(stream, acknowledged, held));
    sentUpto = held.at(-1)?.seq ?? sentUpto;
    sentAt = performance.now();
  }

  function receive(packet: Packet): void {
    if (packet.cmd !== "publish") return;
    const payload: unknown = JSON.parse(packet.payload.toString());
    if (packet.topic.endsWith("/ack")) {
      const { upto } = payload as { upto: number };
      if (sentUpto > 0 && upto >= sentUpto && acknowledged < upto) {
        ackTimes.push(performance.now() - sentAt);
        batches++;
      }
      acknowledged = upto;
      while (held[0] !== undefined && held[0].seq <= upto) held.shift();
      const first = !known;
      known = true;
      failures = 0;
      if (first) {
        sentUpto = acknowledged;
        flush();
      }
    } else if (packet.topic.endsWith("/desired")) {
      const { doc, version } = payload as { doc: keyof typeof have; version: number };
      have[doc] = version;
    }
  }

  async function attempt(): Promise<void> {
    try {
      const opened = await openWireClient({
        port,
        clientId: device,
        username: device,
        password: given.secret,
        keepaliveSeconds: 30,
        subscribe: [...subscriptionsOf({ kind: "device", school, device, room })],
        will: {
          topic: topicOf("state", address),
          payload: Buffer.from(encode("state", { state: "lost", boot, run })),
        },
        onPacket: receive,
        onClosed() {
          // A connection that never came up is the catch's affair.
          if (client === undefined || client !== opened) return;
          lost++;
          again();
        },
      });
      client = opened;
      const clock = { at: Date.now(), mono: Math.round(performance.now()) + 3_600_000, trusted: true };
      publish(
        topicOf("state", address),
        encode("state", { state: "online", boot, run, agent: "0.1.0", kiosk: "0.1.0", have, clock }),
      );
      const question = askWatermark(stream, boot);
      if (asksWatermark(question)) up(question);
    } catch {
      again();
    }
  }

  function again(): void {
    client = undefined;
    known = false;
    sentUpto = acknowledged;
    setTimeout(connect, backoffMs(failures++, systemRandom));
  }
  const connect = () => whenFree(attempt);

  return {
    id: device,
    connect,
    batch() {
      measure(Date.now());
      flush();
    },
    ping: () => client?.write(pingPacket),
    settled: () => known,
    acked: () => known && sentUpto <= acknowledged,
  };
}

process.once("message", (order: FleetOrder) => {
  const devices = order.devices.map((given) => makeDevice(given, order));
  for (const device of devices) device.connect();
  spread(devices, batchEveryMs, (device) => device.batch());
  spread(devices, pingEveryMs, (device) => device.ping());
  process.on("message", (question: FleetQuestion) => {
    if (question === "forgetTimes") {
      ackTimes = [];
      batches = 0;
      lost = 0;
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.({
      settled: devices.filter((device) => device.settled()).length,
      acked: devices.filter((device) => device.acked()).length,
      batches,
      ackP99Ms: ackTimes.length === 0 ? 0 : percentile(ackTimes, 99),
      ackMaxMs: ackTimes.reduce((most, ms) => Math.max(most, ms), 0),
      lost,
      cpuMicros: user + system,
    } satisfies FleetState);
  });
});
process.on("disconnect", () => process.exit(0));

/** Each device has its own moment in the round: computers are switched on by hand, none with another. */
function spread(devices: readonly Device[], everyMs: number, call: (device: Device) => void): void {
  const tickMs = 100;
  const ticks = everyMs / tickMs;
  let tick = 0;
  const places = Map.groupBy(devices, () => Math.floor(Math.random() * ticks));
  const begun = performance.now();
  const turn = () => {
    for (; begun + tick * tickMs <= performance.now(); tick++)
      for (const device of places.get(tick % ticks) ?? []) call(device);
    setTimeout(turn, tickMs);
  };
  turn();
}
