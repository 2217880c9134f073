// Owns which part of the draft is looked at and published: a week, a term, all of it. Pure.
import type { SchoolWeek } from "../../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { DraftWeek } from "../../../api/timetable.ts";

export type DraftSpanName = "week" | "term" | "all";
export type DraftSpan = { readonly fromDate: string; readonly untilDate: string };

/** Null when there is nothing of that kind: no term around this week, or no changes at all. */
export function draftSpan(
  name: DraftSpanName,
  monday: string,
  weeks: readonly SchoolWeek[],
  draft: readonly DraftWeek[],
): DraftSpan | null {
  if (name === "week") return { fromDate: monday, untilDate: addDays(monday, 6) };
  const mondays =
    name === "all"
      ? draft.map((week) => week.monday)
      : weeks
          .filter((week) => week.term === weeks.find((one) => one.monday === monday)?.term)
          .map((week) => week.monday);
  const sorted = [...mondays].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? null : { fromDate: first, untilDate: addDays(last, 6) };
}

export const weeksWithin = (draft: readonly DraftWeek[], span: DraftSpan | null): DraftWeek[] =>
  span === null ? [] : draft.filter(({ monday }) => span.fromDate <= monday && monday <= span.untilDate);

export function countKinds(weeks: readonly DraftWeek[]): Record<"added" | "changed" | "removed", number> {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { changes } of weeks) for (const { kind } of changes) counts[kind]++;
  return counts;
}
