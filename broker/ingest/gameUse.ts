// Owns how a game run enters the sums of how games are used (ADR 0028). Sums commute: the order of records does not matter.
import type { DatabaseSync } from "node:sqlite";
import type { GameRun } from "../../protocol/records/gameRun.ts";

export type GameUse = {
  /** Inside the caller's transaction, once for each new run. `endedAt`: corrected, UTC ms. */
  add(run: GameRun, endedAt: number): void;
};

const hourMs = 3_600_000;
/** What one run adds at most: a station that says more is broken, and its sums would outgrow what anybody can read again. */
const mostMs = 24 * hourMs;
const mostCount = 100_000;

export function makeGameUse(database: DatabaseSync): GameUse {
  // A run of an older station does not say how old its children were; their class does, as long as it has not moved up.
  const statement = database.prepare(`
    INSERT INTO "gameUse" (
      hour, "gameId", level, mode, "classId", "ageBand", runs, finished, "leftEarly", faulted, "playedMs",
      rounds, "correctFirstTry", hints, "toldRounds", "shownHow", "roundsMs")
    VALUES (
      ?, ?, ?, ?, ?, coalesce(?, (SELECT "ageBand" FROM "schoolClass" WHERE id = ?), ''), 1, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?)
    ON CONFLICT (hour, "gameId", level, mode, "classId", "ageBand") DO UPDATE SET
      runs = runs + 1,
      finished = finished + excluded.finished,
      "leftEarly" = "leftEarly" + excluded."leftEarly",
      faulted = faulted + excluded.faulted,
      "playedMs" = "playedMs" + excluded."playedMs",
      rounds = rounds + excluded.rounds,
      "correctFirstTry" = "correctFirstTry" + excluded."correctFirstTry",
      hints = hints + excluded.hints,
      "toldRounds" = "toldRounds" + excluded."toldRounds",
      "shownHow" = "shownHow" + excluded."shownHow",
      "roundsMs" = "roundsMs" + excluded."roundsMs"`);
  return {
    add(run, endedAt) {
      const classId = run.classId ?? "";
      const time = (ms: number) => Math.min(ms, mostMs);
      const counted = (count: number) => Math.min(count, mostCount);
      const ended = (how: GameRun["ended"]) => (run.ended === how ? 1 : 0);
      statement.run(
        Math.floor(endedAt / hourMs),
        run.gameId,
        run.level,
        run.mode,
        classId,
        run.ageBand,
        classId,
        ended("finished"),
        ended("left"),
        ended("faulted"),
        time(run.durationMs),
        counted(run.rounds),
        counted(run.correctFirstTry),
        counted(run.hints),
        run.roundsMs === null ? 0 : counted(run.rounds),
        counted(run.shownHow ?? 0),
        time(run.roundsMs ?? 0),
      );
    },
  };
}
