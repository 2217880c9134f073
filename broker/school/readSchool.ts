// Owns reading the school's frame from the store as the API tells it.
import type { Kysely } from "kysely";
import { type SchoolYear, weeksOf } from "../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import { type School, school } from "../api/school.ts";
import type { ClosureTable, Tables } from "../store/schema.ts";
import { dayAt } from "../timetable/schoolDay.ts";
import { readYear } from "./readYear.ts";
import { readSetting } from "./settings.ts";

export async function readSchool(query: Kysely<Tables>, now: number): Promise<School> {
  const { name, zone } = await query.selectFrom("school").select(["name", "zone"]).executeTakeFirstOrThrow();
  const closures = await query.selectFrom("closure").orderBy("fromDate").selectAll().execute();
  const yearRows = await query.selectFrom("schoolYear").orderBy("fromDate").selectAll().execute();
  const years = yearRows.flatMap((row) => {
    const read = readYear(row);
    return read === undefined ? [] : [{ id: row.id, ...read }];
  });
  const today = dayAt(now, zone);
  const over = years.filter((year) => lastDayOf(year, closures) < today);
  const ahead = years.filter((year) => !over.includes(year));
  const periods = await query.selectFrom("period").orderBy("position").selectAll().execute();
  return school.parse({
    name,
    zone,
    years: [...ahead, ...over.reverse()],
    periods: periods.map((row) => ({
      id: row.id,
      name: row.name,
      summer: { startMinute: row.summerStart, endMinute: row.summerEnd },
      winter: { startMinute: row.winterStart, endMinute: row.winterEnd },
      afterLunch: row.afterLunch === 1,
    })),
    winter: await readSetting(query, "winter"),
    closures,
    screenTime: await readSetting(query, "screenTime"),
  });
}

function lastDayOf(year: SchoolYear, closures: readonly ClosureTable[]): string {
  const last = weeksOf(year, closures).at(-1);
  return last === undefined ? "" : addDays(last.monday, 6);
}
