// Owns the rule of two slots in each other's way: a room holds one class at a time, a class is in one room at a time. Pure.
import type { Slot } from "../../protocol/timetable/timetable.ts";
import { addDays, weekdayOfDate } from "../../protocol/timetable/zone.ts";

export type SlotTime = Omit<Slot, "id" | "lessonId">;
export type Conflict = {
  readonly slot: Slot;
  /** What the two slots both want. When both, the room is named: it is what people see taken. */
  readonly over: "room" | "class";
};

/** The first slot in the way by start, or undefined. Slots that only touch are no conflict. */
export function findConflict(wanted: SlotTime, slots: readonly Slot[]): Conflict | undefined {
  return slots
    .filter((slot) => overlaps(wanted, slot))
    .sort((a, b) => a.startMinute - b.startMinute)
    .flatMap((slot): Conflict[] => {
      if (slot.roomId === wanted.roomId) return [{ slot, over: "room" }];
      if (slot.classId === wanted.classId) return [{ slot, over: "class" }];
      return [];
    })
    .at(0);
}

function overlaps(a: SlotTime, b: SlotTime): boolean {
  return (
    a.weekday === b.weekday && a.startMinute < b.endMinute && b.startMinute < a.endMinute && shareADay(a, b)
  );
}

/** Whether both hold on at least one common date of their weekday. */
function shareADay(a: SlotTime, b: SlotTime): boolean {
  const from = later(a.fromDate, b.fromDate);
  const until = earlier(a.untilDate, b.untilDate);
  if (from === null || until === null) return true;
  const daysToWeekday = (a.weekday - weekdayOfDate(from) + 7) % 7;
  return addDays(from, daysToWeekday) <= until;
}

const later = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a > b ? a : b);
const earlier = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a < b ? a : b);
