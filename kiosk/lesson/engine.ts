// Owns the lesson engine: a reducer from state and input to state. It knows no clock, disk or screen.
import type { SessionId, StaffId } from "../../protocol/ids.ts";
import type { LessonLead } from "../../protocol/lesson/lessonLead.ts";
import { slotOfStart } from "../../protocol/lesson/proposeLesson.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import { playLeft, turnDay, unplayedDay } from "./dayPlay.ts";
import { begunSlots, rememberEnded } from "./endedSlots.ts";
import { followLead, setCount } from "./follow.ts";
import {
  type LessonDependencies,
  type LessonInput,
  type LessonState,
  shortestLessonMs,
  type TimeReading,
} from "./model.ts";
import { takePlan } from "./newPlan.ts";
import { closeRun, tellDropped, write } from "./record.ts";
import { addRound, noRounds, sumsAtEnd } from "./runSums.ts";
import { currentSlot, lessonOf, slotsAhead } from "./schedule.ts";
import {
  canPlay,
  choosePlace,
  closeSession,
  extendableMs,
  openSession,
  passTime,
  setEnd,
  setPaused,
} from "./session.ts";
import { passTurn, passTurnWhenDue } from "./turns.ts";

export const emptyLesson: LessonState = {
  plan: null,
  time: null,
  session: null,
  run: null,
  goodbye: null,
  day: unplayedDay,
  ended: [],
  outgoing: [],
  dropped: 0,
  checkedFor: null,
};

/** A wall clock may differ from the monotonic one by this much between two looks and still be believed, ms. */
const steadyWithinMs = 2_000;

/** The state after one input. Inputs that do not fit the moment change nothing. */
export function reduce(
  state: LessonState,
  input: LessonInput,
  dependencies: LessonDependencies,
): LessonState {
  switch (input.type) {
    case "tick":
      return tick(state, input.time, dependencies);
    case "planChanged":
      return takePlan(state, input.plan, dependencies);
    case "recordKept":
      return tellDropped(
        { ...state, outgoing: state.outgoing.filter((record) => record.id !== input.id) },
        dependencies,
      );
    case "teacherStarted":
      return teacherStarted(state, input, dependencies);
    case "teacherPaused":
      return setPaused(state, true, { source: "teacher", staffId: input.staffId }, dependencies);
    case "teacherResumed":
      return setPaused(state, false, { source: "teacher", staffId: input.staffId }, dependencies);
    case "teacherEnded":
      return closeSession(state, { source: "teacher", staffId: input.staffId, calmly: true }, dependencies);
    case "teacherPlaced":
      return choosePlace(state, input.place, dependencies);
    case "teacherExtended":
      return extended(state, input, dependencies);
    case "teacherCounted":
      return setCount(state, input, { source: "teacher", staffId: input.staffId }, dependencies);
    case "readinessChecked": {
      const { sessionId, checks } = input;
      const body = { sessionId, checks: [...checks] };
      // Saved with the record: once for each slot, whatever happens to this process.
      const noted = { ...state, checkedFor: sessionId ?? state.checkedFor };
      return write(noted, { type: "readiness", body }, dependencies);
    }
    case "roomCommand":
      return roomCommanded(state, input, dependencies);
    default:
      return played(state, input, dependencies);
  }
}

function tick(state: LessonState, time: TimeReading, dependencies: LessonDependencies): LessonState {
  const before = state.time;
  const elapsedMs = before === null ? 0 : Math.max(0, time.mono - before.mono);
  const jumpMs = before === null ? 0 : time.now - before.now - elapsedMs;
  // One odd look at the clock moves nothing; a lasting change is believed at the next look.
  const steady = time.trusted && (!before?.trusted || Math.abs(jumpMs) <= steadyWithinMs);
  let next: LessonState = turnDay({ ...state, time });
  if (next.goodbye !== null) {
    const leftMs = next.goodbye.leftMs - elapsedMs;
    next = { ...next, goodbye: leftMs > 0 ? { ...next.goodbye, leftMs } : null };
  }
  next = passTime(next, elapsedMs, steady ? time.now : null, dependencies);
  return steady ? openByTimetable(next, time.now, dependencies) : next;
}

function openByTimetable(state: LessonState, now: number, dependencies: LessonDependencies): LessonState {
  const { plan } = state;
  if (plan === null || state.session !== null || state.goodbye !== null) return state;
  const found = currentSlot(plan, now, state.ended);
  if (found === null || found.slot.endAt - now < shortestLessonMs) return state;
  const { slot, schoolClass, lesson } = found;
  return openSession(
    state,
    {
      sessionId: slot.sessionId,
      slotId: slot.slotId,
      source: "timetable",
      staffId: null,
      headcount: null,
      seats: null,
      schoolClass,
      lesson,
      startAt: slot.startAt,
      endAt: slot.endAt,
    },
    dependencies,
  );
}

function teacherStarted(
  state: LessonState,
  input: Extract<LessonInput, { type: "teacherStarted" }>,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, time } = state;
  const found = plan && lessonOf(plan, input);
  if (plan === null || time === null || !found) return state;
  const by = { source: "teacher", staffId: input.staffId } as const;
  if (playLeft(plan, state.day, found.schoolClass) < shortestLessonMs) return state;
  const free = closeSession(state, { ...by, calmly: false }, dependencies);
  // A class that begins its own slot by hand has the slot's session, as on every other station.
  const slots = time.trusted ? slotsAhead(plan, time.now) : [];
  const slot = slotOfStart(slots, input.classId, time.now, free.ended);
  // A lesson by hand gives way to the next class on the timetable.
  const next = slots.find(({ startAt, sessionId }) => startAt > time.now && sessionId !== slot?.sessionId);
  const soon = next !== undefined && next.startAt - time.now >= shortestLessonMs ? next.startAt : null;
  const capEndAt = time.now + plan.capMinutes[found.schoolClass.ageBand] * 60_000;
  const ends = [slot?.endAt ?? null, soon].filter((end) => end !== null && end < capEndAt);
  const sessionId = slot?.sessionId ?? (dependencies.newId() as SessionId);
  const replaced = time.trusted ? begunSlots(plan, time.now).filter((id) => id !== sessionId) : [];
  return openSession(
    rememberEnded(free, replaced),
    {
      sessionId,
      slotId: slot?.slotId ?? null,
      ...by,
      ...found,
      headcount: input.headcount,
      seats: input.seats,
      startAt: time.now,
      endAt: ends.length === 0 ? null : Math.min(...(ends as number[])),
    },
    dependencies,
  );
}

function extended(
  state: LessonState,
  { minutes, staffId }: Extract<LessonInput, { type: "teacherExtended" }>,
  dependencies: LessonDependencies,
): LessonState {
  const moreMs = Math.min(minutes * 60_000, extendableMs(state));
  return state.session === null || moreMs <= 0
    ? state
    : setEnd(state, state.session.endAt + moreMs, { source: "teacher", staffId }, dependencies);
}

function roomCommanded(
  state: LessonState,
  { command, deviceId }: Extract<LessonInput, { type: "roomCommand" }>,
  dependencies: LessonDependencies,
): LessonState {
  const { time, session } = state;
  if (time === null || (time.trusted && command.expiresAt < time.now)) return state;
  // `issuedBy` is a staff id or the word "hub"; the link's schema has checked the message.
  const by = {
    source: "hub",
    staffId: command.issuedBy === "hub" ? null : (command.issuedBy as StaffId),
  } as const;
  const follow = (lead: LessonLead) => followLead(state, lead, deviceId, by, dependencies);
  switch (command.name) {
    case "leadLesson":
      return follow(command.lead);
    case "pauseLesson":
      return setPaused(state, true, by, dependencies);
    case "resumeLesson":
      return setPaused(state, false, by, dependencies);
    case "endLesson":
      return closeSession(state, { ...by, calmly: true }, dependencies);
    case "startLesson":
      return session?.sessionId === command.sessionId ? state : follow(leadOfStart(command, time.now));
  }
}

/** What hubs before 0.2 said when a lesson began. */
function leadOfStart(
  { sessionId, classId, lessonId, endAt, headcount }: Extract<RoomCommand, { name: "startLesson" }>,
  startAt: number,
): LessonLead {
  const all = { paused: false, place: null, ended: false };
  return {
    ...{ sessionId, slotId: null, classId, lessonId, revision: 1, startAt, endAt, headcount, all },
    ...{ stations: {}, seats: {}, otherSeats: null },
  };
}

type PlayInput = Extract<
  LessonInput,
  {
    type:
      | "gameChosen"
      | "roundPlayed"
      | "gameFinished"
      | "gameLeft"
      | "gameFaulted"
      | "turnPassed"
      | "placeImpossible";
  }
>;

function played(state: LessonState, input: PlayInput, dependencies: LessonDependencies): LessonState {
  const { session, run } = state;
  switch (input.type) {
    case "gameChosen": {
      if (session === null || run !== null || !canPlay(session)) return state;
      const planned = session.lesson.games[input.place];
      if (planned === undefined || (session.place !== null && session.place !== input.place)) return state;
      return {
        ...state,
        session: { ...session, placeDue: false },
        run: {
          sessionId: session.sessionId,
          classId: session.schoolClass.id,
          ageBand: session.schoolClass.ageBand,
          gameId: planned.gameId,
          gameVersion: input.gameVersion,
          level: planned.level,
          mode: planned.mode,
          seed: Math.floor(dependencies.random() * 2 ** 32) | 0,
          durationMs: 0,
          played: noRounds,
        },
      };
    }
    case "roundPlayed": {
      if (run === null) return state;
      return passTurnWhenDue({
        ...state,
        run: { ...run, played: addRound(run.played, input, run.durationMs) },
      });
    }
    case "gameFinished":
      if (run === null) return state;
      return closeRun(
        { ...state, run: { ...run, played: sumsAtEnd(run.played, input.played) } },
        "finished",
        dependencies,
      );
    case "gameLeft":
      return closeRun(state, "left", dependencies);
    case "turnPassed":
      return passTurn(state);
    case "placeImpossible":
      if (session === null || session.place === null) return state;
      return write(
        { ...state, session: { ...session, place: null, placeDue: false } },
        { type: "fault", body: { kind: "contentDamaged", detail: input.detail.slice(0, 4000) } },
        dependencies,
      );
    case "gameFaulted": {
      if (run === null) return state;
      const closed = closeRun(state, "faulted", dependencies);
      const detail = `${run.gameId} ${run.gameVersion}: ${input.detail}`.slice(0, 4000);
      return write(closed, { type: "fault", body: { kind: input.kind, detail } }, dependencies);
    }
  }
}
