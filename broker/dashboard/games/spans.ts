// Owns the spans of days that figures are asked for. Pure.
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";

export const spanNames = ["weeks4", "weeks12", "year"] as const;
export type SpanName = (typeof spanNames)[number];
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

const weeks: Record<SpanName, number> = { weeks4: 4, weeks12: 12, year: 52 };

/** Whole weeks from Monday, the running one with them. */
export const daysOf = (span: SpanName, today: LocalDate): Days => ({
  from: addDays(mondayOf(today), -7 * (weeks[span] - 1)),
  until: today,
});

export const monthOf = (today: LocalDate): Days => ({ from: `${today.slice(0, 7)}-01`, until: today });
