// Owns what a teacher who wants to begin is offered: the class and lesson of the timetable and the clock. Pure; hub, phone page and panel ask it alike.
import type { ClassId, LessonId, SessionId, SlotId } from "../ids.ts";
import type { ResolvedSlot } from "../timetable/resolveSlots.ts";

/** A class that comes this much early begins its own slot early; earlier than that it is a lesson of its own, ms. */
export const earlyMs = 15 * 60_000;

export type LessonProposal = {
  readonly classId: ClassId;
  readonly lessonId: LessonId;
  /** The slot that would be started: running now, or beginning soon; null when none is near. */
  readonly slot: ResolvedSlot | null;
};

/** `slots`: of one room, in order of their start, from now on (a running one first). Null when nothing is planned. */
export function proposeLesson(
  slots: readonly ResolvedSlot[],
  now: number,
  ended: readonly SessionId[],
): LessonProposal | null {
  const open = slots.filter(({ endAt, sessionId }) => endAt > now && !ended.includes(sessionId));
  const first = open[0];
  if (first === undefined) return null;
  const near = first.startAt <= now + earlyMs;
  return { classId: first.classId, lessonId: first.lessonId, slot: near ? first : null };
}

/** The slot that a start by hand stands for: the same class, running or soon. It then has the slot's session, on every station alike. */
export function slotOfStart(
  slots: readonly ResolvedSlot[],
  classId: ClassId,
  now: number,
  ended: readonly SessionId[],
): (ResolvedSlot & { readonly slotId: SlotId }) | null {
  return (
    slots.find(
      (slot) =>
        slot.classId === classId &&
        slot.startAt <= now + earlyMs &&
        slot.endAt > now &&
        !ended.includes(slot.sessionId),
    ) ?? null
  );
}
