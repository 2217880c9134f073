// Owns the school year's rules: its weeks, its terms, and which hours (summer or winter) hold on a day. Pure.
import { z } from "zod";
import { type LocalDate, localDate, minuteOfDay } from "./timetable.ts";
import { addDays, weekdayOfDate } from "./zone.ts";

/** A day of any year, "10-16". */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const term = z.object({
  /** "Học kỳ I". */
  name: z.string().min(1).max(60),
  /** Monday of its first week. */
  fromDate: localDate,
  /** Teaching weeks; weeks in which every working day is closed do not count. */
  weeks: z.number().int().min(1).max(30),
});
export type Term = z.infer<typeof term>;

export const schoolYear = z.object({
  /** "2026–2027". */
  name: z.string().min(1).max(60),
  /** Usually two, of 18 and 17 weeks. */
  terms: z.array(term).min(1).max(4),
});
export type SchoolYear = z.infer<typeof schoolYear>;

/** The days on which winter hours hold, both included; over the turn of the year when `from` is later than `until`. */
export const winter = z.object({ from: monthDay, until: monthDay });
export type Winter = z.infer<typeof winter>;

export type Season = "summer" | "winter";

export const hours = z
  .object({ startMinute: minuteOfDay, endMinute: minuteOfDay })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
    message: "Giờ kết thúc phải sau giờ bắt đầu",
    path: ["endMinute"],
  });
export type Hours = z.infer<typeof hours>;

export function seasonOn(date: LocalDate, { from, until }: Winter): Season {
  const day = date.slice(5);
  const inWinter = from <= until ? from <= day && day <= until : day >= from || day <= until;
  return inWinter ? "winter" : "summer";
}

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOfDate(date));

export type SchoolWeek = {
  readonly monday: LocalDate;
  /** 1 … 35 through the year; null for a week of the term in which nobody is at school. */
  readonly number: number | null;
  readonly term: string;
};

export type ClosedSpan = { readonly fromDate: LocalDate; readonly untilDate: LocalDate };

export const isClosed = (date: LocalDate, closures: readonly ClosedSpan[]): boolean =>
  closures.some(({ fromDate, untilDate }) => fromDate <= date && date <= untilDate);

/** Nobody plans a term over more weeks than this, whatever is closed. */
const longestTermWeeks = 60;

/**
 * Every week of the year in order: teaching weeks numbered, weeks closed from Monday to Friday passed over. A term that
 * closures made longer than was planned for ends where the next one begins: no week is in two.
 */
export function weeksOf(year: SchoolYear, closures: readonly ClosedSpan[]): SchoolWeek[] {
  const weeks: SchoolWeek[] = [];
  let number = 0;
  for (const [place, { name, fromDate, weeks: wanted }] of year.terms.entries()) {
    const next = year.terms[place + 1]?.fromDate ?? "9999-12-31";
    let monday = mondayOf(fromDate);
    for (let taught = 0, seen = 0; taught < wanted && seen < longestTermWeeks && monday < next; seen++) {
      const closed = [0, 1, 2, 3, 4].every((day) => isClosed(addDays(monday, day), closures));
      if (!closed) taught++;
      weeks.push({ monday, number: closed ? null : ++number, term: name });
      monday = addDays(monday, 7);
    }
  }
  return weeks;
}
