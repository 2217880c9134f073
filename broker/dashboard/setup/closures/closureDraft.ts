// Owns the rules of a closure's form, and over which days holidays are proposed. Pure.
import { weeksOf } from "../../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../../protocol/timetable/timetable.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { School } from "../../../api/school.ts";

export type ClosureDraft = { readonly fromDate: string; readonly untilDate: string; readonly reason: string };
export type ClosureErrors = {
  readonly fromDate?: "dateNeeded";
  readonly untilDate?: "dateNeeded" | "untilBefore" | "tooLong";
  readonly reason?: "reasonNeeded";
};

/** The summer is the longest a school closes; more is a year typed wrong. */
export const longestClosureDays = 120;
/** The hub proposes no more than two years. */
const longestProposalDays = 780;
const dayMs = 86_400_000;

export const lengthOf = ({ fromDate, untilDate }: Pick<ClosureDraft, "fromDate" | "untilDate">): number =>
  Math.round((Date.parse(untilDate) - Date.parse(fromDate)) / dayMs) + 1;

export function errorsOfClosure(draft: ClosureDraft): ClosureErrors {
  const { fromDate, untilDate, reason } = draft;
  const until =
    untilDate === ""
      ? "dateNeeded"
      : fromDate !== "" && untilDate < fromDate
        ? "untilBefore"
        : fromDate !== "" && lengthOf(draft) > longestClosureDays
          ? "tooLong"
          : undefined;
  return {
    ...(fromDate === "" && { fromDate: "dateNeeded" as const }),
    ...(until !== undefined && { untilDate: until }),
    ...(reason.trim() === "" && { reason: "reasonNeeded" as const }),
  };
}

/** The last day follows the first one, as long as nobody chose a later one. */
export const withFirstDay = (draft: ClosureDraft, fromDate: string): ClosureDraft => ({
  ...draft,
  fromDate,
  untilDate:
    draft.untilDate === "" || draft.untilDate < fromDate || draft.untilDate === draft.fromDate
      ? fromDate
      : draft.untilDate,
});

/** All of the years that run or come; a year ahead when there is none. */
export function proposalSpan(school: School, today: LocalDate): { from: LocalDate; until: LocalDate } {
  const spans = school.years
    .map((year) => weeksOf(year, school.closures))
    .map((weeks) => ({ from: weeks[0]?.monday ?? today, until: addDays(weeks.at(-1)?.monday ?? today, 6) }))
    .filter(({ until }) => until >= today);
  const from = spans.map((span) => span.from).sort()[0] ?? today;
  const until =
    spans
      .map((span) => span.until)
      .sort()
      .at(-1) ?? addDays(today, 365);
  const latest = addDays(from, longestProposalDays);
  return { from, until: [until, latest].sort()[0] ?? latest };
}
