// Owns what a room's line on the board shows: the timetable's slot, unless somebody leads, has led or has ended a lesson there. Pure.
import type { LessonLead } from "../../protocol/lesson/lessonLead.ts";
import { holdsRoom, isOver } from "../../protocol/lesson/runningLead.ts";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import type { BoardSlot } from "../api/rooms.ts";
import type { RoomLead } from "../hubServices.ts";

export type LessonNow = {
  readonly current: BoardSlot | null;
  /** What somebody ordered in the current lesson. */
  readonly lead: LessonLead | null;
};

/** What the stations do with these two, as in the lesson engine. `planned`: the slot that holds now. */
export function lessonNow(planned: ResolvedSlot | undefined, led: RoomLead | null, now: number): LessonNow {
  const open = planned !== undefined && led?.ended.includes(planned.sessionId) ? undefined : planned;
  if (led === null || !holdsRoom(led.lead, open, now))
    return { current: open === undefined ? null : shown(open), lead: null };
  const { lead } = led;
  if (!isOver(lead, now)) return { current: ofLead(lead, null), lead };
  // Nothing is planned any more: the room is simply empty.
  if (planned === undefined) return { current: null, lead: null };
  const endedAt = led.endedAt ?? lead.endAt;
  if (planned.sessionId !== lead.sessionId) return { current: { ...shown(planned), endedAt }, lead: null };
  return { current: { ...ofLead(lead, endedAt), endAt: planned.endAt }, lead };
}

/** What comes next, of slots in order of their start; one that began early is no more to come. */
export function lessonNext(
  slots: readonly ResolvedSlot[],
  led: RoomLead | null,
  now: number,
): BoardSlot | null {
  const gone = led === null ? [] : [...led.ended, led.lead.sessionId];
  const next = slots.find(({ startAt, sessionId }) => startAt > now && !gone.includes(sessionId));
  return next === undefined ? null : shown(next);
}

export function shown({ slotId, sessionId, classId, lessonId, startAt, endAt }: ResolvedSlot): BoardSlot {
  return { slotId, sessionId, classId, lessonId, startAt, endAt, endedAt: null, headcount: null };
}

function ofLead(lead: LessonLead, endedAt: number | null): BoardSlot {
  const { slotId, sessionId, classId, lessonId, startAt, endAt, headcount } = lead;
  return { slotId, sessionId, classId, lessonId, startAt, endAt, endedAt, headcount };
}
