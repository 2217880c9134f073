// Owns that the sample school's Kidsmart room always has a slot running when it is started: at night, on Sundays, on holidays.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { addDays, localTimeOf, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { gapsIn } from "./slotGaps.ts";

/** How long there is something to play from the start on, minutes. */
const coverMinutes = 45;
const dayMinutes = 24 * 60;

/** Before the hub's core starts: nothing is told to devices here. */
export async function coverNow(query: Kysely<Tables>, now: number): Promise<void> {
  const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
  const { date, minute } = localTimeOf(now, zone);
  await query
    .deleteFrom("slot")
    .where("untilDate", "<", date)
    .whereRef("fromDate", "=", "untilDate")
    .execute();

  const from = Math.floor(minute);
  const until = from + coverMinutes;
  await coverDay(query, date, { startMinute: from, endMinute: Math.min(until, dayMinutes) });
  // A slot never crosses midnight; the rest belongs to the day after.
  if (until > dayMinutes)
    await coverDay(query, addDays(date, 1), { startMinute: 0, endMinute: until - dayMinutes });
}

async function coverDay(
  query: Kysely<Tables>,
  date: string,
  wanted: { startMinute: number; endMinute: number },
): Promise<void> {
  await query.deleteFrom("closure").where("fromDate", "<=", date).where("untilDate", ">=", date).execute();
  const weekday = weekdayOfDate(date);
  const room = await query
    .selectFrom("room")
    .where("kind", "=", "kidsmart")
    .orderBy("position")
    .select("id")
    .executeTakeFirst();
  // The oldest children may play longest.
  const schoolClass = await query
    .selectFrom("schoolClass")
    .orderBy("ageBand", "desc")
    .orderBy("position")
    .select(["id", "ageBand"])
    .executeTakeFirst();
  const lesson = await query
    .selectFrom("lesson")
    .where("ageBand", "=", schoolClass?.ageBand ?? "")
    .orderBy("id")
    .select("id")
    .executeTakeFirst();
  if (room === undefined || schoolClass === undefined || lesson === undefined) return;

  const taken = await query
    .selectFrom("slot")
    .where("roomId", "=", room.id)
    .where("weekday", "=", weekday)
    .where(({ or, eb }) => or([eb("fromDate", "is", null), eb("fromDate", "<=", date)]))
    .where(({ or, eb }) => or([eb("untilDate", "is", null), eb("untilDate", ">=", date)]))
    .select(["startMinute", "endMinute"])
    .execute();
  for (const gap of gapsIn(wanted, taken))
    await query
      .insertInto("slot")
      .values({
        id: v7(),
        roomId: room.id,
        classId: schoolClass.id,
        lessonId: lesson.id,
        weekday,
        ...gap,
        fromDate: date,
        untilDate: date,
      })
      .execute();
}
