// Owns the days a month's calendar shows: whole weeks from Monday. Pure.
import { mondayOf } from "../../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../../protocol/timetable/timetable.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";

/** "2026-11" */
export type Month = string;

export const monthOf = (date: LocalDate): Month => date.slice(0, 7);

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Weeks of seven days; the first holds the 1st, the last the month's last day. */
export function weeksOfMonth(month: Month): LocalDate[][] {
  const weeks: LocalDate[][] = [];
  for (let monday = mondayOf(`${month}-01`); monthOf(monday) <= month; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  return weeks;
}
