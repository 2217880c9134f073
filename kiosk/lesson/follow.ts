// Owns how a station follows a lead: it opens, changes or ends its session by what the newest lead says differently from the one
// before. What a teacher did at this very station in between stays, unless the new lead speaks of the same thing (ADR 0021).
import type { DeviceId, SessionId, StaffId } from "../../protocol/ids.ts";
import { leadOf, seatsOf } from "../../protocol/lesson/leadOf.ts";
import type { LessonLead, StationLead } from "../../protocol/lesson/lessonLead.ts";
import { begunSlots, rememberEnded } from "./endedSlots.ts";
import type { FollowedLead, LessonDependencies, LessonState, RunningSession } from "./model.ts";
import { closeRun, writeSession } from "./record.ts";
import { lessonOf } from "./schedule.ts";
import { choosePlace, closeSession, openSession, setEnd, setPaused } from "./session.ts";

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
  if (session?.sessionId === lead.sessionId)
    return change(state, { ...session, startAt: lead.startAt }, own, followed, by, dependencies);
  if (state.ended.includes(lead.sessionId)) return state;
  if (own.ended || isPast(state, lead)) return passOver(state, lead, by, dependencies);
  const opened = open(state, lead, followed, by, dependencies);
  return opened === state ? state : lastly(opened, own, by, dependencies);
}

const isPast = ({ time }: LessonState, lead: LessonLead): boolean =>
  time?.trusted === true && lead.endAt <= time.now;

/**
 * A lesson that is over and never ran here: neither it nor what it stood in for begins any more, and what still runs of
 * that ends. What a teacher began at this very station goes on: somebody stands there.
 */
function passOver(
  state: LessonState,
  lead: LessonLead,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const { session } = state;
  const replaced = session !== null && session.source !== "teacher" && session.startAt <= lead.startAt;
  const free = replaced ? closeSession(state, { ...by, calmly: true }, dependencies) : state;
  return rememberEnded(free, [lead.sessionId, ...slotsReplaced(state, lead)]);
}

/** What the timetable had for the room when the lead began. */
const slotsReplaced = ({ plan }: LessonState, { startAt }: LessonLead): SessionId[] =>
  plan === null ? [] : begunSlots(plan, startAt);

function open(
  state: LessonState,
  lead: LessonLead,
  followed: FollowedLead,
  by: Leader,
  dependencies: LessonDependencies,
): LessonState {
  const { plan, time, session } = state;
  const found = plan && lessonOf(plan, lead);
  if (time === null || !found) return state;
  // A lesson that a teacher began here by hand after this lead was given is the newer word.
  if (session !== null && session.source !== "timetable" && session.startAt > lead.startAt) return state;
  const { sessionId, slotId, startAt, endAt, headcount } = lead;
  const { seats } = followed;
  const opening = { sessionId, slotId, startAt, endAt, headcount, seats, ...by, ...found };
  const free = closeSession(state, { ...by, calmly: false }, dependencies);
  const opened = openSession(free, opening, dependencies);
  // The class has had its screen time: what it takes the place of is over all the same.
  if (opened.session?.sessionId !== sessionId)
    return rememberEnded(free, [sessionId, ...slotsReplaced(state, lead)]);
  const replaced = slotsReplaced(state, lead).filter((id) => id !== sessionId);
  return rememberEnded({ ...opened, session: { ...opened.session, led: followed } }, replaced);
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
  const free = closeRun(state, "replaced", dependencies);
  return free.session === null
    ? free
    : { ...free, session: { ...free.session, lesson: found.lesson, place: null, placeDue: false } };
}
