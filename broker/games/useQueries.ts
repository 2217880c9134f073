// Owns the questions to the table of use: by game, week, class, level and age. Nothing finer is in the table (ADR 0028).
import { type Kysely, sql } from "kysely";
import type { Tables } from "../store/schema.ts";

export const hourMs = 3_600_000;
const weekHours = 7 * 24;

export type UseFilter = {
  /** Hours since 1970 UTC, [fromHour, untilHour). */
  readonly fromHour: number;
  readonly untilHour: number;
  readonly gameId?: string | undefined;
  readonly classId?: string | undefined;
  readonly ageBand?: string | undefined;
  readonly mode?: string | undefined;
};

export type UseQueries = ReturnType<typeof makeUseQueries>;

export function makeUseQueries(query: Kysely<Tables>) {
  const within = ({ fromHour, untilHour, gameId, classId, ageBand, mode }: UseFilter) => {
    let rows = query.selectFrom("gameUse").where("hour", ">=", fromHour).where("hour", "<", untilHour);
    if (gameId !== undefined) rows = rows.where("gameId", "=", gameId);
    if (classId !== undefined) rows = rows.where("classId", "=", classId);
    if (ageBand !== undefined) rows = rows.where("gameUse.ageBand", "=", ageBand);
    if (mode !== undefined) rows = rows.where("mode", "=", mode);
    return rows;
  };
  const use = [
    sql<number>`sum(runs)`.as("runs"),
    sql<number>`sum("playedMs")`.as("playedMs"),
    sql<number>`sum(faulted)`.as("faulted"),
    sql<number>`max(hour)`.as("lastHour"),
  ] as const;

  return {
    byGame: (filter: UseFilter) =>
      within(filter)
        .select(["gameId", ...use, sql<number>`count(DISTINCT nullif("classId", ''))`.as("classes")])
        .groupBy("gameId")
        .execute(),

    /** Of all time; a game that was never played is not in it. One look into the index for each game. */
    async lastHours(gameIds: Iterable<string>): Promise<ReadonlyMap<string, number>> {
      const found = new Map<string, number>();
      for (const gameId of gameIds) {
        const row = await query
          .selectFrom("gameUse")
          .where("gameId", "=", gameId)
          .orderBy("hour", "desc")
          .select("hour")
          .limit(1)
          .executeTakeFirst();
        if (row !== undefined) found.set(gameId, row.hour);
      }
      return found;
    },

    /** `week`: whole weeks after `mondayHour`. */
    byWeek: (filter: UseFilter, mondayHour: number) =>
      within(filter)
        // Written out, since a bound number would be divided as a fraction.
        .select([sql<number>`(hour - ${sql.lit(mondayHour)}) / ${sql.lit(weekHours)}`.as("week"), ...use])
        .groupBy("week")
        .execute(),

    byGameAndClass: (filter: UseFilter) =>
      within(filter)
        .leftJoin("schoolClass", "schoolClass.id", "gameUse.classId")
        .select(["gameId", "classId", "schoolClass.name", "schoolClass.emblem", ...use])
        .groupBy(["gameId", "classId"])
        // Those that are gone after those that are there.
        .orderBy(sql`"schoolClass"."archivedAt" IS NOT NULL OR "schoolClass".id IS NULL`)
        .orderBy("schoolClass.position")
        .execute(),

    byLevel: (filter: UseFilter) =>
      within(filter)
        .select([
          "gameId",
          "level",
          "mode",
          "ageBand",
          ...use,
          sql<number>`sum(finished)`.as("finished"),
          sql<number>`sum("leftEarly")`.as("leftEarly"),
          sql<number>`sum(rounds)`.as("rounds"),
          sql<number>`sum("correctFirstTry")`.as("correctFirstTry"),
          sql<number>`sum(hints)`.as("hints"),
          sql<number>`sum("toldRounds")`.as("toldRounds"),
          sql<number>`sum("shownHow")`.as("shownHow"),
          sql<number>`sum("roundsMs")`.as("roundsMs"),
        ])
        .groupBy(["gameId", "level", "mode", "ageBand"])
        .execute(),
  };
}

export type LevelUse = Awaited<ReturnType<UseQueries["byLevel"]>>[number];
