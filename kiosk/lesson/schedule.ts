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
  resolveSlots(plan.timetable, now, now + dayMs).filter((slot) => slot.roomId === plan.roomId);

function find(
  plan: PlanDocument,
  from: number,
  to: number,
  accept: (slot: ResolvedSlot) => boolean,
): Omit<NextLesson, "inMs"> | null {
  for (const slot of resolveSlots(plan.timetable, from, to)) {
    if (slot.roomId !== plan.roomId || !accept(slot)) continue;
    // A slot whose class or lesson is not in the plan cannot be played; the room waits instead of failing.
    const found = lessonOf(plan, slot);
    if (found !== null) return { slot, ...found };
  }
  return null;
}
