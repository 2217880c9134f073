// Owns playing many plays at several tables at once, as many as the cores draw without falling behind.
import { availableParallelism } from "node:os";
import type { Robot } from "./openRobot.ts";
import type { Play } from "./plan.ts";
import { type PlayReport, playGame } from "./play.ts";
import { openTable, type RobotTable } from "./table.ts";
import { smallScreen } from "./troubles.ts";

export const tablesAtOnce = Math.min(6, availableParallelism() * 2);

export type Tables = {
  /** Plays as soon as a table is free. */
  play(play: Play): Promise<PlayReport>;
};

/** Opens tables as they are needed; they close with the robot. */
export function openTables(robot: Robot): Tables {
  const free: RobotTable[] = [];
  const waiting: ((table: RobotTable) => void)[] = [];
  let open = 0;
  const take = (): Promise<RobotTable> => {
    const table = free.pop();
    if (table) return Promise.resolve(table);
    if (open >= tablesAtOnce) return new Promise((resolve) => waiting.push(resolve));
    open += 1;
    // Half the pixels each way: what is drawn is not looked at here.
    return openTable(robot, { size: smallScreen, scale: 0.5 });
  };
  return {
    async play(play) {
      const table = await take();
      try {
        return await playGame(robot, table, play);
      } finally {
        const next = waiting.shift();
        if (next) next(table);
        else free.push(table);
      }
    },
  };
}
