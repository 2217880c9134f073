// Owns the table of how games are used, filled from the runs that were recorded before there was one.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const key = ["hour", "gameId", "level", "mode", "classId", "ageBand"] as const;
const texts = ["gameId", "level", "mode", "classId", "ageBand"] as const;
const sums = [
  "runs",
  "finished",
  "leftEarly",
  "faulted",
  "playedMs",
  "rounds",
  "correctFirstTry",
  "hints",
  "toldRounds",
  "shownHow",
  "roundsMs",
] as const;

export const gameUse: Migration = {
  async up(db: Kysely<unknown>) {
    let table = db.schema.createTable("gameUse").addColumn("hour", "integer", (column) => column.notNull());
    for (const name of texts) table = table.addColumn(name, "text", (column) => column.notNull()) as never;
    for (const name of sums) table = table.addColumn(name, "bigint", (column) => column.notNull()) as never;
    await table
      // The hour first: every question is about a span of time.
      .addPrimaryKeyConstraint("gameUseKey", [...key] as never[])
      .modifyEnd(sql`without rowid`)
      .execute();
    await db.schema.createIndex("gameUseByGame").on("gameUse").columns(["gameId", "hour"]).execute();
    // Runs of stations before this version say neither the age of the class nor how long questions took. A body that is
    // no JSON any more costs itself, not the hub's start.
    await sql`
      INSERT INTO "gameUse" (
        hour, "gameId", level, mode, "classId", "ageBand", runs, finished, "leftEarly", faulted, "playedMs",
        rounds, "correctFirstTry", hints, "toldRounds", "shownHow", "roundsMs")
      SELECT run.hour, run."gameId", run.level, run.mode, run."classId",
        coalesce(run."ageBand", "schoolClass"."ageBand", ''),
        count(*), sum(ended = 'finished'), sum(ended = 'left'), sum(ended = 'faulted'), sum("durationMs"),
        sum(rounds), sum("correctFirstTry"), sum(hints),
        sum(CASE WHEN "roundsMs" IS NULL THEN 0 ELSE rounds END),
        sum(coalesce("shownHow", 0)), sum(coalesce("roundsMs", 0))
      FROM (
        SELECT "correctedAt" / 3600000 AS hour,
          json_extract(body, '$.gameId') AS "gameId",
          json_extract(body, '$.level') AS level,
          json_extract(body, '$.mode') AS mode,
          coalesce(json_extract(body, '$.classId'), '') AS "classId",
          json_extract(body, '$.ageBand') AS "ageBand",
          json_extract(body, '$.ended') AS ended,
          min(json_extract(body, '$.durationMs'), 86400000) AS "durationMs",
          json_extract(body, '$.rounds') AS rounds,
          json_extract(body, '$.correctFirstTry') AS "correctFirstTry",
          json_extract(body, '$.hints') AS hints,
          json_extract(body, '$.shownHow') AS "shownHow",
          min(json_extract(body, '$.roundsMs'), 86400000) AS "roundsMs"
        FROM record WHERE type = 'gameRun' AND json_valid(body)
      ) AS run
      LEFT JOIN "schoolClass" ON "schoolClass".id = run."classId"
      WHERE run."gameId" IS NOT NULL AND run.rounds IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6`.execute(db);
  },
};
