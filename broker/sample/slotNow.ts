// Owns that the sample school's Kidsmart room always has a slot running when it is started: at night, on Sundays, on holidays.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { addDays, localTimeOf } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { gapsIn } from "./slotGaps.ts";

/** How long there is something to play from the start on, minutes. */
const coverMinutes = 45;
const dayMinutes = 24 * 60;
const coverOrigin = "generator";

/** Before the hub's core starts: nothing is told to devices here. */
export async function coverNow(query: Kysely<Tables>, now: number): Promise<void> {
  const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
  const { date, minute } = localTimeOf(now, zone);
  // Nothing but this makes slots of the generator at hours of their own.
  const left = await query
    .deleteFrom("slot")
    .where("date", "<", date)
    .where("periodId", "is", null)
    .where("origin", "=", coverOrigin)
    .returning("id")
    .execute();
  if (left.length > 0)
    await query
      .deleteFrom("publishedSlot")
      .where(
        "id",
        "in",
        left.map(({ id }) => id),
      )
      .execute();

  const from = Math.floor(minute);
  const until = from + coverMinutes;
  await coverDay(query, now, date, { startMinute: from, endMinute: Math.min(until, dayMinutes) });
  // A slot never crosses midnight; the rest belongs to the day after.
  if (until > dayMinutes)
    await coverDay(query, now, addDays(date, 1), { startMinute: 0, endMinute: until - dayMinutes });
}

async function coverDay(
  query: Kysely<Tables>,
  now: number,
  date: string,
  wanted: { startMinute: number; endMinute: number },
): Promise<void> {
  await query.deleteFrom("closure").where("fromDate", "<=", date).where("untilDate", ">=", date).execute();
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
    .selectFrom("publishedSlot")
    .where("roomId", "=", room.id)
    .where("date", "=", date)
    .select(["startMinute", "endMinute"])
    .execute();
  for (const gap of gapsIn(wanted, taken)) {
    const slot = {
      id: v7(),
      roomId: room.id,
      date,
      periodId: null,
      ...gap,
      classId: schoolClass.id,
      lessonId: lesson.id,
    };
    await query.insertInto("publishedSlot").values(slot).execute();
    await query
      .insertInto("slot")
      .values({ ...slot, origin: coverOrigin, revision: 1, changedBy: "", changedAt: now })
      .execute();
  }
}
