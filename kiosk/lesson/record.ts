// Owns how the engine writes down what happened: records go into the state and leave it only when they are durably kept.
import type { RecordId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Fault } from "../../protocol/records/fault.ts";
import type { GameRun } from "../../protocol/records/gameRun.ts";
import type { Readiness } from "../../protocol/records/readiness.ts";
import type { Session } from "../../protocol/records/session.ts";
import {
  type LessonDependencies,
  type LessonState,
  lookedAtMs,
  type OpenRun,
  outgoingBound,
  type RunningSession,
} from "./model.ts";
import { passTurn } from "./turns.ts";

type Body =
  | { readonly type: "session"; readonly body: Session }
  | { readonly type: "gameRun"; readonly body: GameRun }
  | { readonly type: "fault"; readonly body: Fault }
  | { readonly type: "readiness"; readonly body: Readiness };

export function write(state: LessonState, entry: Body, dependencies: LessonDependencies): LessonState {
  const record: KioskRecord = {
    ...entry,
    id: dependencies.newId() as RecordId,
    at: state.time?.deviceAt ?? 0,
  };
  return bounded({ ...state, outgoing: [...state.outgoing, record] });
}

/** Gives way with the oldest game run or fault first: when lessons were held matters more. */
function bounded(state: LessonState): LessonState {
  const { outgoing } = state;
  if (outgoing.length <= outgoingBound) return state;
  const gone = outgoing.find(({ type }) => type !== "session") ?? outgoing[0];
  return {
    ...state,
    outgoing: outgoing.filter((record) => record !== gone),
    dropped: state.dropped + 1,
  };
}

/** Once a record was kept, those that were not are told of. */
export function tellDropped(state: LessonState, dependencies: LessonDependencies): LessonState {
  if (state.dropped === 0) return state;
  const detail = `Không ghi được vào ổ đĩa trong một thời gian: ${state.dropped} lượt chơi hoặc sự kiện cũ nhất của màn hình này đã mất.`;
  return write({ ...state, dropped: 0 }, { type: "fault", body: { kind: "diskFull", detail } }, dependencies);
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
    seats: session.seats,
    playedMs: Math.round(session.playedMs),
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
  const closed = write({ ...state, run: null }, { type: "gameRun", body: bodyOf(run, ended) }, dependencies);
  const cutOff = ended === "left" || ended === "replaced";
  const played = ended === "finished" || (cutOff && run.durationMs >= lookedAtMs);
  return played ? passTurn(closed) : closed;
}

const bodyOf = (run: OpenRun, ended: GameRun["ended"]): GameRun => ({
  sessionId: run.sessionId,
  classId: run.classId,
  gameId: run.gameId,
  gameVersion: run.gameVersion,
  level: run.level,
  mode: run.mode,
  ageBand: run.ageBand,
  durationMs: Math.round(run.durationMs),
  ended,
  ...run.played,
  roundsMs: run.played.roundsMs === null ? null : Math.round(run.played.roundsMs),
});
