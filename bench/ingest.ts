// Owns the ingest benchmark: durable fan-in through the hub (stored with synchronous=FULL, then acked)
// against Mosquitto relaying the same packets to one subscriber, turn by turn on the same machine.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Benchmark, median } from "./benchmark.ts";
import type { LoadOrder, LoadResult } from "./load/ingestLoad.ts";
import { startMosquitto } from "./load/mosquitto.ts";

type Shape = {
  readonly label: string;
  readonly clients: number;
  /** Sent first and not counted: a hub runs for weeks, its first second says little. */
  readonly warmUpEach: number;
  readonly batchesEach: number;
  readonly healthPerBatch: number;
  readonly eventsPerBatch: number;
  /** Also through Aedes alone, relaying as Mosquitto does: the limit of a broker in this language with one thread. */
  readonly bare: boolean;
};

/** A station's ordinary five minutes: five health samples; during play a game run rides along. */
const ordinary = { healthPerBatch: 5, eventsPerBatch: 1, bare: true };
const shapes: readonly Shape[] = [
  { label: "100", clients: 100, warmUpEach: 50, batchesEach: 150, ...ordinary },
  { label: "1000", clients: 1000, warmUpEach: 5, batchesEach: 15, ...ordinary },
  // The first minute after a weekend without the hub: every device sends what it kept.
  {
    label: "Backlog",
    clients: 100,
    warmUpEach: 2,
    batchesEach: 8,
    healthPerBatch: 180,
    eventsPerBatch: 20,
    bare: false,
  },
];
const rounds = 3;
/** Relays ask for no school and no credentials. */
const anySchool = "0190a1b2-0000-7000-8000-000000000001";

export const ingestBenchmark: Benchmark = {
  name: "ingest",
  aims: { ratio100: { atLeast: 1 }, ratio1000: { atLeast: 1 } },
  async measure() {
    const figures: Record<string, number> = {};
    let note: string | undefined;
    for (const shape of shapes) {
      const measured = await measureShape(shape);
      if (measured.mosquitto.length === 0) note = "Mosquitto is not installed here, so there is no ratio";
      Object.assign(figures, figuresOf(shape, measured));
    }
    return { figures, ...(note === undefined ? {} : { note }) };
  },
};

type HubRound = LoadResult & { readonly hubCpuMicros: number };
type Measured = {
  readonly hub: readonly HubRound[];
  /** Empty where it is not installed. */
  readonly mosquitto: readonly LoadResult[];
  readonly bareAedes: readonly LoadResult[];
};

/** All servers live through all rounds, so that each round meets them as warm as the one before. */
async function measureShape(shape: Shape): Promise<Measured> {
  const hub = await startServer<HubReady>("ingestHub.ts", [String(shape.clients)]);
  const mosquitto = await startMosquitto();
  const bare = shape.bare ? await startServer<{ port: number }>("ingestBareAedes.ts", []) : undefined;
  const results = {
    hub: [] as HubRound[],
    mosquitto: [] as LoadResult[],
    bareAedes: [] as LoadResult[],
  };
  const relay = { ...shape, target: "relay", school: anySchool, devices: [] } as const;
  for (let round = 0; round < rounds; round++) {
    const before = await cpuMicrosOf(hub.process);
    const result = await load({ ...shape, target: "hub", ...hub.ready });
    results.hub.push({ ...result, hubCpuMicros: (await cpuMicrosOf(hub.process)) - before });
    if (mosquitto !== undefined) results.mosquitto.push(await load({ ...relay, port: mosquitto.port }));
    if (bare !== undefined) results.bareAedes.push(await load({ ...relay, port: bare.ready.port }));
  }
  await mosquitto?.stop();
  await stop(hub.process);
  if (bare !== undefined) await stop(bare.process);
  return results;
}

function figuresOf(shape: Shape, { hub, mosquitto, bareAedes }: Measured): Record<string, number> {
  const { label, clients, warmUpEach, batchesEach, healthPerBatch, eventsPerBatch } = shape;
  const rate = (results: readonly LoadResult[]) =>
    median(results.map(({ recordsPerSecond }) => recordsPerSecond));
  const allBatches = clients * (warmUpEach + batchesEach);
  const figures: Record<string, number> = {
    [`recordsPerSecond${label}`]: rate(hub),
    [`batchesPerSecond${label}`]: rate(hub) / (healthPerBatch + eventsPerBatch),
    // All threads of the hub, signing in included: the figure that says least about who else uses the machine.
    [`cpuMicrosecondsPerBatch${label}`]: median(hub.map(({ hubCpuMicros }) => hubCpuMicros / allBatches)),
  };
  if (bareAedes.length > 0) figures[`bareAedesPerSecond${label}`] = rate(bareAedes);
  if (mosquitto.length > 0) {
    figures[`mosquittoPerSecond${label}`] = rate(mosquitto);
    // Near 1: the one thread that plays the clients was the limit, and Mosquitto could have done more.
    figures[`mosquittoLoadBusy${label}`] = median(mosquitto.map(({ busy }) => busy));
    figures[`ratio${label}`] = median(
      hub.map(
        ({ recordsPerSecond }, round) => recordsPerSecond / (mosquitto[round] as LoadResult).recordsPerSecond,
      ),
    );
  }
  return figures;
}

type HubReady = Pick<LoadOrder, "port" | "school" | "devices">;

async function startServer<Ready>(file: string, parameters: readonly string[]) {
  const child = fork(join(import.meta.dirname, "load", file), parameters, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [ready] = (await once(child, "message")) as [Ready];
  return { process: child, ready };
}

async function cpuMicrosOf(hub: ChildProcess): Promise<number> {
  hub.send("cpu");
  const [micros] = (await once(hub, "message")) as [number];
  return micros;
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

/** The clients live in a process of their own, the same for all servers. */
async function load(order: LoadOrder): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, "load", "ingestLoad.ts"), [], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(order);
  const [result] = (await once(child, "message")) as [LoadResult];
  await once(child, "exit");
  return result;
}
