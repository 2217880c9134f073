// Owns reading the school years, and which of their weeks a day is in.
import type { Kysely } from "kysely";
import { mondayOf, type SchoolWeek, weeksOf } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { readYear } from "../school/readYear.ts";
import type { ClosureTable, Tables } from "../store/schema.ts";

/** Every week of every school year, in order. */
export async function readSchoolWeeks(
  query: Kysely<Tables>,
  closures: readonly ClosureTable[],
): Promise<SchoolWeek[]> {
  const rows = await query.selectFrom("schoolYear").orderBy("fromDate").selectAll().execute();
  return rows.flatMap((row) => {
    const year = readYear(row);
    return year === undefined ? [] : weeksOf(year, closures);
  });
}

/** Undefined in holidays. A week that two years claim is the later one's. */
export const schoolWeekOf = (weeks: readonly SchoolWeek[], date: LocalDate): SchoolWeek | undefined =>
  weeks.findLast(({ monday }) => monday === mondayOf(date));
