// Owns what a new plan does to the lesson that runs: never less time for a slot that was drawn anew, but no other class's time either.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { LessonDependencies, LessonState } from "./model.ts";
import { closeRun } from "./record.ts";
import { lessonOf, slotsBetween } from "./schedule.ts";
import { closeSession, nextClassAt, prolong, setEnd } from "./session.ts";

const byTimetable = { source: "timetable", staffId: null } as const;

export function takePlan(
  state: LessonState,
  plan: PlanDocument | null,
  dependencies: LessonDependencies,
): LessonState {
  const moved = plan !== null && state.plan !== null && plan.roomId !== state.plan.roomId;
  // A station that was carried into another room is that room's from now on.
  const here = moved ? closeSession(state, { ...byTimetable, calmly: false }, dependencies) : state;
  const known = takeLesson({ ...here, plan }, dependencies);
  return giveWay(prolong(known), dependencies);
}

/** The lesson's games as they are now: an order names a game by its place in the list that everybody sees. */
function takeLesson(state: LessonState, dependencies: LessonDependencies): LessonState {
  const { plan, session } = state;
  const found =
    plan && session && lessonOf(plan, { classId: session.schoolClass.id, lessonId: session.lesson.id });
  if (!session || !found || JSON.stringify(found.lesson) === JSON.stringify(session.lesson)) return state;
  const { place } = session;
  const wanted = place === null ? undefined : found.lesson.games[place];
  const sameGame = place === null || JSON.stringify(wanted) === JSON.stringify(session.lesson.games[place]);
  if (sameGame) return { ...state, session: { ...session, lesson: found.lesson } };
  return {
    ...closeRun(state, "replaced", dependencies),
    session: {
      ...session,
      lesson: found.lesson,
      place: wanted === undefined ? null : place,
      placeDue: wanted !== undefined,
    },
  };
}

/** Minutes that were added, and lessons by hand, end where a slot that was published since begins. */
function giveWay(state: LessonState, dependencies: LessonDependencies): LessonState {
  const { plan, session } = state;
  if (plan === null || session === null || !session.boundsTrusted) return state;
  const ownEndAt = slotsBetween(plan, session.startAt, session.endAt)
    .filter(({ sessionId }) => sessionId === session.sessionId)
    .reduce((latest, { endAt }) => Math.max(latest, endAt), 0);
  const nextAt = nextClassAt(state, session);
  return nextAt === null || session.endAt <= Math.max(nextAt, ownEndAt)
    ? state
    : setEnd(state, Math.max(nextAt, ownEndAt), byTimetable, dependencies);
}
