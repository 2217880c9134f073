// Owns the lesson engine: a reducer from state and input to state. It knows no clock, disk or screen.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { SessionId, StaffId } from "../../protocol/ids.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import {
  type LessonDependencies,
  type LessonInput,
  type LessonState,
  shortestLessonMs,
  type TimeReading,
} from "./model.ts";
import { closeRun, tellDropped, write, writeSession } from "./record.ts";
import { currentSlot, nextLesson } from "./schedule.ts";
import { canPlay, closeSession, openSession, passTime, prolong } from "./session.ts";

export const emptyLesson: LessonState = {
  plan: null,
  time: null,
  session: null,
  run: null,
  goodbye: null,
  ended: [],
  outgoing: [],
  dropped: 0,
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
      return prolong({ ...state, plan: input.plan });
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
    case "roomCommand":
      return roomCommanded(state, input.command, dependencies);
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
  let next: LessonState = { ...state, time };
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
      schoolClass,
      lesson,
      startAt: slot.startAt,
      endAt: slot.endAt,
    },
    dependencies,
  );
}

function lessonOf(plan: PlanDocument, ids: { readonly classId: string; readonly lessonId: string }) {
  const schoolClass = plan.classes.find((candidate) => candidate.id === ids.classId);
  const lesson = plan.lessons.find((candidate) => candidate.id === ids.lessonId);
  return schoolClass && lesson ? { schoolClass, lesson } : null;
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
  const free = closeSession(state, { ...by, calmly: false }, dependencies);
  // A lesson by hand gives way to the next class on the timetable.
  const next = time.trusted ? nextLesson(plan, time.now, free.ended) : null;
  const soon = next !== null && next.inMs >= shortestLessonMs ? next.slot.startAt : null;
  const capEndAt = time.now + plan.capMinutes[found.schoolClass.ageBand] * 60_000;
  return openSession(
    free,
    {
      sessionId: dependencies.newId() as SessionId,
      slotId: null,
      ...by,
      ...found,
      headcount: input.headcount,
      startAt: time.now,
      endAt: soon !== null && soon < capEndAt ? soon : null,
    },
    dependencies,
  );
}

function setPaused(
  state: LessonState,
  paused: boolean,
  by: { readonly source: "teacher" | "hub"; readonly staffId: LessonStateStaff },
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

type LessonStateStaff = Parameters<typeof writeSession>[3]["staffId"];

function roomCommanded(
  state: LessonState,
  command: RoomCommand,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, time } = state;
  if (time === null || (time.trusted && command.expiresAt < time.now)) return state;
  // `issuedBy` is a staff id or the word "hub"; the link's schema has checked the message.
  const by = {
    source: "hub",
    staffId: command.issuedBy === "hub" ? null : (command.issuedBy as StaffId),
  } as const;
  switch (command.name) {
    case "pauseLesson":
      return setPaused(state, true, by, dependencies);
    case "resumeLesson":
      return setPaused(state, false, by, dependencies);
    case "endLesson":
      return closeSession(state, { ...by, calmly: true }, dependencies);
    case "startLesson": {
      if (command.sessionId === state.session?.sessionId || state.ended.includes(command.sessionId))
        return state;
      const found = plan && lessonOf(plan, command);
      if (!found || (time.trusted && command.endAt <= time.now)) return state;
      return openSession(
        closeSession(state, { ...by, calmly: false }, dependencies),
        {
          sessionId: command.sessionId,
          slotId: null,
          ...by,
          ...found,
          headcount: command.headcount,
          startAt: time.now,
          endAt: command.endAt,
        },
        dependencies,
      );
    }
  }
}

type PlayInput = Extract<
  LessonInput,
  { type: "gameChosen" | "roundPlayed" | "gameFinished" | "gameLeft" | "gameFaulted" }
>;

function played(state: LessonState, input: PlayInput, dependencies: LessonDependencies): LessonState {
  const { session, run } = state;
  switch (input.type) {
    case "gameChosen": {
      if (session === null || run !== null || !canPlay(session)) return state;
      const planned = session.lesson.games[input.place];
      if (planned === undefined) return state;
      return {
        ...state,
        run: {
          sessionId: session.sessionId,
          classId: session.schoolClass.id,
          gameId: planned.gameId,
          gameVersion: input.gameVersion,
          level: planned.level,
          mode: planned.mode,
          seed: Math.floor(dependencies.random() * 2 ** 32) | 0,
          durationMs: 0,
          played: { rounds: 0, correctFirstTry: 0, hints: 0 },
        },
      };
    }
    case "roundPlayed": {
      if (run === null) return state;
      const { rounds, correctFirstTry, hints } = run.played;
      return {
        ...state,
        run: {
          ...run,
          played: {
            rounds: rounds + 1,
            correctFirstTry: correctFirstTry + (input.correctFirstTry ? 1 : 0),
            hints: hints + input.hints,
          },
        },
      };
    }
    case "gameFinished":
      if (run === null) return state;
      return closeRun({ ...state, run: { ...run, played: input.played } }, "finished", dependencies);
    case "gameLeft":
      return closeRun(state, "left", dependencies);
    case "gameFaulted": {
      if (run === null) return state;
      const closed = closeRun(state, "faulted", dependencies);
      const detail = `${run.gameId} ${run.gameVersion}: ${input.detail}`.slice(0, 4000);
      return write(closed, { type: "fault", body: { kind: input.kind, detail } }, dependencies);
    }
  }
}
