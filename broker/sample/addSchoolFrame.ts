// Owns the frame a new school starts with: the school year of the day, and the periods of a day in summer and winter.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { mondayOf, type SchoolYear } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { PeriodTable, Tables } from "../store/schema.ts";

/** In winter mornings begin a quarter of an hour later; the afternoon then ends before it is dark. */
const periodHours = [
  { summer: 480, winter: 495 },
  { summer: 520, winter: 535 },
  { summer: 560, winter: 575 },
  { summer: 600, winter: 615 },
  { summer: 870, winter: 855, afterLunch: true },
  { summer: 910, winter: 895 },
] as const;
/** As long as the longest session of any age. */
const periodMinutes = 30;

const termWeeks = [18, 17] as const;
/** The school year opens on 5 September all over the country. */
const openingDay = "09-05";

export async function addSchoolFrame(
  query: Kysely<Tables>,
  today: LocalDate,
): Promise<{ year: SchoolYear; periods: PeriodTable[] }> {
  const year = yearOf(today);
  await query
    .insertInto("schoolYear")
    .values({
      id: v7(),
      name: year.name,
      fromDate: year.terms[0]?.fromDate ?? today,
      terms: JSON.stringify(year.terms),
    })
    .execute();
  const periods = periodHours.map(
    (hours, position): PeriodTable => ({
      id: v7(),
      position,
      name: `Tiết ${position + 1}`,
      summerStart: hours.summer,
      summerEnd: hours.summer + periodMinutes,
      winterStart: hours.winter,
      winterEnd: hours.winter + periodMinutes,
      afterLunch: "afterLunch" in hours ? 1 : 0,
    }),
  );
  await query.insertInto("period").values(periods).execute();
  return { year, periods };
}

/** The year a day belongs to; from June on the next one, which is being planned. */
export function yearOf(today: LocalDate): SchoolYear {
  const calendarYear = Number(today.slice(0, 4));
  const first = Number(today.slice(5, 7)) >= 6 ? calendarYear : calendarYear - 1;
  const opening = mondayOf(addDays(`${first}-${openingDay}`, 6));
  return {
    name: `${first}–${first + 1}`,
    terms: [
      { name: "Học kỳ I", fromDate: opening, weeks: termWeeks[0] },
      { name: "Học kỳ II", fromDate: addDays(opening, termWeeks[0] * 7), weeks: termWeeks[1] },
    ],
  };
}
