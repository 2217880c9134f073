// Owns one station of the school day: a real agent, the kiosk's own station on its link, and its store with the lesson engine,
// all under the day's clock. Only the window is missing; the children's clicks come from here.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { type Agent, startAgent } from "../../agent/agent.ts";
import { simulatedMachine } from "../../agent/testing/simulatedMachine.ts";
import { systemRandom } from "../../agent/time/random.ts";
import { openAgentLink } from "../../kiosk/main/agentLink.ts";
import { openDocuments } from "../../kiosk/main/documents.ts";
import { openPinKeeper } from "../../kiosk/main/pinKeeper.ts";
import { openSpool } from "../../kiosk/main/spool.ts";
import { openStation, type Station } from "../../kiosk/main/station.ts";
import { openVoiceFiles } from "../../kiosk/main/voiceFiles.ts";
import { readWhole } from "../../kiosk/main/wholeFile.ts";
import { openStationStore, type StationStore } from "../../kiosk/renderer/station/stationStore.ts";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import { openGamePacks } from "../../runtime/gamePacks.ts";
import { makeLog } from "../../runtime/log.ts";
import { root } from "../../tools/root.ts";
import type { DayClock } from "./dayClock.ts";

export type DayStation = {
  readonly number: number;
  /** The kiosk's store: what the screen would show. Throws while the power is off. */
  readonly screen: () => StationStore;
  readonly isOn: () => boolean;
  powerOn(): Promise<void>;
  /** Kiosk and agent end in the middle of whatever they do; what is on the disk is all that stays. */
  switchOff(): Promise<void>;
  /** One look at the clock, and a child's click now and then. */
  tick(): void;
};

export type DayStationOptions = {
  readonly number: number;
  readonly folder: string;
  readonly identity: DeviceIdentity & { readonly hubUrl: string };
  readonly clock: DayClock;
  /** How wrong this machine's own clock is, ms. */
  readonly clockErrorMs: number;
  readonly hasSound: boolean;
};

/** A round of play takes a child this long, ms. */
const roundMs = 20_000;
const roundsOfRun = 6;

export function makeDayStation(options: DayStationOptions): DayStation {
  const { number, folder, identity, clock } = options;
  const device = clock.device(options.clockErrorMs);
  const linkPath = join(folder, "link.sock");
  mkdirSync(join(folder, "agent"), { recursive: true });
  let on: { agent: Agent; station: Station; screen: StationStore; tick: () => void } | undefined;
  let playedRoundAt = 0;

  function openKiosk(): { station: Station; screen: StationStore; tick: () => void } {
    const say = (detail: string) => console.error(`[kiosk ${number}] ${detail}`);
    const lessonFile = join(folder, "lesson.json");
    const documents = openDocuments(join(folder, "documents"), say);
    const station = openStation({
      now: device.now,
      random: Math.random,
      builtAt: 0,
      version: "0.0.0-test",
      shell: "none",
      spool: openSpool(join(folder, "spool.db")),
      documents,
      pins: openPinKeeper({
        file: join(folder, "pinTries.json"),
        pins: () => documents.get("config")?.pins ?? [],
        now: device.now,
        onProblem: say,
      }),
      packs: openGamePacks({ folder: join(root, "dist", "content"), onDamaged: say, onProblem: say }),
      voices: openVoiceFiles({ folder: join(folder, "voices"), onDamaged: say, onProblem: say }),
      // Written without waiting for the disk: a day has thousands of these, and power cuts have tests of their own.
      lesson: { load: () => readWhole(lessonFile), save: (text) => writeFileSync(lessonFile, text) },
      standing: { load: () => null, save: () => undefined },
      capture: () => Promise.reject(new Error("no window")),
      wait: async () => undefined,
      log: () => "",
      openLink: (events) => openAgentLink({ ...events, path: linkPath, random: Math.random, onProblem: say }),
      restart: () => undefined,
      onProblem: say,
    });
    const ticks: (() => void)[] = [];
    const screen = openStationStore({
      link: {
        begin: async (onEvent) => station.begin(onEvent),
        record: async (record) => station.record(record),
        live: station.live,
        checkPin: station.checkPin,
        saveLesson: async (text) => station.saveLesson(text),
        gameAddress: (game) => `game://${game}/index.html`,
        gameFile: (game, path) => `game://${game}/${path}`,
        ownVoice: (sha256) => `./own-voices/${sha256}.opus`,
        interactive: () => undefined,
        ask: async () => false,
        panelClosed: () => undefined,
        unlock: async () => false,
        freeDiskBytes: async () => null,
      },
      now: device.now,
      mono: device.mono,
      every: (_ms, run) => {
        ticks.push(run);
        return () => undefined;
      },
      random: Math.random,
      newId: v7,
      loadProbes: async () => ({
        hasSound: async () => options.hasSound,
        hasPointer: () => true,
        display: () => ({ width: 1366, height: 768 }),
        freeDiskBytes: async () => 50_000_000_000,
        neededDiskBytes: 500_000_000,
      }),
      onProblem: say,
    });
    return { station, screen, tick: () => ticks.forEach((run) => void run()) };
  }

  function play(screen: StationStore): void {
    const { view, lesson } = screen.store.getState();
    if (view.kind === "menu") screen.send({ type: "gameChosen", place: number % 2, gameVersion: "1.0.0" });
    if (view.kind !== "game" || clock.now() - playedRoundAt < roundMs) return;
    playedRoundAt = clock.now();
    const rounds = lesson.run?.played.rounds ?? 0;
    if (rounds < roundsOfRun)
      screen.send({ type: "roundPlayed", correctFirstTry: rounds % 3 > 0, hints: 0, durationMs: roundMs });
    else screen.send({ type: "gameFinished", played: view.run.played });
  }

  return {
    number,
    screen() {
      if (on === undefined) throw new Error(`station ${number} has no power`);
      return on.screen;
    },
    isOn: () => on !== undefined,
    async powerOn() {
      const agent = await startAgent({
        folder: join(folder, "agent"),
        linkPath,
        identity,
        clock: device,
        log: makeLog("agent", { KIDSMART_LOG: "fatal" }),
        ...simulatedMachine(number),
        // The storm of a returning hub has its own tests; here nobody should wait for jitter.
        random: { ...systemRandom, fraction: () => 0 },
      });
      on = { agent, ...openKiosk() };
    },
    async switchOff() {
      if (on === undefined) return;
      const { agent, station, screen } = on;
      on = undefined;
      screen.stop();
      await station.close();
      await agent.stop();
    },
    tick() {
      if (on === undefined) return;
      on.tick();
      play(on.screen);
    },
  };
}
