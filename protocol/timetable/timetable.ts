// Owns the timetable's shape: weekly slots, the days they hold, and the days the school is closed.
import { z } from "zod";
import { classId, lessonId, roomId, slotId } from "../ids.ts";

/** A day by the school's calendar, "2026-11-23". */
export const localDate = z.iso.date();
export type LocalDate = string;

/** Minutes after local midnight. */
export const minuteOfDay = z.number().int().min(0).max(1440);

export const slot = z
  .object({
    id: slotId,
    roomId,
    classId,
    lessonId,
    /** ISO: 1 Monday … 7 Sunday. */
    weekday: z.number().int().min(1).max(7),
    startMinute: minuteOfDay,
    endMinute: minuteOfDay,
    /** First and last day the slot holds; null for no bound. */
    fromDate: localDate.nullable(),
    untilDate: localDate.nullable(),
  })
  .refine((value) => value.startMinute < value.endMinute, {
    message: "a slot ends after it begins",
    path: ["endMinute"],
  });
export type Slot = z.infer<typeof slot>;

export const closure = z.object({ fromDate: localDate, untilDate: localDate, reason: z.string() });
export type Closure = z.infer<typeof closure>;

export const timetable = z.object({
  /** IANA zone of the school, e.g. "Asia/Ho_Chi_Minh". */
  zone: z.string().refine(isZone, "not a time zone"),
  slots: z.array(slot),
  closures: z.array(closure),
});
export type Timetable = z.infer<typeof timetable>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
