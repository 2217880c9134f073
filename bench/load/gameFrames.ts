// Owns measuring a game's frames in its busiest moment: the robot plays at true speed while frames are counted.

import type { Robot } from "../../content/robot/openRobot.ts";
import { openTable, type RobotTable, type Start } from "../../content/robot/table.ts";
import type { GameManifest } from "../../protocol/game.ts";

/** The screen of the stations. */
const size = { width: 1366, height: 768 };
/** How much slower than this machine a station is taken to be. */
const cpuThrottle = 4;
/** The pace of the search for the busiest level, which is not measured. */
const hurry = 25;
const questionsWatched = 3;
const longestWatchMs = 20_000;
/** Chromium draws sixty times a second here; `displayRate` tells when it does not. */
const turnMs = 1000 / 60;
/** A joy that comes again and again has been seen often enough. */
const joysWatched = 3;

export type Frames = {
  level: string;
  /** Frames while a celebration was on the screen. */
  joyFrameMs: readonly number[];
  /** All frames from the first question on. */
  allFrameMs: readonly number[];
};

/** Frames a second that this browser draws when nothing is to do. */
export async function displayRate(robot: Robot): Promise<number> {
  const page = await robot.browser.newPage();
  const times = await page.evaluate<number[]>(`new Promise((resolve) => {
    const times = [];
    const tick = (time) => {
      times.push(time);
      if (times.length > 120) resolve(times);
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  })`);
  await page.close();
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  return (1000 * (times.length - 1)) / (last - first);
}

/** In free play some levels never celebrate: the busiest question is watched instead. */
export async function measureFrames(robot: Robot, game: GameManifest): Promise<Frames> {
  const table = await openTable(robot, { size, scale: 1 });
  try {
    const starts = await busiestFirst(robot, table, game);
    const [busiest] = starts;
    if (busiest === undefined) throw new Error(`${game.id} has no level`);
    const seen = await watch(robot, table, game, busiest);
    const question = starts.find(({ mode }) => mode === "quiz");
    return seen.joyFrameMs.length > 0 || question === undefined || question === busiest
      ? seen
      : await watch(robot, table, game, question);
  } finally {
    await table.close();
  }
}

/** A frame lasts as many turns of the display as it took; the browser rounds both of its times to a tenth. */
function wholeFrames(ms: number): number {
  const clockErrorMs = 0.15;
  return Math.max(1, Math.ceil((ms - clockErrorMs) / turnMs)) * turnMs;
}

async function watch(robot: Robot, table: RobotTable, game: GameManifest, start: Start): Promise<Frames> {
  await open(robot, table, game, start, 1);
  const session = await table.page.context().newCDPSession(table.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuThrottle });
  await table.look({ wish: { kind: "none" }, still: true });
  // The code in the page is text: this file knows no browser.
  await table.inGame(`(() => {
    window.framesSeen = [];
    window.joysSeen = 0;
    let was = false;
    const tick = (time) => {
      const is = document.querySelector(".celebration-piece") !== null;
      if (is && !was) window.joysSeen += 1;
      was = is;
      window.framesSeen.push([time, is]);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  })()`);
  await playOn(table);
  const seen = await table.inGame<(readonly [number, boolean])[]>("window.framesSeen");
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const frames = seen
    .slice(1)
    .map(([time, isJoy], index) => ({ ms: wholeFrames(time - (seen[index]?.[0] ?? time)), isJoy }));
  return {
    level: start.level,
    allFrameMs: frames.map(({ ms }) => ms),
    joyFrameMs: frames.filter(({ isJoy }) => isJoy).map(({ ms }) => ms),
  };
}

/** Those with most on the screen first, moving things counted twice, as they are when the first question is asked. */
async function busiestFirst(robot: Robot, table: RobotTable, game: GameManifest): Promise<readonly Start[]> {
  const found: { start: Start; amount: number }[] = [];
  for (const level of game.levels) {
    for (const mode of level.modes) {
      const start: Start = {
        ...{ type: "start", mode, level: level.id, ageBand: level.ageBand, seed: 11, locale: "vi" },
        ...{ volume: 0.5, reducedMotion: false, turns: ["sun", "star"] },
      };
      await open(robot, table, game, start, hurry);
      await table.look({ wish: { kind: "none" } });
      const amount = await table.inGame<number>(
        'document.querySelectorAll(".stage-play *").length + 2 * document.getAnimations().length',
      );
      found.push({ start, amount });
    }
  }
  return found.sort((a, b) => b.amount - a.amount).map(({ start }) => start);
}

const open = (robot: Robot, table: RobotTable, game: GameManifest, start: Start, rate: number) =>
  table.open({ address: robot.addressOf(game), start, voice: "missing", rate, isSeen: true });

/** Follows what is right to touch, as fast as a child never would, through a few celebrations. */
async function playOn(table: RobotTable): Promise<void> {
  const until = Date.now() + longestWatchMs;
  for (let touches = 0; Date.now() < until; touches += 1) {
    const sight = await table.look({ wish: { kind: "next", orAny: touches * 7 }, drags: true });
    if (sight.phase === "over" || !sight.target) return;
    if (Number.parseInt(sight.question, 10) >= questionsWatched) return;
    await table.touch("mouse", sight.target);
    // To look costs the page as much as the game does: nobody looks while petals fly.
    await table.inGame(`new Promise((resolve) => {
      const look = () => document.querySelector(".celebration-piece") === null ? resolve() : setTimeout(look, 250);
      setTimeout(look, 250);
    })`);
    if ((await table.inGame<number>("window.joysSeen")) >= joysWatched) return;
  }
}
