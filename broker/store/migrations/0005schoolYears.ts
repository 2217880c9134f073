// Owns the move from slots that come back every week to slots by day: school years, periods, draft and published timetable (ADR 0020),
// and with it leads, readiness, and what classroom screens show. The weekly slots of an older database become published days.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { v7 } from "uuid";
import { givePermissions } from "../givePermissions.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;
type Columns = Record<string, "text" | "text?" | "integer" | "integer?" | "bigint" | "bigint?">;

async function table(db: Schema, name: string, key: string, columns: Columns): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const optional = kind.endsWith("?");
    const type = (optional ? kind.slice(0, -1) : kind) as "text" | "integer" | "bigint";
    builder = builder.addColumn(column, type, (definition) => (optional ? definition : definition.notNull()));
  }
  await builder.addPrimaryKeyConstraint(`${name}Key`, [key] as never[]).execute();
}

type WeeklySlot = {
  roomId: string;
  classId: string;
  lessonId: string;
  weekday: number;
  startMinute: number;
  endMinute: number;
  fromDate: string | null;
  untilDate: string | null;
};

const dayMs = 86_400_000;
/** How far back plans hold slots. */
const keptDays = 21;
const dateText = (at: number) => new Date(at).toISOString().slice(0, 10);
/** First Monday of September, UTC midnight. */
function septemberMonday(year: number): number {
  const first = Date.UTC(year, 8, 1);
  return first + ((8 - new Date(first).getUTCDay()) % 7) * dayMs;
}

async function toDays(db: Schema, weekly: readonly WeeklySlot[], now: number): Promise<void> {
  const today = new Date(now);
  // In summer the year that is being planned is the coming one.
  const year = today.getUTCMonth() >= 5 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const first = septemberMonday(year);
  const secondTerm = first + 18 * 7 * dayMs;
  await db
    .insertInto("schoolYear")
    .values({
      id: v7(),
      name: `${year}–${year + 1}`,
      fromDate: dateText(first),
      terms: JSON.stringify([
        { name: "Học kỳ I", fromDate: dateText(first), weeks: 18 },
        { name: "Học kỳ II", fromDate: dateText(secondTerm), weeks: 17 },
      ]),
    })
    .execute();
  const until = Date.UTC(year + 1, 4, 31);
  // What plays in the weeks before the year begins goes on playing.
  const aroundNow = Math.floor(now / dayMs) * dayMs - keptDays * dayMs;
  for (let at = Math.min(first, aroundNow); at <= until; at += dayMs) {
    const date = dateText(at);
    const weekday = ((new Date(at).getUTCDay() + 6) % 7) + 1;
    const days = weekly
      .filter((slot) => slot.weekday === weekday)
      .filter(({ fromDate, untilDate }) => (fromDate ?? date) <= date && date <= (untilDate ?? date))
      .map(({ roomId, classId, lessonId, startMinute, endMinute }) => ({
        id: v7(),
        roomId,
        date,
        periodId: null,
        startMinute,
        endMinute,
        classId,
        lessonId,
      }));
    if (days.length === 0) continue;
    await db.insertInto("publishedSlot").values(days).execute();
    await db
      .insertInto("slot")
      .values(days.map((day) => ({ ...day, origin: "hand", revision: 1, changedBy: "", changedAt: now })))
      .execute();
  }
}

const newPermissions: Record<string, readonly string[]> = {
  vicePrincipalEducation: [
    "timetable.publish",
    "lessons.edit",
    "school.manage",
    "notices.edit",
    "classroom.manage",
    "notices.approve",
  ],
  vicePrincipalCare: ["notices.edit", "classroom.manage", "notices.approve"],
  itOfficer: ["lessons.edit", "school.manage", "notices.edit", "classroom.manage"],
  gradeHead: ["lessons.edit", "notices.edit", "classroom.manage"],
  teacher: ["notices.edit"],
};

export const schoolYears: Migration = {
  async up(db: Schema) {
    const weekly = (await db.selectFrom("slot").selectAll().execute()) as WeeklySlot[];
    const school: unknown = await db.selectFrom("school").select("id").executeTakeFirst();
    await db.schema.dropTable("slot").execute();
    await db.schema.dropTable("roomLesson").execute();

    await table(db, "schoolYear", "id", { id: "text", name: "text", fromDate: "text", terms: "text" });
    await table(db, "period", "id", {
      id: "text",
      position: "integer",
      name: "text",
      summerStart: "integer",
      summerEnd: "integer",
      winterStart: "integer",
      winterEnd: "integer",
      afterLunch: "integer",
    });
    await table(db, "setting", "name", { name: "text", value: "text" });
    const placed = {
      id: "text",
      roomId: "text",
      date: "text",
      periodId: "text?",
      startMinute: "integer",
      endMinute: "integer",
      classId: "text",
      lessonId: "text",
    } as const;
    await table(db, "slot", "id", {
      ...placed,
      origin: "text",
      revision: "integer",
      changedBy: "text",
      changedAt: "bigint",
    });
    await table(db, "publishedSlot", "id", placed);
    for (const name of ["slot", "publishedSlot"])
      await db.schema.createIndex(`${name}ByDate`).on(name).columns(["date", "roomId"]).execute();
    await table(db, "removedSlot", "id", {
      id: "text",
      revision: "integer",
      changedBy: "text",
      changedAt: "bigint",
    });
    await table(db, "slotChangeSet", "id", {
      id: "text",
      at: "bigint",
      actor: "text",
      staffId: "text?",
      kind: "text",
      count: "integer",
      inverse: "text",
      undoneAt: "bigint?",
    });
    await table(db, "dayPlan", "ageBand", { ageBand: "text", activities: "text" });
    await table(db, "menuDay", "date", { date: "text", meals: "text" });
    await table(db, "notice", "id", {
      id: "text",
      title: "text",
      text: "text",
      picture: "text",
      classIds: "text?",
      fromDate: "text",
      untilDate: "text",
      state: "text",
      createdBy: "text",
      authorId: "text?",
      revision: "integer",
      createdAt: "bigint",
      approvedBy: "text?",
      approvedAt: "bigint?",
    });
    await table(db, "roomLead", "roomId", {
      roomId: "text",
      lead: "text",
      endedAt: "bigint?",
      issuedBy: "text",
      past: "text",
    });
    await table(db, "readiness", "deviceId", {
      deviceId: "text",
      at: "bigint",
      sessionId: "text?",
      checks: "text",
    });
    await db.schema.alterTable("schoolClass").addColumn("homeRoomId", "text").execute();
    await db.schema.alterTable("schoolClass").addColumn("children", "integer").execute();
    await db.schema.alterTable("schoolClass").addColumn("archivedAt", "bigint").execute();
    await db.schema
      .alterTable("lesson")
      .addColumn("domains", "text", (column) => column.notNull().defaultTo('["cognition"]'))
      .execute();
    await db.schema.alterTable("lesson").addColumn("archivedAt", "bigint").execute();
    await db.schema.alterTable("session").addColumn("playedMs", "bigint").execute();
    await db.schema
      .alterTable("session")
      .addColumn("countedAt", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable("session")
      .addColumn("lessonAt", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`CREATE INDEX "sessionByTime" ON session ("openedAt")`.execute(db);
    // What happened in a lesson, by the lesson: only the two kinds of records that are counted there.
    await sql`
      CREATE INDEX "recordBySession" ON record (json_extract(body, '$.sessionId'), type, "deviceId")
      WHERE type IN ('session', 'gameRun')`.execute(db);

    if (school !== undefined) await toDays(db, weekly, Date.now());
    await givePermissions(db, newPermissions);
  },
};
