// Owns when a station checks itself: once for each slot, from ten minutes before it, also when it starts within them. Pure.
import type { LessonState, NextLesson } from "../lesson/model.ts";
import { nextLesson } from "../lesson/schedule.ts";

export const readinessBeforeMs = 10 * 60_000;

/** The coming lesson that nobody has checked for yet. */
export function dueReadiness({ plan, time, ended, checkedFor }: LessonState): NextLesson | null {
  if (plan === null || time === null || !time.trusted) return null;
  const next = nextLesson(plan, time.now, ended);
  const due = next !== null && next.inMs <= readinessBeforeMs && next.slot.sessionId !== checkedFor;
  return due ? next : null;
}
