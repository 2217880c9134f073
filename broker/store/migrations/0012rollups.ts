// Owns the tables of what is kept when samples are gone: hours and days of health, days of use (ADR 0037).
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const ranges = ["cpu", "memory", "disk", "temperature"] as const;
const kioskStates = [
  ...["off", "starting", "waiting", "menu", "game"],
  ...["break", "warning", "goodbye", "panel", "stuck"],
] as const;
const inLesson = "'menu', 'game', 'break', 'warning', 'goodbye', 'panel'";

// biome-ignore lint/suspicious/noExplicitAny: Kysely's own type for a schema that is still being made.
type Schema = Kysely<any>;

async function healthSums(db: Schema, name: string, time: "hour" | "date"): Promise<void> {
  let table = db.schema
    .createTable(name)
    .addColumn("deviceId", "text", (column) => column.notNull())
    .addColumn(time, time === "hour" ? "integer" : "text", (column) => column.notNull())
    .addColumn("samples", "integer", (column) => column.notNull());
  for (const range of ranges)
    table = table
      .addColumn(`${range}Count`, "integer", (column) => column.notNull())
      .addColumn(`${range}Sum`, "bigint", (column) => column.notNull())
      .addColumn(`${range}Min`, "bigint")
      .addColumn(`${range}Max`, "bigint") as never;
  for (const traffic of ["receivedKiB", "sentKiB"])
    table = table.addColumn(traffic, "bigint", (column) => column.notNull()) as never;
  for (const state of kioskStates)
    table = table.addColumn(state, "integer", (column) => column.notNull()) as never;
  await table
    // One tree in the order in which a device's chart reads it.
    .addPrimaryKeyConstraint(`${name}Key`, ["deviceId", time] as never[])
    .modifyEnd(sql`without rowid`)
    .execute();
}

async function usageTables(db: Schema): Promise<void> {
  await db.schema
    .createTable("usageDay")
    .addColumn("date", "text", (column) => column.notNull())
    .addColumn("deviceId", "text", (column) => column.notNull())
    .addColumn("roomId", "text")
    .addColumn("firstAt", "bigint")
    .addColumn("lastAt", "bigint")
    .addColumn("onMinutes", "integer", (column) => column.notNull())
    .addColumn("lessonMinutes", "integer", (column) => column.notNull())
    .addColumn("onSlots0", "bigint", (column) => column.notNull())
    .addColumn("onSlots8", "bigint", (column) => column.notNull())
    .addColumn("onSlots16", "bigint", (column) => column.notNull())
    .addColumn("powerLosses", "integer", (column) => column.notNull())
    .addColumn("runs", "integer", (column) => column.notNull())
    .addColumn("playedMs", "bigint", (column) => column.notNull())
    // The day first: the logbook is read by day, and today's rows lie together.
    .addPrimaryKeyConstraint("usageDayKey", ["date", "deviceId"] as never[])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable("usageSession")
    .addColumn("date", "text", (column) => column.notNull())
    .addColumn("deviceId", "text", (column) => column.notNull())
    .addColumn("sessionId", "text", (column) => column.notNull())
    .addColumn("roomId", "text")
    .addColumn("classId", "text", (column) => column.notNull())
    .addColumn("openedAt", "bigint", (column) => column.notNull())
    .addColumn("lastAt", "bigint", (column) => column.notNull())
    .addColumn("closedAt", "bigint")
    .addColumn("playedMs", "bigint", (column) => column.notNull())
    .addColumn("runs", "integer", (column) => column.notNull())
    .addColumn("gameMs", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("usageSessionKey", ["date", "deviceId", "sessionId"] as never[])
    .modifyEnd(sql`without rowid`)
    .execute();
}

const tenths = (column: string) => sql.raw(`CAST(round("${column}" * 10) AS INTEGER)`);
/** What a device can be believed, so that no sum leaves the exact numbers: a day of play; KiB of traffic, MiB of a disk. */
const mostPlayedMs = 86_400_000;
const mostCounted = 2 ** 40;
const whole = (column: string) => sql.raw(`min("${column}", ${mostCounted})`);

/** The view `health`, without runs that are no JSON any more: those would end the whole update. */
const readableHealth = sql`(
  SELECT run."deviceId", run."fromAt" + json_extract(sample.value, '$[0]') AS "correctedAt",
    json_extract(sample.value, '$[2]') AS "cpuPercent", json_extract(sample.value, '$[3]') AS "memoryPercent",
    json_extract(sample.value, '$[4]') AS "diskFreeMiB", json_extract(sample.value, '$[5]') AS "temperatureC",
    json_extract(sample.value, '$[6]') AS "receivedKiB", json_extract(sample.value, '$[7]') AS "sentKiB",
    json_extract(sample.value, '$[8]') AS kiosk
  FROM "healthRun" AS run,
    json_each(CASE WHEN json_valid(run.samples) THEN run.samples ELSE '[]' END) AS sample)`;

/** `offsetMs`: of the school's zone today; it decides which day an older sample belongs to. */
async function fillHealth(db: Schema, offsetMs: number): Promise<void> {
  const range = (column: string, of: typeof tenths) =>
    sql`count(${sql.ref(column)}), coalesce(sum(${of(column)}), 0), min(${of(column)}), max(${of(column)})`;
  const spans = [
    ["healthHour", `"correctedAt" / 3600000`],
    ["healthDay", `date(("correctedAt" + ${offsetMs}) / 1000, 'unixepoch')`],
  ] as const;
  for (const [table, time] of spans)
    await sql`
    INSERT INTO ${sql.table(table)}
    SELECT "deviceId", ${sql.raw(time)}, count(*),
      ${range("cpuPercent", tenths)}, ${range("memoryPercent", tenths)},
      ${range("diskFreeMiB", whole)}, ${range("temperatureC", tenths)},
      coalesce(sum(${whole("receivedKiB")}), 0), coalesce(sum(${whole("sentKiB")}), 0),
      ${sql.join(kioskStates.map((state) => sql`coalesce(sum(kiosk = ${sql.lit(state)}), 0)`))}
    FROM ${readableHealth} GROUP BY 1, 2`.execute(db);
}

async function fillUsage(db: Schema, offsetMs: number): Promise<void> {
  const wall = (column: string) => sql.raw(`(${column} + ${offsetMs})`);
  const date = (column: string) => sql`date(${wall(column)} / 1000, 'unixepoch')`;
  // Every combination of a third of the day and ten minutes in it is a bit; each sample sets one.
  const slots = (third: number) => sql`coalesce(sum(CASE WHEN slot / 48 = ${sql.lit(third)}
    THEN 1 << (slot % 48) ELSE 0 END), 0)`;
  await sql`
    INSERT INTO "usageDay"
    SELECT date, "deviceId", NULL, min(first), max(last), sum(minutes), sum(lesson),
      ${slots(0)}, ${slots(1)}, ${slots(2)}, 0, 0, 0
    FROM (
      SELECT ${date(`"correctedAt"`)} AS date, "deviceId",
        ${wall(`"correctedAt"`)} % 86400000 / 600000 AS slot,
        min("correctedAt") AS first, max("correctedAt") AS last, count(*) AS minutes,
        sum(kiosk IN (${sql.raw(inLesson)})) AS lesson
      FROM ${readableHealth} GROUP BY 1, 2, 3)
    GROUP BY 1, 2`.execute(db);
  const body = (name: string) => sql.raw(`json_extract(body, '$.${name}')`);
  const played = (name: string) => sql`min(coalesce(${body(name)}, 0), ${sql.lit(mostPlayedMs)})`;
  await sql`
    INSERT INTO "usageDay"
    SELECT date, "deviceId", NULL, min(at), max(at), 0, 0, 0, 0, 0, sum(lost), sum(run), sum(ms)
    FROM (
      SELECT "deviceId", ${date(`"correctedAt"`)} AS date, "correctedAt" AS at,
        CASE WHEN type = 'power' AND ${body("event")} = 'unexpectedStop' AND ${body("scope")} = 'machine'
          THEN 1 ELSE 0 END AS lost,
        CASE WHEN type = 'gameRun' THEN 1 ELSE 0 END AS run,
        CASE WHEN type = 'gameRun' THEN ${played("durationMs")} ELSE 0 END AS ms
      FROM record WHERE type IN ('power', 'session', 'gameRun') AND json_valid(body))
    WHERE true GROUP BY 1, 2
    ON CONFLICT (date, "deviceId") DO UPDATE SET
      "firstAt" = min("firstAt", excluded."firstAt"), "lastAt" = max("lastAt", excluded."lastAt"),
      "powerLosses" = excluded."powerLosses", runs = excluded.runs,
      "playedMs" = excluded."playedMs"`.execute(db);
  await sql`
    INSERT INTO "usageSession"
    SELECT ${date("at")}, "deviceId", "sessionId", NULL, max("classId"), min(at - "gameMs"), max(at), max(closed), max(ms), sum(run), sum("gameMs")
    FROM (
      SELECT "deviceId", coalesce(${body("sessionId")}, '') AS "sessionId", coalesce(${body("classId")}, '') AS "classId",
        CASE WHEN type = 'session' THEN min("correctedAt", coalesce(${body("endAt")}, "correctedAt")) ELSE "correctedAt" END AS at,
        CASE WHEN type = 'session' AND ${body("event")} = 'closed'
          THEN min("correctedAt", coalesce(${body("endAt")}, "correctedAt")) END AS closed,
        CASE WHEN type = 'session' THEN ${played("playedMs")} ELSE 0 END AS ms,
        CASE WHEN type = 'gameRun' THEN 1 ELSE 0 END AS run,
        CASE WHEN type = 'gameRun' THEN ${played("durationMs")} ELSE 0 END AS "gameMs"
      FROM record WHERE type IN ('session', 'gameRun') AND json_valid(body))
    GROUP BY 1, 2, 3`.execute(db);
  await sql`UPDATE "usageDay" SET "roomId" = (SELECT "roomId" FROM device WHERE device.id = "usageDay"."deviceId")`.execute(
    db,
  );
  await sql`UPDATE "usageSession" SET "roomId" = (SELECT "roomId" FROM device WHERE device.id = "usageSession"."deviceId")`.execute(
    db,
  );
}

export const rollups: Migration = {
  async up(db: Schema) {
    await healthSums(db, "healthHour", "hour");
    await healthSums(db, "healthDay", "date");
    await usageTables(db);
    const school = await sql<{ zone: string }>`SELECT zone FROM school`.execute(db);
    const offsetMs = offsetNow(school.rows[0]?.zone ?? "Asia/Ho_Chi_Minh");
    await fillHealth(db, offsetMs);
    await fillUsage(db, offsetMs);
  },
};

function offsetNow(zone: string): number {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(new Date())
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
}
