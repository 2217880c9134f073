// Owns the fleet benchmark: thousands of devices at one sample a minute against the shipped hub, over real sockets, and what a restart of it costs.
import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { signIn } from "../tools/room/hubClient.ts";
import { type Benchmark, median } from "./benchmark.ts";
import type { FleetQuestion } from "./load/fleetDevices.ts";
import { type FleetHub, startFleetHub } from "./load/fleetHub.ts";
import { ask, healed, startFleet } from "./load/fleetProcess.ts";

const sizes = [2000, 10_000];
/** Long enough for a fifth of the devices to send and all of them to ping twice; short enough to be run. */
const windowMs = 60_000;
const watchedMs = 30_000;

export const fleetBenchmark: Benchmark = {
  name: "fleet",
  aims: {
    hubCpuPercent10000: { atMost: 25 },
    hubRssMB10000: { atMost: 700 },
    ingestLagP99Ms10000: { atMost: 1000 },
    stormSeconds10000: { atMost: 60 },
  },
  async measure() {
    const figures: Record<string, number> = {};
    for (const size of sizes) Object.assign(figures, await measureSize(size));
    return {
      figures,
      note: `windows of ${windowMs / 1000} s, with one dashboard open ${watchedMs / 1000} s; CPU in percent of one core, from the hub's own process times; a storm is counted from the stop of the hub until every device has announced itself and what it held is acknowledged; plain MQTT on loopback`,
    };
  },
};

async function measureSize(size: number): Promise<Record<string, number>> {
  const hub = await startFleetHub(size);
  const fleet = startFleet(hub);
  try {
    const startSeconds = hub.startMs() / 1000;
    const connectSeconds = (await healed(fleet, size)) / 1000;
    // The documents of the first greeting are written out and sent.
    await wait(5_000);
    const quiet = await window(hub, fleet, windowMs);
    const pages = await fleetPages(hub);
    const watcher = await watch(hub);
    const watched = await window(hub, fleet, watchedMs);
    const live = watcher.stop();
    const begun = performance.now();
    const { stoppedMs, startMs } = await hub.restart();
    await healed(fleet, size);
    const stormSeconds = (performance.now() - begun) / 1000;
    // The process is a new one: all it used so far.
    const stormCpuSeconds = hub.cpuSeconds();
    const named: Record<string, number> = {
      startSeconds,
      connectSeconds,
      hubCpuPercent: quiet.cpuPercent,
      hubRssMB: quiet.rssMB,
      ingestLagP99Ms: quiet.lagP99Ms,
      ackP99Ms: quiet.ackP99Ms,
      batches: quiet.batches,
      loadCpuPercent: quiet.loadCpuPercent,
      hubCpuWatchedPercent: watched.cpuPercent,
      ...pages,
      liveKBPerMinute: live.bytes / 1000 / (live.ms / 60_000),
      stopSeconds: stoppedMs / 1000,
      restartSeconds: startMs / 1000,
      stormSeconds,
      stormCpuSeconds,
      mostRssMB: hub.memoryMB().most,
    };
    return Object.fromEntries(Object.entries(named).map(([name, figure]) => [`${name}${size}`, figure]));
  } finally {
    fleet.kill("SIGKILL");
    await hub.stop();
  }
}

async function window(hub: FleetHub, fleet: ChildProcess, ms: number) {
  fleet.send("forgetTimes" satisfies FleetQuestion);
  const before = { at: performance.now(), hub: hub.cpuSeconds(), fleet: (await ask(fleet)).cpuMicros };
  let rssMB = 0;
  while (performance.now() - before.at < ms) {
    await wait(1000);
    rssMB = Math.max(rssMB, hub.memoryMB().now);
  }
  const seconds = (performance.now() - before.at) / 1000;
  const cpuPercent = ((hub.cpuSeconds() - before.hub) / seconds) * 100;
  const state = await ask(fleet);
  if (state.lost > 0) throw new Error(`${state.lost} connections were lost in a quiet minute`);
  const health = (await (await fetch(`${hub.httpUrl}/healthz`)).json()) as { ingestLagMs: number };
  return {
    cpuPercent,
    rssMB,
    lagP99Ms: health.ingestLagMs,
    ackP99Ms: state.ackP99Ms,
    batches: state.batches,
    loadCpuPercent: (state.cpuMicros - before.fleet) / 1e4 / seconds,
  };
}

/** What the pages with all devices cost: median of five replies each. */
async function fleetPages(hub: FleetHub): Promise<Record<string, number>> {
  const officer = await signIn(hub.httpUrl, hub.officer.username, hub.officer.password);
  const took = { board: [] as number[], listDevices: [] as number[] };
  for (let round = 0; round < 5; round++)
    for (const name of ["board", "listDevices"] as const) {
      const begun = performance.now();
      await officer.call(name);
      took[name].push(performance.now() - begun);
    }
  return { boardMs: median(took.board), devicesMs: median(took.listDevices) };
}

/** One open dashboard: what the live channel sends it after the snapshot. */
async function watch(hub: FleetHub) {
  const cookie = await signedIn(hub);
  const abort = new AbortController();
  const response = await fetch(`${hub.httpUrl}/api/live`, { headers: { cookie }, signal: abort.signal });
  if (!response.ok || response.body === null) throw new Error(`no live channel: ${response.status}`);
  let bytes = 0;
  const reader = response.body.getReader();
  const first = await reader.read();
  let begun = performance.now();
  let snapshot = new TextDecoder().decode(first.value).includes("\n\n");
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      if (snapshot) bytes += value.byteLength;
      else if (new TextDecoder().decode(value).includes("\n\n")) {
        snapshot = true;
        begun = performance.now();
      }
    }
  })().catch(() => undefined);
  return {
    stop() {
      const ms = performance.now() - begun;
      abort.abort();
      void reading;
      return { bytes, ms };
    },
  };
}

async function signedIn(hub: FleetHub): Promise<string> {
  const answer = await fetch(`${hub.httpUrl}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: hub.httpUrl },
    body: JSON.stringify(hub.officer),
  });
  if (!answer.ok) throw new Error(`no sign-in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}
