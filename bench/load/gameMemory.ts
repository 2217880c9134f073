// Owns measuring whether a game grows: heap, nodes and listeners over a hundred rounds.
import type { CDPSession } from "@playwright/test";
import type { Robot } from "../../content/robot/openRobot.ts";
import { openTable, type RobotTable, type Start } from "../../content/robot/table.ts";
import type { GameManifest } from "../../protocol/game.ts";

const size = { width: 1024, height: 768 };
const pace = 40;
/** By then the pictures of most questions are in memory, which keeps them: what comes on top is growth. */
const roundsBefore = 100;
const roundsAfter = 200;
export const roundsBetween = roundsAfter - roundsBefore;
/** The same questions whenever it is measured, so that what differs is what was left over. */
const measuredSeed = 1;
const mostTouchesARound = 120;

export type Memory = { heapBytes: number; nodes: number; listeners: number };
export type Growth = { before: Memory; after: Memory };

/** Plays a quiz again and again with new seeds, in one and the same frame. */
export async function measureGrowth(robot: Robot, game: GameManifest): Promise<Growth> {
  const table = await openTable(robot, { size, scale: 0.5 });
  try {
    const session = await table.page.context().newCDPSession(table.page);
    await session.send("Performance.enable");
    const level = game.levels.find(({ modes }) => modes.includes("quiz")) ?? game.levels[0];
    const mode = level?.modes.includes("quiz") ? "quiz" : "explore";
    if (!level) throw new Error(`${game.id} has no level`);
    const start: Start = {
      ...{ type: "start", mode, level: level.id, ageBand: level.ageBand, seed: measuredSeed, locale: "vi" },
      ...{ volume: 0.5, reducedMotion: false, turns: ["sun", "star"] },
    };
    const address = robot.addressOf(game);
    await table.open({ address, start, voice: "missing", rate: pace, isSeen: false });
    const rounds = await playRounds(table, start, roundsBefore);
    const before = await memoryAtStart(table, session, start);
    await playRounds(table, start, roundsAfter - rounds);
    return { before, after: await memoryAtStart(table, session, start) };
  } finally {
    await table.close();
  }
}

/** Plays at least so many rounds, each run with another seed; returns how many it were. */
async function playRounds(table: RobotTable, start: Start, wanted: number): Promise<number> {
  let rounds = 0;
  for (let seed = measuredSeed + 1; rounds < wanted; seed += 1) {
    await table.ask({ ...start, seed }, "interactive", 10_000);
    rounds += await playRun(table, wanted - rounds);
    // What the host keeps of it would be taken for the game's.
    await table.forget();
  }
  return rounds;
}

/** Plays one run to its end, or in free play until enough was found. */
async function playRun(table: RobotTable, wanted: number): Promise<number> {
  for (let touches = 0; touches < mostTouchesARound * wanted; touches += 1) {
    const sight = await table.look({ wish: { kind: "next", orAny: touches * 7 }, drags: true });
    const isFree = sight.question.endsWith(":explore");
    if (sight.phase === "over" || (isFree && sight.rounds >= wanted)) return sight.rounds;
    if (!sight.target) throw new Error(`${sight.question}: nothing can be touched`);
    await table.touch("mouse", sight.target);
  }
  throw new Error("a run had no end");
}

async function memoryAtStart(table: RobotTable, session: CDPSession, start: Start): Promise<Memory> {
  await table.ask(start, "interactive", 10_000);
  await table.look({ wish: { kind: "none" }, still: true });
  await table.forget();
  // The second collection takes what the first one's finalizers let go.
  for (let time = 0; time < 2; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    heapBytes: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}
