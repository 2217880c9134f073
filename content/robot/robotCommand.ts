// Owns `npm run games -- robot [GAME] [--level LEVEL] [--all-hands]`: plays, and prints a table with the time of each play.
import { parseArgs } from "node:util";
import { openRobot } from "./openRobot.ts";
import { planPlays } from "./plan.ts";
import type { PlayReport } from "./play.ts";
import { openTables } from "./playAll.ts";
import { differentQuestions } from "./sameQuestions.ts";

/** Returns the exit code: 1 when any play had a fault. */
export async function runRobot(
  args: readonly string[],
  { print, gamesFolder }: { print(line: string): void; gamesFolder: string },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { level: { type: "string" }, "all-hands": { type: "boolean", default: false } },
  });
  const robot = await openRobot({ only: positionals[0], gamesFolder });
  try {
    for (const [id, reason] of robot.broken) print(`✗ ${id} could not be built: ${reason}`);
    const begun = performance.now();
    const tables = openTables(robot);
    const plays = planPlays(robot.games, { allHands: values["all-hands"] }).filter(
      ({ level }) => values.level === undefined || level.id === values.level,
    );
    const reports = await Promise.all(
      plays.map(async (play) => {
        const report = await tables.play(play);
        for (const line of lines(report)) print(line);
        return report;
      }),
    );
    const different = differentQuestions(reports);
    for (const line of different) print(`✗ ${line}`);
    const faulty = reports.filter(({ faults }) => faults.length > 0);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    print(`${reports.length} plays in ${seconds} s, ${faulty.length} with faults`);
    return faulty.length + robot.broken.size + different.length === 0 ? 0 : 1;
  } finally {
    await robot.close();
  }
}

function lines({ play, tookMs, touches, rounds, faults }: PlayReport): string[] {
  const { game, level, mode, hand } = play;
  const cells = [
    faults.length === 0 ? "✓" : "✗",
    game.id.padEnd(16),
    level.id.padEnd(16),
    mode.padEnd(7),
    hand.padEnd(8),
    `${Math.round(tookMs)} ms`.padStart(8),
    `${rounds} rounds`.padStart(9),
    `${touches} touches`.padStart(11),
  ];
  return [cells.join(" "), ...faults.map((fault) => `    ${fault}`)];
}
