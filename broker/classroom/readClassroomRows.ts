// Owns reading the rows that classroom screens are made of.
import type { Kysely } from "kysely";
import { mondayOf } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { SchoolClassTable, Tables } from "../store/schema.ts";
import type { ClassroomRows } from "./buildClassroom.ts";

export async function readClassroomRows(
  query: Kysely<Tables>,
  classes: readonly SchoolClassTable[],
  today: LocalDate,
): Promise<ClassroomRows> {
  return {
    classes,
    dayPlans: await query.selectFrom("dayPlan").selectAll().execute(),
    menuDays: await query.selectFrom("menuDay").where("date", ">=", mondayOf(today)).selectAll().execute(),
    notices: await query
      .selectFrom("notice")
      .where("state", "=", "approved")
      .where("untilDate", ">=", today)
      .selectAll()
      .execute(),
  };
}
