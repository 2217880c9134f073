// Owns the questions to the days of use.
import { type Kysely, sql } from "kysely";
import type { Tables, UsageDayTable, UsageSessionTable } from "../store/schema.ts";

export type UsageFilter = {
  readonly from: string;
  readonly until: string;
  readonly roomId?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly classId?: string | undefined;
};

export type UsageDeviceRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stationNumber: number | null;
  readonly emblem: string;
  readonly via: string;
  readonly roomId: string | null;
  readonly enrolledAt: number;
  readonly revokedAt: number | null;
};

export type UsageQueries = ReturnType<typeof makeUsageQueries>;

/** What days of devices amount to; `playedMs`: ms. */
const daySums = [
  sql<number>`sum("onMinutes")`.as("onMinutes"),
  sql<number>`sum("lessonMinutes")`.as("lessonMinutes"),
  sql<number>`sum("playedMs")`.as("playedMs"),
  sql<number>`sum(runs)`.as("runs"),
  sql<number>`sum("powerLosses")`.as("powerLosses"),
  sql<number>`sum(CASE WHEN "onMinutes" > 0 OR "firstAt" IS NOT NULL THEN 1 ELSE 0 END)`.as("on"),
];
/** Games outside of lessons are of the empty one. */
const lessons = sql<number>`count(DISTINCT nullif("sessionId", ''))`.as("lessons");

/** Spans are summed where they lie: a year of a large fleet is millions of rows. */
export function makeUsageQueries(query: Kysely<Tables>) {
  function daysIn({ from, until, roomId, deviceId }: UsageFilter) {
    let rows = query.selectFrom("usageDay").where("date", ">=", from).where("date", "<=", until);
    if (roomId !== undefined) rows = rows.where("roomId", "=", roomId);
    if (deviceId !== undefined) rows = rows.where("deviceId", "=", deviceId);
    return rows;
  }
  function sessionsIn({ from, until, roomId, deviceId }: UsageFilter) {
    let rows = query.selectFrom("usageSession").where("date", ">=", from).where("date", "<=", until);
    if (roomId !== undefined) rows = rows.where("roomId", "=", roomId);
    if (deviceId !== undefined) rows = rows.where("deviceId", "=", deviceId);
    return rows;
  }
  function classSessionsIn(filter: UsageFilter) {
    const rows = sessionsIn(filter).where("classId", "<>", "");
    return filter.classId === undefined ? rows : rows.where("classId", "=", filter.classId);
  }
  return {
    days: (filter: UsageFilter): Promise<UsageDayTable[]> =>
      daysIn(filter).orderBy("date").selectAll().execute(),
    async countDays(filter: UsageFilter): Promise<number> {
      const count = sql<number>`count(*)`.as("count");
      return (await daysIn(filter).select(count).executeTakeFirstOrThrow()).count;
    },
    sumsByDate: (filter: UsageFilter) =>
      daysIn(filter).groupBy("date").orderBy("date").select("date").select(daySums).execute(),
    sumsByDevice: (filter: UsageFilter) =>
      daysIn(filter).groupBy("deviceId").select("deviceId").select(daySums).execute(),
    /** Where each device stood on its last day of the span. */
    lastRooms(filter: UsageFilter) {
      const last = daysIn(filter)
        .groupBy("deviceId")
        .select(({ fn }) => ["deviceId", fn.max("date").as("date")])
        .as("last");
      return query
        .selectFrom(last)
        .innerJoin("usageDay", (join) =>
          join.onRef("usageDay.date", "=", "last.date").onRef("usageDay.deviceId", "=", "last.deviceId"),
        )
        .select(["usageDay.deviceId", "usageDay.roomId"])
        .execute();
    },
    sessions: (filter: UsageFilter): Promise<UsageSessionTable[]> =>
      sessionsIn(filter).orderBy("date").orderBy("openedAt").selectAll().execute(),
    lessonsByDate: (filter: UsageFilter) =>
      sessionsIn(filter).groupBy("date").select(["date", lessons]).execute(),
    lessonsByDevice: (filter: UsageFilter) =>
      sessionsIn(filter).groupBy("deviceId").select(["deviceId", lessons]).execute(),
    lessonsByDeviceDay: (filter: UsageFilter) =>
      sessionsIn(filter).groupBy(["date", "deviceId"]).select(["date", "deviceId", lessons]).execute(),
    classDays: (filter: UsageFilter) =>
      classSessionsIn(filter)
        .groupBy(["date", "classId"])
        .orderBy("date")
        .select(["date", "classId", lessons])
        .select([sql<number>`count(DISTINCT "deviceId")`.as("devices"), sql<number>`sum(runs)`.as("runs")])
        .execute(),
    /** ms that each class's children could play on a day: of each lesson the station that had longest. */
    classPlay: (filter: UsageFilter) =>
      query
        .selectFrom(
          classSessionsIn(filter)
            .where("sessionId", "<>", "")
            .groupBy(["date", "classId", "sessionId"])
            .select(["date", "classId"])
            .select(
              sql<number>`max(CASE WHEN "playedMs" <> 0 THEN "playedMs" ELSE "lastAt" - "openedAt" END)`.as(
                "ms",
              ),
            )
            .as("lesson"),
        )
        .groupBy(["date", "classId"])
        .select(["date", "classId", sql<number>`sum(ms)`.as("ms")])
        .execute(),
    /** Revoked ones too: what they did stays. */
    devices: (): Promise<UsageDeviceRow[]> =>
      query
        .selectFrom("device")
        .select(["id", "name", "kind", "stationNumber", "emblem", "via", "roomId", "enrolledAt", "revokedAt"])
        .execute(),
    rooms: () =>
      query.selectFrom("room").orderBy("position").orderBy("name").select(["id", "name"]).execute(),
    classes: () => query.selectFrom("schoolClass").select(["id", "name", "emblem", "position"]).execute(),
  };
}
