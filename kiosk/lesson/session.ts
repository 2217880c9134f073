// Owns one session's life: how it opens, counts down, pauses and closes.
import type { PlannedClass, PlannedLesson } from "../../protocol/documents/plan.ts";
import type { SessionId, SlotId, StaffId } from "../../protocol/ids.ts";
import { extendableUntil } from "../../protocol/lesson/applyOrder.ts";
import { addPlay, playLeft } from "./dayPlay.ts";
import { coveredSlots, isBeforeItsSlot, rememberEnded } from "./endedSlots.ts";
import {
  eyeBreakMs,
  goodbyeMs,
  type LessonDependencies,
  type LessonState,
  type RunningSession,
  type SessionSource,
  saveEveryMs,
  shortestLessonMs,
  warningMs,
} from "./model.ts";
import { closeRun, writeSession } from "./record.ts";
import { nextLesson, slotsAhead, slotsBetween } from "./schedule.ts";
import { passTurnInFreePlay } from "./turns.ts";

export type Opening = {
  readonly sessionId: SessionId;
  readonly slotId: SlotId | null;
  readonly source: SessionSource;
  readonly staffId: StaffId | null;
  readonly headcount: number | null;
  readonly seats: number | null;
  readonly schoolClass: PlannedClass;
  readonly lesson: PlannedLesson;
  readonly startAt: number;
  /** Null: as long as the age band's cap allows. */
  readonly endAt: number | null;
};

/** ms of play still to come. */
export const leftOf = (session: RunningSession): number =>
  Math.max(0, Math.min(session.boundLeftMs, session.capMs - session.playedMs));

export const canPlay = (session: RunningSession): boolean =>
  !session.paused && !session.unchecked && session.breakLeftMs === null;

export function openSession(
  state: LessonState,
  opening: Opening,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, time } = state;
  if (plan === null || time === null) return state;
  const capMs = playLeft(plan, state.day, opening.schoolClass);
  // The class had its screen time for today.
  if (capMs < shortestLessonMs) return state;
  const endAt = opening.endAt ?? time.now + capMs;
  // An untrusted clock cannot say how far away `endAt` is; the cap bounds the lesson then.
  const boundLeftMs = time.trusted || opening.endAt === null ? endAt - time.now : capMs;
  const session: RunningSession = {
    sessionId: opening.sessionId,
    slotId: opening.slotId,
    source: opening.source,
    staffId: opening.staffId,
    headcount: opening.headcount,
    seats: opening.seats,
    turn: 0,
    turnPlayedMs: 0,
    place: null,
    placeDue: false,
    led: null,
    schoolClass: opening.schoolClass,
    lesson: opening.lesson,
    startAt: opening.startAt,
    endAt,
    boundsTrusted: time.trusted,
    capMs,
    totalMs: Math.max(1, Math.min(boundLeftMs, capMs)),
    boundLeftMs,
    playedMs: 0,
    breakAtPlayedMs: 0,
    breakEveryMs: plan.breakEveryMinutes * 60_000,
    breakLeftMs: null,
    paused: false,
    unchecked: false,
  };
  return writeSession(
    { ...state, session, goodbye: null },
    session,
    "opened",
    { source: opening.source, staffId: opening.staffId },
    dependencies,
  );
}

export type Closing = {
  readonly source: SessionSource;
  readonly staffId: StaffId | null;
  /** Whether the children see the goodbye scene. */
  readonly calmly: boolean;
};

export function closeSession(
  state: LessonState,
  closing: Closing,
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  if (session === null) return state;
  const withoutRun = closeRun(state, "lessonEnded", dependencies);
  const written = writeSession(withoutRun, session, "closed", closing, dependencies);
  const goodbye = closing.calmly ? { schoolClass: session.schoolClass, leftMs: goodbyeMs } : null;
  const stillToCome = !closing.calmly && isBeforeItsSlot(state, session);
  const own = stillToCome ? [] : [session.sessionId];
  const over = [...own, ...coveredSlots(state, session, closing.source)];
  return rememberEnded({ ...written, session: null, goodbye }, over);
}

type Who = Parameters<typeof writeSession>[3];

export function setPaused(
  state: LessonState,
  paused: boolean,
  by: Who,
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  if (session === null) return state;
  // A teacher who says "go on" vouches for a session whose clock could not be checked.
  const checked = { ...session, unchecked: paused && session.unchecked };
  if (session.paused === paused) return { ...state, session: checked };
  const next = { ...checked, paused };
  return writeSession({ ...state, session: next }, next, paused ? "paused" : "resumed", by, dependencies);
}

/** The teacher chose one game for this station, or lets the children choose again. */
export function choosePlace(
  state: LessonState,
  place: number | null,
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  if (session === null || session.place === place) return state;
  if (place !== null && session.lesson.games[place] === undefined) return state;
  const free = place === null ? state : closeRun(state, "replaced", dependencies);
  return free.session === null
    ? free
    : { ...free, session: { ...free.session, place, placeDue: place !== null } };
}

/** A new end, never into the next class. How much longer is played, the cap decides. */
export function setEnd(
  state: LessonState,
  wantedEndAt: number,
  by: Who,
  dependencies: LessonDependencies,
): LessonState {
  const { session, time } = state;
  if (session === null || time === null) return state;
  const endAt = Math.min(wantedEndAt, nextClassAt(state, session) ?? wantedEndAt);
  const moreMs = endAt - session.endAt;
  if (moreMs === 0) return state;
  const boundLeftMs = session.boundsTrusted && time.trusted ? endAt - time.now : session.boundLeftMs + moreMs;
  const changed: RunningSession = {
    ...session,
    endAt,
    boundLeftMs,
    totalMs: Math.max(1, Math.min(session.totalMs + moreMs, session.capMs)),
  };
  const next = { ...state, session: changed };
  if (leftOf(changed) === 0) return closeSession(next, { ...by, calmly: true }, dependencies);
  return moreMs > 0 ? writeSession(next, changed, "extended", by, dependencies) : next;
}

/** How much longer the lesson could go at most, ms, by the rule that the hub goes by: a panel offers what the hub grants. */
export function extendableMs({ plan, time, session }: LessonState): number {
  if (plan === null || time === null || session === null) return 0;
  const { sessionId, startAt, endAt, schoolClass } = session;
  const slots = time.trusted ? slotsAhead(plan, time.now) : [];
  const running = { sessionId, startAt, endAt, classId: schoolClass.id };
  return extendableUntil(running, { ...plan, slots }) - endAt;
}

/** When the slot of another class begins behind this lesson, UTC ms; null when none is near or the time is not known. */
export function nextClassAt({ plan, time, ended }: LessonState, session: RunningSession): number | null {
  if (plan === null || time === null || !time.trusted) return null;
  const next = nextLesson(plan, time.now, [...ended, session.sessionId]);
  return next === null ? null : next.slot.startAt;
}

/**
 * A new plan never shortens the running lesson, but a slot that was made longer, or replaced by a longer one for the
 * same class, lets it go on. The age band's cap stands: one session has one cap, a second session would bring another.
 */
export function prolong(state: LessonState): LessonState {
  const { plan, session } = state;
  if (plan === null || session === null || session.source !== "timetable" || !session.boundsTrusted)
    return state;
  const endAt = slotsBetween(plan, session.startAt, session.startAt + 1)
    .filter((slot) => slot.classId === session.schoolClass.id)
    .reduce((latest, slot) => Math.max(latest, slot.endAt), session.endAt);
  const moreMs = endAt - session.endAt;
  if (moreMs === 0) return state;
  return {
    ...state,
    session: {
      ...session,
      endAt,
      boundLeftMs: session.boundLeftMs + moreMs,
      totalMs: Math.min(session.totalMs + moreMs, session.capMs),
    },
  };
}

/** Lets `elapsedMs` of monotonic time pass. `steadyNow` is the wall clock when it can be believed, else null. */
export function passTime(
  state: LessonState,
  elapsedMs: number,
  steadyNow: number | null,
  dependencies: LessonDependencies,
): LessonState {
  if (state.session === null) return state;
  if (state.session.unchecked) return checkRestored(state, steadyNow, dependencies);

  const before = state.session;
  const creditMs = canPlay(before) ? Math.min(elapsedMs, leftOf(before)) : 0;
  const countedMs = before.boundLeftMs - elapsedMs;
  // Only ever shorter: a clock that jumps back must not give more screen time.
  const boundLeftMs =
    steadyNow !== null && before.boundsTrusted ? Math.min(countedMs, before.endAt - steadyNow) : countedMs;
  const counted = {
    ...before,
    boundLeftMs,
    playedMs: before.playedMs + creditMs,
    turnPlayedMs: before.turnPlayedMs + creditMs,
  };
  const session = stepEyeBreak(counted, elapsedMs);
  const next: LessonState = {
    ...state,
    session,
    day: addPlay(state.day, session.schoolClass.id, creditMs),
    run: state.run && { ...state.run, durationMs: state.run.durationMs + creditMs },
  };
  return leftOf(session) > 0
    ? passTurnInFreePlay(next)
    : closeSession(next, { source: "timetable", staffId: null, calmly: true }, dependencies);
}

function stepEyeBreak(session: RunningSession, elapsedMs: number): RunningSession {
  if (session.breakLeftMs !== null) {
    if (session.paused) return session;
    const breakLeftMs = session.breakLeftMs - elapsedMs;
    return breakLeftMs > 0
      ? { ...session, breakLeftMs }
      : { ...session, breakLeftMs: null, breakAtPlayedMs: session.playedMs };
  }
  const due = session.playedMs - session.breakAtPlayedMs >= session.breakEveryMs;
  // So near the end the goodbye is the break.
  return due && leftOf(session) > warningMs ? { ...session, breakLeftMs: eyeBreakMs } : session;
}

/** After a crash or a reboot: the same session goes on with what is left of it, or is closed if its time has passed. */
function checkRestored(
  state: LessonState,
  steadyNow: number | null,
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  if (session === null || steadyNow === null) return state;
  const boundLeftMs = session.boundsTrusted
    ? Math.min(session.boundLeftMs, session.endAt - steadyNow)
    : session.boundLeftMs;
  const checked = { ...session, boundLeftMs, unchecked: false };
  const next = { ...state, session: checked };
  return leftOf(checked) > 0
    ? next
    : closeSession(next, { source: "timetable", staffId: null, calmly: false }, dependencies);
}

/** What is saved may be this much older than the crash: the play it hides is counted as played. */
export const unsavedPlay = (session: RunningSession): number =>
  canPlay(session) ? Math.min(saveEveryMs, leftOf(session)) : 0;
