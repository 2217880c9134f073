// Owns the rule of what runs in a room: the timetable's slot, unless somebody has started or ended a lesson by hand. Pure.
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import type { BoardSlot } from "../api/rooms.ts";

/** The last lesson that was started or ended in a room from the dashboard; null bounds and ids as in BoardSlot. */
export type LedLesson = BoardSlot;

/**
 * What the stations do with these two, as in the lesson engine: a lesson by hand replaces the slot, a slot that begins later
 * replaces the lesson, and what was replaced or ended does not come back.
 */
export function lessonNow(
  slot: ResolvedSlot | undefined,
  led: LedLesson | null,
  now: number,
): BoardSlot | null {
  const planned = slot === undefined ? null : shown(slot);
  if (led === null || led.startAt > now) return planned;
  if (planned !== null && planned.startAt > led.startAt) return planned;
  const over = led.endedAt ?? (led.endAt <= now ? led.endAt : null);
  if (over === null) return led;
  // A lesson that was over before the slot's own time says nothing about the slot.
  if (planned === null || over <= planned.startAt) return planned;
  return { ...planned, endedAt: over };
}

export function shown({ slotId, sessionId, classId, lessonId, startAt, endAt }: ResolvedSlot): BoardSlot {
  return { slotId, sessionId, classId, lessonId, startAt, endAt, endedAt: null };
}
