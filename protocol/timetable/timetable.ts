// Owns the timetable's shape: the slots of each day of a room's year, and the days the school is closed.
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

/**
 * A room's slots by their day. A whole year travels in one message, so ids that repeat stand once, in two lists, and a slot
 * is [id, start minute, end minute, place in classIds, place in lessonIds]. Season, week and copies are the hub's affair:
 * a device only sees days (ADR 0020).
 */
export const datedSlots = z.object({
  roomId,
  classIds: z.array(classId),
  lessonIds: z.array(lessonId),
  days: z.record(
    localDate,
    z.array(z.tuple([slotId, minuteOfDay, minuteOfDay, z.number().int().min(0), z.number().int().min(0)])),
  ),
});
export type DatedSlots = z.infer<typeof datedSlots>;

export const timetable = z.object({
  /** IANA zone of the school, e.g. "Asia/Ho_Chi_Minh". */
  zone: z.string().refine(isZone, "not a time zone"),
  /** Slots that come back every week: plans of format 1. The hub writes `dated` now. */
  slots: z.array(slot),
  closures: z.array(closure),
  /** Absent in plans of format 1. */
  dated: datedSlots.optional(),
});
export type Timetable = z.infer<typeof timetable>;

/** Whether the platform knows the zone: the one check wherever somebody names one. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
