// Owns the ingest benchmark: durable fan-in through the hub (stored with synchronous=FULL, then acked)
// against Mosquitto relaying the same packets to one subscriber, turn by turn on the same machine.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Benchmark, median } from "./benchmark.ts";
import type { LoadOrder, LoadResult } from "./load/ingestLoad.ts";
import { startMosquitto } from "./load/mosquitto.ts";

type Shape = {
  readonly label: string;
  readonly clients: number;
  readonly batchesEach: number;
  readonly healthPerBatch: number;
  readonly eventsPerBatch: number;
};

/** A station's ordinary five minutes: five health samples; during play a game run rides along. */
const shapes: readonly Shape[] = [
  { label: "100", clients: 100, batchesEach: 150, healthPerBatch: 5, eventsPerBatch: 1 },
  { label: "1000", clients: 1000, batchesEach: 15, healthPerBatch: 5, eventsPerBatch: 1 },
  // The first minute after a weekend without the hub: every device sends what it kept.
  { label: "Backlog", clients: 100, batchesEach: 10, healthPerBatch: 180, eventsPerBatch: 20 },
];
const rounds = 3;

export const ingestBenchmark: Benchmark = {
  name: "ingest",
  aims: { ratio100: { atLeast: 1 }, ratio1000: { atLeast: 1 } },
  async measure() {
    const figures: Record<string, number> = {};
    let note: string | undefined;
    for (const shape of shapes) {
      const hub: number[] = [];
      const peer: number[] = [];
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const ours = await throughHub(shape);
        const theirs = await throughMosquitto(shape);
        hub.push(ours);
        if (theirs === undefined) note = "Mosquitto is not installed here, so there is no ratio";
        else {
          peer.push(theirs);
          ratios.push(ours / theirs);
        }
      }
      figures[`recordsPerSecond${shape.label}`] = median(hub);
      if (peer.length > 0) {
        figures[`mosquittoPerSecond${shape.label}`] = median(peer);
        figures[`ratio${shape.label}`] = median(ratios);
      }
    }
    return { figures, ...(note === undefined ? {} : { note }) };
  },
};

async function throughHub(shape: Shape): Promise<number> {
  const hub = fork(join(import.meta.dirname, "load", "ingestHub.ts"), [String(shape.clients)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [ready] = (await once(hub, "message")) as [
    { port: number; devices: LoadOrder["devices"]; school: string },
  ];
  const result = await load({
    ...shape,
    target: "hub",
    port: ready.port,
    school: ready.school,
    devices: ready.devices,
  });
  hub.kill("SIGTERM");
  await once(hub, "exit");
  return result.recordsPerSecond;
}

async function throughMosquitto(shape: Shape): Promise<number | undefined> {
  const mosquitto = await startMosquitto();
  if (mosquitto === undefined) return undefined;
  const result = await load({
    ...shape,
    target: "mosquitto",
    port: mosquitto.port,
    school: "0190a1b2-0000-7000-8000-000000000001",
    devices: [],
  });
  await mosquitto.stop();
  return result.recordsPerSecond;
}

/** The clients live in a process of their own, the same for both servers. */
async function load(order: LoadOrder): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, "load", "ingestLoad.ts"), [], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(order);
  const [result] = (await once(child, "message")) as [LoadResult];
  await once(child, "exit");
  return result;
}
