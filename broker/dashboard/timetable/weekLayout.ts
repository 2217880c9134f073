// Owns the geometry and the rules of the week grid: which days and hours it shows, and what overlaps. Pure; minutes after midnight.
import type { Slot } from "../../../protocol/timetable/timetable.ts";

export type WeekFrame = {
  /** ISO weekdays in order. */
  readonly days: readonly number[];
  /** Whole hours. */
  readonly firstMinute: number;
  readonly lastMinute: number;
};

const usualFirst = 7 * 60;
const usualLast = 17 * 60;

/** Monday to Friday and the school's usual hours, widened to whatever the slots use. */
export function frameOf(slots: readonly Pick<Slot, "weekday" | "startMinute" | "endMinute">[]): WeekFrame {
  const used = new Set(slots.map(({ weekday }) => weekday));
  const days = [1, 2, 3, 4, 5, ...[6, 7].filter((day) => used.has(day))];
  const first = Math.min(usualFirst, ...slots.map(({ startMinute }) => Math.floor(startMinute / 60) * 60));
  const last = Math.max(usualLast, ...slots.map(({ endMinute }) => Math.ceil(endMinute / 60) * 60));
  return { days, firstMinute: first, lastMinute: last };
}

/** The slot of the same room that a new one would collide with. Touching ends do not collide. */
export function collidingSlot(
  slots: readonly Slot[],
  wanted: { readonly weekday: number; readonly startMinute: number; readonly endMinute: number },
): Slot | undefined {
  return slots.find(
    (slot) =>
      slot.weekday === wanted.weekday &&
      slot.startMinute < wanted.endMinute &&
      wanted.startMinute < slot.endMinute,
  );
}

/** The first moment at or after `from` from which the room is free for `length` minutes. */
export function firstFreeStart(
  slots: readonly Slot[],
  weekday: number,
  from: number,
  length: number,
): number {
  let start = from;
  const sameDay = slots.filter((slot) => slot.weekday === weekday);
  for (const slot of sameDay.sort((a, b) => a.startMinute - b.startMinute))
    if (slot.startMinute < start + length && start < slot.endMinute) start = slot.endMinute;
  return start;
}

/** Where a click on a free place begins a new slot: on the quarter hour, but never inside the slot before it. */
export function startAtClick(slots: readonly Slot[], weekday: number, minute: number): number {
  const quarter = Math.floor(minute / 15) * 15;
  const endsBefore = slots
    .filter((slot) => slot.weekday === weekday && slot.endMinute <= minute && slot.endMinute > quarter)
    .map(({ endMinute }) => endMinute);
  return Math.max(quarter, ...endsBefore);
}

export type Direction = "up" | "down" | "left" | "right";

/** The slot that an arrow key moves to, or undefined at the edge. */
export function slotTowards(slots: readonly Slot[], from: Slot, direction: Direction): Slot | undefined {
  const ordered = [...slots].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
  const sameDay = ordered.filter(({ weekday }) => weekday === from.weekday);
  const index = sameDay.findIndex(({ id }) => id === from.id);
  if (direction === "up") return sameDay[index - 1];
  if (direction === "down") return sameDay[index + 1];
  const days = [...new Set(ordered.map(({ weekday }) => weekday))];
  const day = days[days.indexOf(from.weekday) + (direction === "right" ? 1 : -1)];
  return ordered
    .filter(({ weekday }) => weekday === day)
    .sort(
      (a, b) => Math.abs(a.startMinute - from.startMinute) - Math.abs(b.startMinute - from.startMinute),
    )[0];
}
