// Owns the rules of drawing up a school year: the proposed next one, what is wrong with a draft, where its weeks lie. Pure.
import {
  type ClosedSpan,
  mondayOf,
  type SchoolYear,
  weeksOf,
} from "../../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../../protocol/timetable/timetable.ts";
import { addDays, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";

/** As it is typed: `weeks` may be empty. */
export type TermDraft = {
  readonly key: string;
  readonly name: string;
  readonly fromDate: string;
  readonly weeks: number | null;
};
export type YearDraft = {
  readonly id: string | null;
  readonly name: string;
  readonly terms: readonly TermDraft[];
};

/** By the ministry's plan: 18 weeks, then 17. */
const usualWeeks = [18, 17] as const;
const usualTermNames = ["Học kỳ I", "Học kỳ II", "Học kỳ III", "Học kỳ hè"] as const;
export const mostTerms = 4;
export const mostWeeks = 30;
/** Schools open on this day of September; the first teaching week is the one after it. */
const openingDay = "09-05";

export const draftOf = ({ id, name, terms }: SchoolYear & { readonly id: string }): YearDraft => ({
  id,
  name,
  terms: terms.map((term, place) => ({ key: `${id} ${place}`, ...term })),
});

/** The year after the last one; the first one is the year that runs or begins this summer. */
export function proposeYear(
  years: readonly SchoolYear[],
  closures: readonly ClosedSpan[],
  today: LocalDate,
): YearDraft {
  const begun = years.map(({ terms }) => terms[0]?.fromDate ?? "").sort();
  const last = begun.at(-1);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  // In June nobody plans the year that has just ended.
  const start = last === undefined ? (month >= 6 ? year : year - 1) : startYearOf(last) + 1;
  const first = firstMondayFrom(`${start}-${openingDay}`);
  const termI = { key: "new 0", name: usualTermNames[0], fromDate: first, weeks: usualWeeks[0] };
  const termII = {
    key: "new 1",
    name: usualTermNames[1],
    fromDate: mondayAfter(termI, closures),
    weeks: usualWeeks[1],
  };
  return { id: null, name: `${start}–${start + 1}`, terms: [termI, termII] };
}

/** The school year a day lies in goes by its autumn. */
function startYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 6 ? year : year - 1;
}

function firstMondayFrom(date: LocalDate): LocalDate {
  const monday = mondayOf(date);
  return monday < date ? addDays(monday, 7) : monday;
}

/** The Monday after the last teaching week of a term. */
export function mondayAfter(term: SchoolYear["terms"][number], closures: readonly ClosedSpan[]): LocalDate {
  const last = weeksOf({ name: "", terms: [term] }, closures).at(-1);
  return addDays(last?.monday ?? mondayOf(term.fromDate), 7);
}

export function withTerm(draft: YearDraft, closures: readonly ClosedSpan[], key: string): YearDraft {
  const before = draft.terms.at(-1);
  const read = before === undefined ? null : termOf(before);
  const fromDate = read === null ? "" : mondayAfter(read, closures);
  const name = usualTermNames[draft.terms.length] ?? "";
  return { ...draft, terms: [...draft.terms, { key, name, fromDate, weeks: usualWeeks[1] }] };
}

/** Null while something is missing. */
export function termOf({ name, fromDate, weeks }: TermDraft): SchoolYear["terms"][number] | null {
  if (!isDate(fromDate) || weeks === null || weeks < 1 || weeks > mostWeeks) return null;
  return { name: name.trim(), fromDate, weeks };
}

/** Null while something is missing. */
export function yearOf({ name, terms }: YearDraft): SchoolYear | null {
  const read = terms.map(termOf);
  return read.some((term) => term === null)
    ? null
    : { name: name.trim(), terms: read.filter((term) => term !== null) };
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export type YearError =
  | { readonly code: "nameNeeded" | "dateNeeded" | "mondayNeeded" | "weeksNeeded" | "nameTaken" }
  | { readonly code: "mustFollow" | "overlaps"; readonly other: string };
/** "name", "terms.1.fromDate" → what is wrong there. */
export type YearErrors = Readonly<Record<string, YearError>>;

type Span = { readonly name: string; readonly from: LocalDate; readonly end: LocalDate };
/** Up to the day after the last: weeks in which nobody is at school make a term longer. */
const spanOf = (term: SchoolYear["terms"][number], closures: readonly ClosedSpan[]): Span => ({
  name: term.name,
  from: mondayOf(term.fromDate),
  end: mondayAfter(term, closures),
});

/** The hub refuses the same; here it is told before somebody saves. */
export function errorsOfYear(
  draft: YearDraft,
  others: readonly SchoolYear[],
  closures: readonly ClosedSpan[],
): YearErrors {
  const errors: Record<string, YearError> = {};
  if (draft.name.trim() === "") errors["name"] = { code: "nameNeeded" };
  else if (others.some(({ name }) => name === draft.name.trim())) errors["name"] = { code: "nameTaken" };
  const taken = others.flatMap((year) =>
    year.terms.map((term) => ({ ...spanOf(term, closures), name: `${term.name} ${year.name}` })),
  );
  const earlier: Span[] = [];
  for (const [place, term] of draft.terms.entries()) {
    const [nameField, dateField] = [`terms.${place}.name`, `terms.${place}.fromDate`];
    if (term.name.trim() === "") errors[nameField] = { code: "nameNeeded" };
    if (!isDate(term.fromDate)) errors[dateField] = { code: "dateNeeded" };
    else if (weekdayOfDate(term.fromDate) !== 1) errors[dateField] = { code: "mondayNeeded" };
    const read = termOf(term);
    if (term.weeks === null || (read === null && isDate(term.fromDate)))
      errors[`terms.${place}.weeks`] = { code: "weeksNeeded" };
    if (read === null) continue;
    const span = spanOf(read, closures);
    const before = earlier.at(-1);
    const other = [...earlier, ...taken].find(({ from, end }) => span.from < end && from < span.end);
    if (before !== undefined && before.from >= span.from)
      errors[dateField] ??= { code: "mustFollow", other: before.name };
    else if (other !== undefined) errors[dateField] ??= { code: "overlaps", other: other.name };
    earlier.push(span);
  }
  return errors;
}
