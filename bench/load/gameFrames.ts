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
const questionsWatched = 2;
const longestWatchMs = 60_000;
/** A joy that comes again and again in free play has been seen often enough. */
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

export async function measureFrames(robot: Robot, game: GameManifest): Promise<Frames> {
  const table = await openTable(robot, { size, scale: 1 });
  try {
    const start = await busiestStart(robot, table, game);
    await open(robot, table, game, start, 1);
    const session = await table.page.context().newCDPSession(table.page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuThrottle });
    await table.look({ wish: { kind: "none" }, still: true });
    // The code in the page is text: this file knows no browser.
    await table.inGame(`(() => {
      window.framesSeen = [];
      const tick = (time) => {
        window.framesSeen.push([time, document.querySelector(".celebration-piece") !== null]);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    })()`);
    await playOn(table);
    const seen = await table.inGame<(readonly [number, boolean])[]>("window.framesSeen");
    const frames = seen
      .slice(1)
      .map(([time, isJoy], index) => ({ ms: time - (seen[index]?.[0] ?? time), isJoy }));
    return {
      level: start.level,
      allFrameMs: frames.map(({ ms }) => ms),
      joyFrameMs: frames.filter(({ isJoy }) => isJoy).map(({ ms }) => ms),
    };
  } finally {
    await table.close();
  }
}

/** The level with most on the screen, moving things counted twice, when its first question is asked. */
async function busiestStart(robot: Robot, table: RobotTable, game: GameManifest): Promise<Start> {
  let busiest: { start: Start; amount: number } | undefined;
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
      if (!busiest || amount > busiest.amount) busiest = { start, amount };
    }
  }
  if (!busiest) throw new Error(`${game.id} has no level`);
  return busiest.start;
}

const open = (robot: Robot, table: RobotTable, game: GameManifest, start: Start, rate: number) =>
  table.open({ address: robot.addressOf(game), start, voice: "missing", rate, isSeen: true });

/** Follows what is right to touch, as fast as a child never would, through a few celebrations. */
async function playOn(table: RobotTable): Promise<void> {
  const until = Date.now() + longestWatchMs;
  let joys = 0;
  for (let touches = 0; Date.now() < until; touches += 1) {
    const sight = await table.look({ wish: { kind: "next", orAny: touches * 7 }, drags: true });
    if (sight.phase === "over" || !sight.target) return;
    if (Number.parseInt(sight.question, 10) >= questionsWatched) return;
    if (sight.rounds > joys) joys = sight.rounds;
    if (joys >= joysWatched) return;
    await table.touch("mouse", sight.target);
  }
}
