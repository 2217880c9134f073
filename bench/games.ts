// Owns the games benchmark: frames, start, size and growth of every game, `npm run bench -- games [--game ID]`.
import { openRobot, type Robot } from "../content/robot/openRobot.ts";
import type { CatalogueEntry } from "../protocol/game.ts";
import { ensureBuilt } from "../tools/build.ts";
import { type Aim, type Benchmark, percentile } from "./benchmark.ts";
import { displayRate, measureFrames } from "./load/gameFrames.ts";
import { measureGrowth, roundsBetween } from "./load/gameMemory.ts";
import { measureStarts } from "./load/gameStarts.ts";

/** What each game is held against. */
const aims = {
  // A sixtieth of a second.
  joyFrameMsP95: { atMost: 16.7 },
  startMs: { atMost: 300 },
  packKb: { atMost: 600 },
  packWithVoiceKb: { atMost: 3_000 },
  /** Beyond a tenth of what it was before a hundred rounds. */
  heapGrowthMb: { atMost: 1 },
  // What is in the air when it is counted differs; a leak leaves at least one each round.
  nodesPerRound: { atMost: 0.5 },
  listenersPerRound: { atMost: 0.5 },
} as const satisfies Record<string, Aim>;

type Figures = Record<string, number>;

/** `only` is the id of one game; without it all games of the catalogue are measured. */
export function gamesBenchmark(only: string | undefined): Benchmark {
  return {
    name: "games",
    aims: {},
    async measure() {
      await ensureBuilt({ only: ["content", "kiosk"] });
      const robot = await openRobot({ only });
      try {
        const figures: Figures = { displayHz: await displayRate(robot) };
        const levels: string[] = [];
        for (const game of robot.games) {
          const measured = await measureGame(robot, game);
          levels.push(`${game.id} ${measured.level}`);
          for (const [name, figure] of Object.entries(measured.figures))
            figures[`${game.id}.${name}`] = figure;
        }
        const starts = await measureStarts(robot.games);
        for (const [id, ms] of starts ?? []) figures[`${id}.startMs`] = ms;
        return {
          figures,
          aims: Object.fromEntries(
            [...robot.games.map(({ id }) => id), ...robot.broken.keys()].flatMap((id) =>
              Object.entries(aims).map(([name, aim]) => [`${id}.${name}`, aim]),
            ),
          ),
          note: [
            `frames of Chromium ${robot.browser.version()} without a graphics card, CPU throttled 4 times, level by level: ${levels.join(", ")}`,
            starts === null
              ? "no Electron window here, so no start was measured"
              : "starts in the real kiosk",
            ...[...robot.broken].map(([id, reason]) => `${id} could not be built: ${reason}`),
          ].join("; "),
        };
      } finally {
        await robot.close();
      }
    },
  };
}

async function measureGame(robot: Robot, game: CatalogueEntry): Promise<{ level: string; figures: Figures }> {
  const { level, joyFrameMs, allFrameMs } = await measureFrames(robot, game);
  const { before, after } = await measureGrowth(robot, game);
  const megabytes = (bytes: number) => bytes / 1_000_000;
  return {
    level,
    figures: {
      joyFrameMsP95: percentile(joyFrameMs, 95),
      joyFrames: joyFrameMs.length,
      frameMsP95: percentile(allFrameMs, 95),
      frames: allFrameMs.length,
      ...(game.sizes
        ? { packKb: game.sizes.withoutVoice / 1_000, packWithVoiceKb: game.sizes.withVoice / 1_000 }
        : {}),
      heapMb: megabytes(before.heapBytes),
      heapGrowthMb: megabytes(after.heapBytes - before.heapBytes * 1.1),
      nodes: before.nodes,
      nodesPerRound: (after.nodes - before.nodes) / roundsBetween,
      listeners: before.listeners,
      listenersPerRound: (after.listeners - before.listeners) / roundsBetween,
    },
  };
}
