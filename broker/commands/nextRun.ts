// Owns the rule of when a schedule is due: weekday and minute of the school's own clock, past days on which it is closed. Pure.
import type { ClosedSpan } from "../../protocol/timetable/schoolYear.ts";
import { isClosed } from "../../protocol/timetable/schoolYear.ts";
import { addDays, instantOf, localTimeOf, weekdayOfDate } from "../../protocol/timetable/zone.ts";

export type Weekly = {
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly minute: number;
  readonly skipClosed: boolean;
};

/** Longer than any summer. */
const lookAheadDays = 120;

export type SchoolClock = { readonly zone: string; readonly closures: readonly ClosedSpan[] };

/** The first time it is due after `after`, UTC ms; null when that is further than anybody looks ahead. */
export function nextRun(weekly: Weekly, after: number, { zone, closures }: SchoolClock): number | null {
  let date = localTimeOf(after, zone).date;
  for (let day = 0; day <= lookAheadDays; day++, date = addDays(date, 1)) {
    if (!holdsOn(weekly, date, closures)) continue;
    const at = instantOf(date, weekly.minute, zone);
    if (at > after) return at;
  }
  return null;
}

/** The last time it was due in (after, until], UTC ms; null when it was not. What was missed before is not made up for. */
export function lastDue(
  weekly: Weekly,
  after: number,
  until: number,
  { zone, closures }: SchoolClock,
): number | null {
  let date = localTimeOf(until, zone).date;
  for (let day = 0; day <= lookAheadDays; day++, date = addDays(date, -1)) {
    const at = instantOf(date, weekly.minute, zone);
    if (at <= after) return null;
    if (at <= until && holdsOn(weekly, date, closures)) return at;
  }
  return null;
}

function holdsOn({ weekdays, skipClosed }: Weekly, date: string, closures: readonly ClosedSpan[]): boolean {
  return weekdays.includes(weekdayOfDate(date)) && !(skipClosed && isClosed(date, closures));
}
