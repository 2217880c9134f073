// Owns which sessions must not begin here any more: those that are over, and the slots that they stood in for.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { SessionId } from "../../protocol/ids.ts";
import { earlyMs } from "../../protocol/lesson/proposeLesson.ts";
import type { LessonState, RunningSession, SessionSource } from "./model.ts";
import { slotsBetween } from "./schedule.ts";

const rememberedEnded = 50;

export const rememberEnded = (state: LessonState, ids: readonly SessionId[]): LessonState => {
  const fresh = [...new Set(ids)].filter((id) => !state.ended.includes(id));
  return fresh.length === 0 ? state : { ...state, ended: [...state.ended, ...fresh].slice(-rememberedEnded) };
};

/** The room's slots that had begun at an instant and then still lasted. */
export const begunSlots = (plan: PlanDocument, at: number): SessionId[] =>
  slotsBetween(plan, at, at + 1).map(({ sessionId }) => sessionId);

/** A slot that was begun early, and replaced by another class before its own time: it is still to come. */
export function isBeforeItsSlot({ plan, time }: LessonState, { sessionId, slotId }: RunningSession): boolean {
  if (plan === null || slotId === null || time === null || !time.trusted) return false;
  const slot = slotsBetween(plan, time.now, time.now + earlyMs).find((each) => each.sessionId === sessionId);
  return slot !== undefined && slot.startAt > time.now;
}

/**
 * Slots that this session stood in for: the timetable must not open them again. When a person ended it, every slot
 * of this moment; when its time ran out, those of the same class that had begun before its end. One that begins at
 * that very end is the next lesson.
 */
export function coveredSlots(
  { plan, time }: LessonState,
  session: RunningSession,
  source: SessionSource,
): SessionId[] {
  if (plan === null || time === null || !time.trusted) return [];
  return slotsBetween(plan, time.now, time.now + 1)
    .filter(
      (slot) =>
        source !== "timetable" || (slot.classId === session.schoolClass.id && slot.startAt < session.endAt),
    )
    .map((slot) => slot.sessionId);
}
