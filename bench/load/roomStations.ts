// Owns the stations of the room benchmark, all in one process: real agents with their real uplink, outbox and link,
// and on each link a real lesson engine. Only the window is missing.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { type Agent, startAgent } from "../../agent/agent.ts";
import { simulatedMachine } from "../../agent/testing/simulatedMachine.ts";
import { simulatedProbes } from "../../agent/testing/simulatedProbes.ts";
import { systemClock } from "../../agent/time/clock.ts";
import { emptyLesson, reduce } from "../../kiosk/lesson/engine.ts";
import type { LessonInput, LessonState } from "../../kiosk/lesson/model.ts";
import { liveOf } from "../../kiosk/lesson/view.ts";
import { deviceIdentity } from "../../protocol/enrolment.ts";
import { type KioskMessage, maxLinkBytes, serverMessage } from "../../protocol/link.ts";
import { makeLines } from "../../runtime/lines.ts";
import { makeLog } from "../../runtime/log.ts";

export type StationIdentity = Record<
  "schoolId" | "deviceId" | "roomId" | "kind" | "deviceName" | "secret" | "mqttUrl" | "hubUrl",
  string
>;
/** To the benchmark: how many stations play, and when each showed a lead. */
export type StationsWord =
  | { readonly type: "playing"; readonly count: number }
  | {
      readonly type: "shown";
      readonly revision: number;
      /** Of the machine's monotonic clock, ms. */
      readonly atMs: readonly number[];
    };

// A thousand stations have a thousand disks; here they would wait for each other's turn at one. In memory where there is such a place.
const disk = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const folder = mkdtempSync(join(disk, "kidsmart-room-stations-"));
const log = makeLog("agent", { KIDSMART_LOG: "error" });
const agents: Agent[] = [];
const stations: { stop(): void }[] = [];
let expected = 0;
const playing = new Set<string>();
const shownAt = new Map<number, number[]>();

/** The same clock in every process of the machine, ms. */
const machineMs = () => Number(process.hrtime.bigint()) / 1e6;

process.once("message", (identities: readonly StationIdentity[]) => {
  expected = identities.length;
  void startAll(identities);
});

async function startAll(identities: readonly StationIdentity[]): Promise<void> {
  for (const [place, given] of identities.entries()) {
    const identity = { ...deviceIdentity.parse(given), hubUrl: given.hubUrl };
    const home = join(folder, String(place));
    mkdirSync(home);
    const linkPath = join(home, "link.sock");
    agents.push(
      await startAgent({
        folder: home,
        linkPath,
        identity,
        clock: systemClock,
        log,
        ...simulatedMachine(place),
        // Nobody reads a thousand inventories here.
        probes: { ...simulatedProbes(place), inventory: async () => null, programs: async () => null },
      }),
    );
    stations.push(startStation(linkPath, given.deviceId));
  }
}

function startStation(path: string, id: string): { stop(): void } {
  const socket: Socket = connect(path);
  const lines = makeLines(maxLinkBytes);
  let state: LessonState = emptyLesson;
  let offsetMs: number | null = null;
  let deviceId = deviceIdentity.shape.deviceId.parse(id);
  let lastLive = "";
  const say = (message: KioskMessage) => socket.write(`${JSON.stringify(message)}\n`);
  const dependencies = { random: Math.random, newId: v7 };

  const take = (...inputs: readonly LessonInput[]) => {
    for (const input of inputs) state = reduce(state, input, dependencies);
    for (const record of state.outgoing) say({ type: "record", record });
    const live = liveOf(state, false);
    const text = JSON.stringify({ ...live, endAt: null });
    if (text !== lastLive) {
      lastLive = text;
      say({ type: "live", live });
    }
    if (state.session !== null && !playing.has(id)) {
      playing.add(id);
      if (playing.size === expected) tell({ type: "playing", count: expected });
    }
    return live;
  };
  const tick = (): LessonInput => {
    const now = Date.now();
    const time = { now: now + (offsetMs ?? 0), deviceAt: now, mono: machineMs(), trusted: offsetMs !== null };
    return { type: "tick", time };
  };

  let ticking: NodeJS.Timeout | undefined;
  socket.on("connect", () => {
    say({ type: "hello", kiosk: "0.0.0-bench", have: { plan: 0, config: 0, content: 0 } });
    ticking = setInterval(() => take(tick()), 1000);
  });
  socket.on("data", (chunk) => {
    for (const line of lines.push(chunk).lines) {
      const message = serverMessage.parse(JSON.parse(line));
      if (message.type === "welcome") deviceId = message.deviceId;
      if (message.type === "welcome" || message.type === "clock") {
        offsetMs = message.clock.trusted ? (message.clock.offsetMs ?? 0) : null;
        take(tick());
      } else if (message.type === "document" && message.document.doc === "plan")
        take({ type: "planChanged", plan: message.document.body }, tick());
      else if (message.type === "stored")
        take(...message.ids.map((recordId) => ({ type: "recordKept" as const, id: recordId })));
      else if (message.type === "roomCommand") {
        const before = state.session?.led?.revision ?? 0;
        take(tick(), { type: "roomCommand", command: message.command, deviceId });
        const revision = state.session?.led?.revision ?? 0;
        if (revision > before) shown(revision, machineMs());
      }
    }
  });
  socket.on("error", (error) => console.error(`station ${id}: ${error.message}`));
  return {
    stop() {
      clearInterval(ticking);
      socket.destroy();
    },
  };
}

function shown(revision: number, atMs: number): void {
  const times = shownAt.get(revision) ?? [];
  times.push(atMs);
  shownAt.set(revision, times);
  if (times.length < expected) return;
  shownAt.delete(revision);
  tell({ type: "shown", revision, atMs: times });
}

function tell(word: StationsWord): void {
  process.send?.(word);
}

process.once("SIGTERM", () => {
  for (const station of stations) station.stop();
  void Promise.all(agents.map((agent) => agent.stop())).finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
