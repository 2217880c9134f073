// Owns the rules of editing a day: rows as they are typed, what is wrong with them, gaps and overlaps between them. Pure.
import type { DayActivity } from "../../../protocol/documents/classroom.ts";

/** Times as they are typed: "07:05", or anything while somebody types. */
export type DayRow = {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly picture: string;
};

export type RowErrors = {
  readonly start?: "timeNeeded";
  readonly end?: "timeNeeded" | "endAfterStart";
  readonly title?: "nameNeeded";
};

export const mostActivities = 40;
const newMinutes = 30;
const endOfDay = 24 * 60;

/** NaN for what is no time. */
export function minuteOf(time: string): number {
  const read = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minute = read === null ? Number.NaN : Number(read[1]) * 60 + Number(read[2]);
  return minute <= endOfDay ? minute : Number.NaN;
}

/** What people type — "7h30", "730", "7.30", "7" — as "07:30"; anything else stays as it is and is told to be no time. */
export function tidyTime(text: string): string {
  const typed = text.trim();
  const read = /^(\d{1,2})(\d{2})$/.exec(typed) ?? /^(\d{1,2})(?:\s*[:.hHgG]\s*(\d{2})?)?$/.exec(typed);
  if (read === null) return typed;
  const tidy = `${(read[1] ?? "").padStart(2, "0")}:${read[2] ?? "00"}`;
  return Number.isNaN(minuteOf(tidy)) ? typed : tidy;
}

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

export const rowsOf = (activities: readonly DayActivity[]): DayRow[] =>
  activities.map(({ startMinute, endMinute, title, picture }, place) => ({
    key: `${place} ${startMinute}`,
    start: timeOf(startMinute),
    end: timeOf(endMinute),
    title,
    picture,
  }));

export const activitiesOf = (rows: readonly DayRow[]): DayActivity[] =>
  rows.map(({ start, end, title, picture }) => ({
    startMinute: minuteOf(start),
    endMinute: minuteOf(end),
    title: title.trim(),
    picture,
  }));

export function errorsOf({ start, end, title }: DayRow): RowErrors {
  const [from, until] = [minuteOf(start), minuteOf(end)];
  return {
    ...(Number.isNaN(from) ? { start: "timeNeeded" } : {}),
    ...(Number.isNaN(until) ? { end: "timeNeeded" } : until <= from ? { end: "endAfterStart" } : {}),
    ...(title.trim() === "" ? { title: "nameNeeded" } : {}),
  };
}

export const isRight = (row: DayRow): boolean => Object.keys(errorsOf(row)).length === 0;

export type Seam = { readonly kind: "gap" | "overlap"; readonly from: string; readonly until: string };

/** What lies between a row and the next one; null when they touch or a time is missing. */
export function seamBetween(row: DayRow, next: DayRow): Seam | null {
  const [end, start] = [minuteOf(row.end), minuteOf(next.start)];
  if (Number.isNaN(end) || Number.isNaN(start) || end === start) return null;
  return end < start
    ? { kind: "gap", from: row.end, until: next.start }
    : { kind: "overlap", from: next.start, until: row.end };
}

/** By their start; rows without one keep their place behind. */
export const inOrder = (rows: readonly DayRow[]): DayRow[] =>
  [...rows].sort((a, b) => (minuteOf(a.start) || 0) - (minuteOf(b.start) || 0));

/** After the last one, as long as most are. */
export function withNewRow(rows: readonly DayRow[], key: string): DayRow[] {
  const from = Math.min(minuteOf(rows.at(-1)?.end ?? "07:00") || 420, endOfDay - newMinutes);
  const row = { key, start: timeOf(from), end: timeOf(from + newMinutes), title: "", picture: "open-book" };
  return [...rows, row];
}

/** The row and the one behind it change places; each keeps its length, what lies between them stays between them. */
export function swappedWithNext(rows: readonly DayRow[], place: number): DayRow[] {
  const [first, second] = [rows[place], rows[place + 1]];
  if (first === undefined || second === undefined || !isTimed(first) || !isTimed(second)) return [...rows];
  const length = (row: DayRow) => minuteOf(row.end) - minuteOf(row.start);
  const [from, until] = [minuteOf(first.start), minuteOf(second.end)];
  return rows.map((row, index) => {
    if (index === place) return { ...second, start: timeOf(from), end: timeOf(from + length(second)) };
    if (index === place + 1) return { ...first, start: timeOf(until - length(first)), end: timeOf(until) };
    return row;
  });
}

const isTimed = ({ start, end }: DayRow) =>
  !Number.isNaN(minuteOf(start)) && !Number.isNaN(minuteOf(end)) && minuteOf(start) < minuteOf(end);
