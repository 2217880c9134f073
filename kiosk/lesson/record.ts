// Owns how the engine writes down what happened: records go into the state and leave it only when they are durably kept.
import type { RecordId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Fault } from "../../protocol/records/fault.ts";
import type { GameRun } from "../../protocol/records/gameRun.ts";
import type { Session } from "../../protocol/records/session.ts";
import type { LessonDependencies, LessonState, OpenRun, RunningSession } from "./model.ts";

type Body =
  | { readonly type: "session"; readonly body: Session }
  | { readonly type: "gameRun"; readonly body: GameRun }
  | { readonly type: "fault"; readonly body: Fault };

export function write(state: LessonState, entry: Body, dependencies: LessonDependencies): LessonState {
  const record: KioskRecord = {
    ...entry,
    id: dependencies.newId() as RecordId,
    at: state.time?.deviceAt ?? 0,
  };
  return { ...state, outgoing: [...state.outgoing, record] };
}

export function writeSession(
  state: LessonState,
  session: RunningSession,
  event: Session["event"],
  by: { readonly source: Session["source"]; readonly staffId: Session["staffId"] },
  dependencies: LessonDependencies,
): LessonState {
  const body: Session = {
    sessionId: session.sessionId,
    event,
    source: by.source,
    slotId: session.slotId,
    classId: session.schoolClass.id,
    lessonId: session.lesson.id,
    staffId: by.staffId,
    headcount: session.headcount,
    startAt: session.startAt,
    endAt: session.endAt,
  };
  return write(state, { type: "session", body }, dependencies);
}

/** Ends the open run, if there is one. */
export function closeRun(
  state: LessonState,
  ended: GameRun["ended"],
  dependencies: LessonDependencies,
): LessonState {
  const { run } = state;
  if (run === null) return state;
  return write({ ...state, run: null }, { type: "gameRun", body: bodyOf(run, ended) }, dependencies);
}

const bodyOf = (run: OpenRun, ended: GameRun["ended"]): GameRun => ({
  sessionId: run.sessionId,
  classId: run.classId,
  gameId: run.gameId,
  gameVersion: run.gameVersion,
  level: run.level,
  mode: run.mode,
  durationMs: Math.round(run.durationMs),
  ended,
  ...run.played,
});
