// Owns the day's bound: how long a class has played at this station today, and what is left of its screen time.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { ClassId } from "../../protocol/ids.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { DayPlay, LessonState } from "./model.ts";

export const unplayedDay: DayPlay = { date: null, playedMs: {} };

/** At a trusted look at the clock: a new day begins with nothing played. */
export function turnDay(state: LessonState): LessonState {
  const { plan, time, day } = state;
  if (plan === null || time === null || !time.trusted) return state;
  const { date } = localTimeOf(time.now, plan.timetable.zone);
  if (date === day.date) return state;
  // Played before the clock was known to be right: it was today all the same.
  return { ...state, day: { date, playedMs: day.date === null ? day.playedMs : {} } };
}

export function addPlay(day: DayPlay, classId: ClassId, ms: number): DayPlay {
  return ms === 0
    ? day
    : { ...day, playedMs: { ...day.playedMs, [classId]: (day.playedMs[classId] ?? 0) + ms } };
}

/** The longest that a session of this class may be played now, ms; 0 when its day is used up. */
export function playLeft(
  plan: PlanDocument,
  day: DayPlay,
  schoolClass: PlanDocument["classes"][number],
): number {
  const { ageBand, id } = schoolClass;
  const leftOfDay = plan.dayCapMinutes[ageBand] * 60_000 - (day.playedMs[id] ?? 0);
  return Math.max(0, Math.min(plan.capMinutes[ageBand] * 60_000, leftOfDay));
}
