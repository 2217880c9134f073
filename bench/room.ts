// Owns the room benchmark: from a teacher's tap to the last station showing it, through the real hub, real agents and lesson engines.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { LessonLead } from "../protocol/lesson/lessonLead.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { type Benchmark, median } from "./benchmark.ts";
import type { RoomHubReady } from "./load/roomHub.ts";
import type { StationsWord } from "./load/roomStations.ts";

export const roomBenchmark: Benchmark = {
  name: "room",
  aims: { allOf40P99Ms: { atMost: 150 }, allOf1000P99Ms: { atMost: 1000 } },
  async measure() {
    const few = await tapUntilShown(40, 100);
    const many = await tapUntilShown(1000, 40);
    return {
      figures: {
        allOf40P50Ms: median(few),
        allOf40P99Ms: percentile(few, 0.99),
        allOf1000P50Ms: median(many),
        allOf1000P99Ms: percentile(many, 0.99),
      },
      note: "from sending the order over HTTP to the last of all lesson engines showing it; 99th percentile of 100 and of 40 taps",
    };
  },
};

const start = (file: string, ...args: string[]) =>
  fork(join(import.meta.dirname, "load", file), args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });

/** ms from each tap until the last station showed it. */
async function tapUntilShown(count: number, taps: number): Promise<number[]> {
  const hub = start("roomHub.ts", String(count));
  const [ready] = (await once(hub, "message")) as [RoomHubReady];
  // A thousand computers in two processes: as many as this machine has cores for.
  const half = Math.ceil(ready.stations.length / 2);
  const stations = [ready.stations.slice(0, half), ready.stations.slice(half)].map((identities) => {
    const child = start("roomStations.ts");
    child.send(identities);
    return child;
  });
  try {
    await Promise.all(stations.map((child) => word(child, "playing")));
    const teacher = await signIn(ready.url, ready.username, ready.password);
    const params = { roomId: ready.room };
    const page = await teacher.call("showLead", { params });
    const sessionId = page.room.current?.sessionId;
    if (sessionId === undefined) throw new Error("no lesson runs in the room");
    const tookMs: number[] = [];
    for (let tap = 0; tap < taps; tap++) {
      const order = tap % 2 === 0 ? "pause" : "resume";
      const all = Promise.all(stations.map((child) => word(child, "shown")));
      const tappedMs = Number(process.hrtime.bigint()) / 1e6;
      const lead: LessonLead = await teacher.call("giveOrder", {
        params,
        body: { order, sessionId, stations: null },
      });
      const shown = await all;
      if (shown.some(({ revision }) => revision !== lead.revision))
        throw new Error(`the stations showed another order than revision ${lead.revision}`);
      tookMs.push(Math.max(...shown.flatMap(({ atMs }) => atMs)) - tappedMs);
    }
    return tookMs;
  } finally {
    await Promise.all(stations.map(end));
    await end(hub);
  }
}

type Said<Type extends StationsWord["type"]> = Extract<StationsWord, { type: Type }>;

async function word<Type extends StationsWord["type"]>(child: ChildProcess, type: Type): Promise<Said<Type>> {
  for (;;) {
    const [said] = (await once(child, "message")) as [StationsWord];
    // Its type is the one that was asked for; the compiler does not follow a comparison with a parameter.
    if (said.type === type) return said as Said<Type>;
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
