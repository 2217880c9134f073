// Owns reading the rows that plans are made of, and from which day on a plan holds slots.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import { mondayOf } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { dayAt } from "../timetable/schoolDay.ts";
import { readSchoolRules } from "../timetable/schoolRules.ts";
import type { PlanRows } from "./buildPlan.ts";

/** How far back a device can still say which lesson it was. */
const keptDays = 14;

/** A Monday: a plan whose first day moved with every day would be a new version every day. */
export const firstPlanDay = (now: number, zone: string): LocalDate =>
  mondayOf(addDays(dayAt(now, zone), -keptDays));

/** `room`: slots of this room only; undefined for all. */
export async function readPlanRows(
  query: Kysely<Tables>,
  now: number,
  room?: RoomId,
): Promise<PlanRows & { readonly school: Tables["school"]; readonly rooms: readonly Tables["room"][] }> {
  const school = await query.selectFrom("school").selectAll().executeTakeFirstOrThrow();
  let slots = query.selectFrom("publishedSlot").where("date", ">=", firstPlanDay(now, school.zone));
  if (room !== undefined) slots = slots.where("roomId", "=", room);
  return {
    school,
    rooms: await query.selectFrom("room").selectAll().execute(),
    classes: await query.selectFrom("schoolClass").selectAll().execute(),
    lessons: await query.selectFrom("lesson").selectAll().execute(),
    slots: await slots.selectAll().execute(),
    closures: await query.selectFrom("closure").selectAll().execute(),
    rules: await readSchoolRules(query),
  };
}
