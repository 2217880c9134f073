// Owns the weeks of a school year by their term, and which terms get fewer than planned. Pure.
import {
  type ClosedSpan,
  mondayOf,
  type SchoolWeek,
  type SchoolYear,
  weeksOf,
} from "../../../../protocol/timetable/schoolYear.ts";

export type TermWeeks = {
  /** Terms are told apart by their place: two may be called the same while somebody types. */
  readonly place: number;
  readonly name: string;
  readonly planned: number;
  readonly taught: number;
  readonly weeks: readonly SchoolWeek[];
};

/** Each week once, in the latest term that has begun. */
export function termWeeksOf(year: SchoolYear, closures: readonly ClosedSpan[]): TermWeeks[] {
  const weeks = [...new Map(weeksOf(year, closures).map((week) => [week.monday, week])).values()];
  const termAt = (monday: string) => year.terms.findLastIndex(({ fromDate }) => mondayOf(fromDate) <= monday);
  return year.terms.map((term, place) => {
    const own = weeks.filter(({ monday }) => termAt(monday) === place);
    const taught = own.filter(({ number }) => number !== null).length;
    return { place, name: term.name, planned: term.weeks, taught, weeks: own };
  });
}
