// Owns the dates of the week that is on screen.
import type { Closure, LocalDate } from "../../../protocol/timetable/timetable.ts";
import { addDays, instantOf, localTimeOf } from "../../../protocol/timetable/zone.ts";

/** Monday's midnight of the school's current week, UTC ms. */
export function mondayOf(now: number, zone: string): number {
  const { date, weekday } = localTimeOf(now, zone);
  return instantOf(addDays(date, 1 - weekday), 0, zone);
}

/** The date of an ISO weekday in the school's current week. */
export function dateOfWeekday(now: number, zone: string, weekday: number): LocalDate {
  const local = localTimeOf(now, zone);
  return addDays(local.date, weekday - local.weekday);
}

export function closureOn(closures: readonly Closure[], date: LocalDate): Closure | undefined {
  return closures.find(({ fromDate, untilDate }) => fromDate <= date && date <= untilDate);
}
