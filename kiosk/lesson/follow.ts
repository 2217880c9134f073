// Owns how a station follows a lead: it opens, changes or ends its session by what the newest lead says differently from the one
// before. What a teacher did at this very station in between stays, unless the new lead speaks of the same thing (ADR 0021).
import type { DeviceId, StaffId } from "../../protocol/ids.ts";
import { type LessonLead, leadOf, type StationLead, seatsOf } from "../../protocol/lesson/lessonLead.ts";
import type { FollowedLead, LessonDependencies, LessonState, RunningSession } from "./model.ts";
import { closeRun, writeSession } from "./record.ts";
import { lessonOf } from "./schedule.ts";
import { choosePlace, closeSession, openSession, rememberEnded, setEnd, setPaused } from "./session.ts";

export type Leader = { readonly source: "hub"; readonly staffId: StaffId | null };

export function followLead(
  state: LessonState,
  lead: LessonLead,
  deviceId: DeviceId | null,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const own = deviceId === null ? lead.all : leadOf(lead, deviceId);
  const seats = deviceId === null ? lead.otherSeats : seatsOf(lead, deviceId);
  const followed: FollowedLead = {
    revision: lead.revision,
    lessonId: lead.lessonId,
    endAt: lead.endAt,
    headcount: lead.headcount,
    seats,
    paused: own.paused,
    place: own.place,
  };
  const { session } = state;
  if (session?.sessionId === lead.sessionId) return change(state, session, own, followed, by, dependencies);
  if (state.ended.includes(lead.sessionId)) return state;
  // Ended before it ever began here: the timetable must not begin it either.
  if (own.ended) return rememberEnded(state, [lead.sessionId]);
  const opened = open(state, lead, followed, by, dependencies);
  return opened === state ? state : lastly(opened, own, by, dependencies);
}

function open(
  state: LessonState,
  lead: LessonLead,
  followed: FollowedLead,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, time, session } = state;
  const found = plan && lessonOf(plan, lead);
  if (time === null || !found || (time.trusted && lead.endAt <= time.now)) return state;
  // A lesson that a teacher began here by hand after this lead was given is the newer word.
  if (session !== null && session.source !== "timetable" && session.startAt > lead.startAt) return state;
  const { sessionId, slotId, startAt, endAt, headcount } = lead;
  const { seats } = followed;
  const opening = { sessionId, slotId, startAt, endAt, headcount, seats, ...by, ...found };
  const opened = openSession(
    closeSession(state, { ...by, calmly: false }, dependencies),
    opening,
    dependencies,
  );
  return opened.session?.sessionId === sessionId
    ? { ...opened, session: { ...opened.session, led: followed } }
    : state;
}

function change(
  state: LessonState,
  session: RunningSession,
  own: StationLead,
  followed: FollowedLead,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const before = session.led ?? unled(session);
  if (session.led !== null && followed.revision <= session.led.revision) return state;
  let next: LessonState = { ...state, session: { ...session, led: followed } };
  if (own.ended) return closeSession(next, { ...by, calmly: true }, dependencies);
  if (followed.lessonId !== before.lessonId) next = swapLesson(next, followed, dependencies);
  if (followed.endAt !== before.endAt) next = setEnd(next, followed.endAt, by, dependencies);
  if (followed.headcount !== before.headcount || followed.seats !== before.seats)
    next = setCount(next, followed, by, dependencies);
  return lastly(
    next,
    {
      ended: false,
      // What the lead does not speak of stays as it is here.
      paused: own.paused === before.paused ? (next.session?.paused ?? false) : own.paused,
      place: own.place === before.place ? (next.session?.place ?? null) : own.place,
    },
    by,
    dependencies,
  );
}

/** What a session that nobody led followed: the timetable, or this station's own teacher. */
const unled = ({ lesson, endAt, headcount, seats }: RunningSession) => ({
  lessonId: lesson.id,
  endAt,
  headcount,
  seats,
  paused: false,
  place: null,
});

function lastly(
  state: LessonState,
  { paused, place }: StationLead,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const placed = choosePlace(state, place, dependencies);
  return placed.session === null || placed.session.paused === paused
    ? placed
    : setPaused(placed, paused, by, dependencies);
}

export function setCount(
  state: LessonState,
  { headcount, seats }: Pick<FollowedLead, "headcount" | "seats">,
  by: Parameters<typeof writeSession>[3],
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  if (session === null) return state;
  const shared = seats === session.seats ? {} : { turn: 0, turnPlayedMs: 0 };
  const counted = { ...session, headcount, seats, ...shared };
  return writeSession({ ...state, session: counted }, counted, "counted", by, dependencies);
}

function swapLesson(
  state: LessonState,
  { lessonId }: FollowedLead,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, session } = state;
  const found = session && plan && lessonOf(plan, { classId: session.schoolClass.id, lessonId });
  if (!session || !found) return state;
  return {
    ...closeRun(state, "left", dependencies),
    session: { ...session, lesson: found.lesson, place: null, placeDue: false },
  };
}
