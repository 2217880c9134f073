// Owns what a lesson state looks like to a screen, and what it is called on the room board.
import type { KioskLive } from "../../protocol/messages/live.ts";
import { playLeft } from "./dayPlay.ts";
import {
  type LessonState,
  type LessonView,
  type RunningSession,
  type SunPath,
  shortestLessonMs,
  soonMs,
  warningMs,
} from "./model.ts";
import { currentSlot, nextLesson } from "./schedule.ts";
import { leftOf } from "./session.ts";

export function viewOf(state: LessonState): LessonView {
  const { session, goodbye, time, plan, run } = state;
  if (session !== null) {
    if (session.unchecked) {
      // Until the first look at the clock nothing is known; a calm wait, not a call for the teacher.
      if (time === null || time.trusted) return { kind: "waiting", next: null };
      return { kind: "waitsForTeacher", schoolClass: session.schoolClass };
    }
    if (session.paused) return { kind: "paused", session };
    if (session.breakLeftMs !== null) return { kind: "eyeBreak", session, leftMs: session.breakLeftMs };
    const sun = sunOf(session);
    return run === null ? { kind: "menu", session, sun } : { kind: "game", session, run, sun };
  }
  if (goodbye !== null) return { kind: "goodbye", ...goodbye };
  if (plan === null) return { kind: "noPlan" };
  if (time === null) return { kind: "waiting", next: null };
  if (!time.trusted) return { kind: "waitsForTeacher", schoolClass: null };
  const next = nextLesson(plan, time.now, state.ended);
  if (next !== null && next.inMs <= soonMs) return { kind: "soon", next };
  const holding = currentSlot(plan, time.now, []);
  return holding !== null && playLeft(plan, state.day, holding.schoolClass) < shortestLessonMs
    ? { kind: "dayUsed", schoolClass: holding.schoolClass }
    : { kind: "waiting", next };
}

function sunOf(session: RunningSession): SunPath {
  const leftMs = leftOf(session);
  return { left: Math.min(1, leftMs / session.totalMs), leftMs, warning: leftMs <= warningMs };
}

const liveStates = {
  noPlan: "waiting",
  waitsForTeacher: "waiting",
  waiting: "waiting",
  dayUsed: "waiting",
  soon: "waiting",
  menu: "menu",
  game: "game",
  paused: "waiting",
  eyeBreak: "break",
  goodbye: "goodbye",
} as const;

/** What the room board says of this station. */
export function liveOf(state: LessonState, panelOpen: boolean): KioskLive {
  const view = viewOf(state);
  const { session, time } = state;
  const warning = (view.kind === "menu" || view.kind === "game") && view.sun.warning;
  return {
    state: panelOpen ? "panel" : warning ? "warning" : liveStates[view.kind],
    gameId: state.run?.gameId ?? null,
    sessionId: session?.sessionId ?? null,
    endAt: session && time ? Math.min(session.endAt, Math.round(time.now + leftOf(session))) : null,
    paused: session?.paused ?? false,
    place: session?.place ?? null,
    leadRevision: session?.led?.revision ?? 0,
    seats: session?.seats ?? null,
  };
}
