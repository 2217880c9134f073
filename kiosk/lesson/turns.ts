// Owns whose turn it is at a station that two or three children share.
import { freeTurnMs, type LessonState, type RunningSession, turnMs } from "./model.ts";

/** The place of the child whose turn it is, from 0; null when one plays alone or nobody said. */
export const turnOf = ({ seats, turn }: RunningSession): number | null =>
  seats === null || seats < 2 ? null : turn % seats;

export function passTurn(state: LessonState): LessonState {
  const { session } = state;
  return session === null || turnOf(session) === null
    ? state
    : { ...state, session: { ...session, turn: session.turn + 1, turnPlayedMs: 0 } };
}

/** At the end of a round: a child who had its time gives way. */
export function passTurnWhenDue(state: LessonState): LessonState {
  const due = state.session !== null && state.session.turnPlayedMs >= turnMs;
  return due ? passTurn(state) : state;
}

/** Free play has no rounds: the turn passes in the middle of it. Questions are never handed over half answered. */
export function passTurnInFreePlay(state: LessonState): LessonState {
  const { session, run } = state;
  const due = run?.mode === "explore" && session !== null && session.turnPlayedMs >= freeTurnMs;
  return due ? passTurn(state) : state;
}
