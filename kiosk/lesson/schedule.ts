// Owns what the timetable says to the engine: the slot that should run now, and the one that comes next.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { SessionId } from "../../protocol/ids.ts";
import { type ResolvedSlot, resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import type { NextLesson } from "./model.ts";

/** The plan's class and lesson of these ids; null when it lacks one. */
export function lessonOf(plan: PlanDocument, ids: { readonly classId: string; readonly lessonId: string }) {
  const schoolClass = plan.classes.find((candidate) => candidate.id === ids.classId);
  const lesson = plan.lessons.find((candidate) => candidate.id === ids.lessonId);
  return schoolClass && lesson ? { schoolClass, lesson } : null;
}

const dayMs = 86_400_000;

/** Of the day that was asked for last, UTC, and the one after it: a year's plan is too long to be read each second. */
const resolvedDays = new WeakMap<PlanDocument, { readonly dayAt: number; readonly slots: ResolvedSlot[] }>();

/** The room's slots that overlap [from, to), in order of their start; the span is at most a day. */
export function slotsBetween(plan: PlanDocument, from: number, to: number): ResolvedSlot[] {
  const dayAt = Math.floor(from / dayMs) * dayMs;
  let resolved = resolvedDays.get(plan);
  if (resolved?.dayAt !== dayAt) {
    const slots = resolveSlots(plan.timetable, dayAt, dayAt + 2 * dayMs);
    resolved = { dayAt, slots: slots.filter(({ roomId }) => roomId === plan.roomId) };
    resolvedDays.set(plan, resolved);
  }
  return resolved.slots.filter(({ startAt, endAt }) => startAt < to && endAt > from);
}

/** The first slot that holds now and is not over here. */
export function currentSlot(
  plan: PlanDocument,
  now: number,
  ended: readonly SessionId[],
): (Omit<NextLesson, "inMs"> & { readonly slot: ResolvedSlot }) | null {
  return find(plan, now, now + 1, (slot) => !ended.includes(slot.sessionId));
}

/** The next slot that begins within a day. */
export function nextLesson(plan: PlanDocument, now: number, ended: readonly SessionId[]): NextLesson | null {
  const found = find(plan, now, now + dayMs, (slot) => slot.startAt > now && !ended.includes(slot.sessionId));
  return found && { ...found, inMs: found.slot.startAt - now };
}

/** The room's slots that hold now or begin within a day, in order of their start. */
export const slotsAhead = (plan: PlanDocument, now: number): ResolvedSlot[] =>
  slotsBetween(plan, now, now + dayMs);

function find(
  plan: PlanDocument,
  from: number,
  to: number,
  accept: (slot: ResolvedSlot) => boolean,
): Omit<NextLesson, "inMs"> | null {
  for (const slot of slotsBetween(plan, from, to)) {
    if (!accept(slot)) continue;
    // A slot whose class or lesson is not in the plan cannot be played; the room waits instead of failing.
    const found = lessonOf(plan, slot);
    if (found !== null) return { slot, ...found };
  }
  return null;
}
