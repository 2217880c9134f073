// Owns what a teacher's order makes of the lead: ONE set of rules for the hub and for the panel of a station without a hub. Pure.
import type { DeviceId, LessonId, SessionId } from "../ids.ts";
import { type Ok, ok } from "../result.ts";
import type { ResolvedSlot } from "../timetable/resolveSlots.ts";
import { leadOf } from "./leadOf.ts";
import type { LessonLead, StationLead } from "./lessonLead.ts";
import type { LessonOrder } from "./lessonOrder.ts";
import { type OrderRefusal, refuseOrder } from "./orderRefusal.ts";
import { slotOfStart } from "./proposeLesson.ts";
import {
  type CapFacts,
  capMsOf,
  holdsRoom,
  isOver,
  leadOfSlot,
  openSlots,
  runningLead,
} from "./runningLead.ts";
import { mostAtOneStation, type SharingStation, shareSeats } from "./shareSeats.ts";

export type OrderFacts = CapFacts & {
  /** Best known true time, UTC ms. */
  readonly now: number;
  /** Of the room, in order of their start: what holds now and what follows, at least as far as the longest cap. */
  readonly slots: readonly ResolvedSlot[];
  /** Sessions that are known to be over beside what the lead says. */
  readonly ended: readonly SessionId[];
  /** The highest revision that anybody has heard of a session: a station passes over what is not newer. */
  readonly revisions?: ReadonlyMap<SessionId, number>;
  readonly lessons: readonly { readonly id: LessonId; readonly games: readonly unknown[] }[];
  /** By number; null where the room's other stations are not known. */
  readonly stations: readonly SharingStation[] | null;
  /** What is left of the day's screen time of the class that a start names, ms; what it plays in the lesson that runs not taken off. */
  readonly dayLeftMs?: number;
  /** For a lesson that no slot stands for. */
  readonly newSessionId: SessionId;
};

type Applied = Ok<LessonLead> | OrderRefusal;
type OrderNamed<Name extends LessonOrder["order"]> = Extract<LessonOrder, { order: Name }>;
type StationOrder = OrderNamed<"pause" | "resume" | "play" | "choose" | "end">;

/** Nothing worth beginning is shorter, ms. */
const shortestMs = 60_000;

/** The lead after the order. An order that changes nothing gives the lead as it was, with the same revision. */
export function applyOrder(lead: LessonLead | null, order: LessonOrder, given: OrderFacts): Applied {
  // What is over neither runs nor is in anybody's way.
  const ended = lead !== null && isOver(lead, given.now) ? [...given.ended, lead.sessionId] : given.ended;
  const facts = { ...given, ended, slots: openSlots(given.slots, ended) };
  const running = runningLead(lead, facts.slots, facts.now);
  if (order.order === "start") return begin(lead, running, order, facts);
  if (running === null || running.sessionId !== order.sessionId) {
    // The second tap on "end", or two teachers who end at once.
    const again = order.order === "end" && lead?.sessionId === order.sessionId && isOver(lead, facts.now);
    return again ? ok(lead) : refuseOrder("LESSON_CHANGED");
  }
  switch (order.order) {
    case "extend":
      return extend(running, order.minutes, facts);
    case "count":
      return count(running, order, facts);
    default:
      return leadStations(running, order, facts);
  }
}

const dayLeftOf = ({ dayLeftMs = Number.POSITIVE_INFINITY }: OrderFacts): number => dayLeftMs;

/** Until when the lesson may go at the longest: the cap of its age, and the next class. UTC ms */
export function extendableUntil(
  running: Pick<LessonLead, "sessionId" | "classId" | "startAt" | "endAt">,
  facts: Pick<OrderFacts, "slots"> & CapFacts,
): number {
  const next = nextOther(facts.slots, running.sessionId, running.endAt - 1);
  return Math.max(
    running.endAt,
    Math.min(running.startAt + capMsOf(facts, running.classId), next ?? Number.POSITIVE_INFINITY),
  );
}

/** When the room's next slot that is another session begins after an instant. */
function nextOther(slots: readonly ResolvedSlot[], session: SessionId, after: number): number | undefined {
  return slots.find(({ sessionId, startAt }) => sessionId !== session && startAt > after)?.startAt;
}

function begin(
  lead: LessonLead | null,
  running: LessonLead | null,
  { classId, lessonId, ...counted }: OrderNamed<"start">,
  facts: OrderFacts,
): Applied {
  const lesson = facts.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined || !facts.classes.some(({ id }) => id === classId))
    return refuseOrder("NOT_FOUND");
  const begun = running?.classId === classId ? running : fresh(lead, running, classId, lessonId, facts);
  // Stations would not open it. A lesson that somebody leads already goes on.
  if (begun.revision === 0 && dayLeftOf(facts) < shortestMs) return refuseOrder("DAY_CAP");
  if (begun.endAt - facts.now < shortestMs) return refuseOrder("NO_TIME_LEFT");
  const started: LessonLead = {
    ...begun,
    lessonId,
    all: { paused: false, place: null, ended: false },
    stations: {},
  };
  // Who starts once more without a count has not taken the count back.
  const shared = counted.headcount === null ? ok(started) : withCount(started, counted, facts);
  return shared.ok ? ok(revised(begun, shared.value, facts)) : shared;
}

function fresh(
  lead: LessonLead | null,
  running: LessonLead | null,
  classId: LessonLead["classId"],
  lessonId: LessonId,
  facts: OrderFacts,
): LessonLead {
  const { slots, now } = facts;
  const gone = new Set(facts.ended);
  // What another lesson has replaced, or somebody has ended, does not come back: a new start is a lesson of its own.
  const planned = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  if (lead !== null && planned !== undefined && holdsRoom(lead, planned, now)) gone.add(planned.sessionId);
  if (lead !== null && (lead.all.ended || lead.endAt <= now)) gone.add(lead.sessionId);
  if (running !== null && running.classId !== classId) gone.add(running.sessionId);
  const slot = slotOfStart(slots, classId, now, [...gone]);
  const longest = Math.min(capMsOf(facts, classId), dayLeftOf(facts));
  if (slot === null) {
    const cap = now + longest;
    const endAt = Math.min(cap, nextOther(slots, facts.newSessionId, now) ?? cap);
    const { newSessionId: sessionId } = facts;
    const base = { classId, lessonId, sessionId, startAt: now, endAt };
    return {
      ...base,
      slotId: null,
      revision: 0,
      headcount: null,
      all: { paused: false, place: null, ended: false },
      stations: {},
      seats: {},
      otherSeats: null,
    };
  }
  const ofSlot = leadOfSlot(slot);
  if (slot.startAt <= now) return ofSlot;
  // A class that comes early has no longer a lesson for it.
  const next = nextOther(slots, slot.sessionId, now) ?? slot.endAt;
  return { ...ofSlot, startAt: now, endAt: Math.min(slot.endAt, now + longest, next) };
}

function extend(running: LessonLead, minutes: number, facts: OrderFacts): Applied {
  const endAt = Math.min(running.endAt + minutes * 60_000, extendableUntil(running, facts));
  if (endAt <= running.endAt) return refuseOrder("EXTEND_IMPOSSIBLE");
  return ok(revised(running, { ...running, endAt }, facts));
}

type Count = Pick<OrderNamed<"count">, "headcount" | "stationsInUse">;

function count(running: LessonLead, counted: Count, facts: OrderFacts): Applied {
  const shared = withCount(running, counted, facts);
  return shared.ok ? ok(revised(running, shared.value, facts)) : shared;
}

function withCount(lead: LessonLead, { headcount, stationsInUse }: Count, { stations }: OrderFacts): Applied {
  const shared = shareSeats(headcount, stationsInUse, stations);
  if (shared !== undefined) return ok({ ...lead, headcount, ...shared });
  const on = stations?.filter(({ online }) => online).length ?? 0;
  const most = Math.min(stationsInUse ?? on, stations?.length ?? Number.POSITIVE_INFINITY);
  return refuseOrder(
    "TOO_MANY_CHILDREN",
    `${headcount ?? 0} bé mà chỉ dùng ${most} máy: mỗi máy nhiều nhất ${mostAtOneStation} bé, tức ${most * mostAtOneStation} bé. ` +
      "Tiết học không thay đổi. Hãy bật thêm máy hoặc chia lớp thành hai lượt.",
  );
}

function leadStations(running: LessonLead, order: StationOrder, facts: OrderFacts): Applied {
  const change = changeOf(order);
  const games = facts.lessons.find(({ id }) => id === running.lessonId)?.games.length ?? 0;
  if (order.order === "play" && order.place >= games) return refuseOrder("NOT_FOUND");
  if (order.stations === null) {
    const all = { ...running.all, ...change };
    // What one station did differently in the same matter is over.
    const entries = entriesOf(running).map(([id, own]) => [id, { ...own, ...change }] as const);
    return ok(revised(running, { ...running, all, stations: unlike(all, entries) }, facts));
  }
  const known = facts.stations;
  const chosen = order.stations.filter(
    (id) => known === null || known.some(({ deviceId }) => deviceId === id),
  );
  if (chosen.length === 0) return refuseOrder("NOT_FOUND");
  const entries = new Map(entriesOf(running));
  for (const id of chosen) entries.set(id, { ...leadOf(running, id), ...change });
  return ok(revised(running, { ...running, stations: unlike(running.all, [...entries]) }, facts));
}

function changeOf(order: StationOrder): Partial<StationLead> {
  switch (order.order) {
    case "pause":
      return { paused: true };
    case "resume":
      return { paused: false };
    case "play":
      return { place: order.place };
    case "choose":
      return { place: null };
    case "end":
      return { ended: true };
  }
}

// A record's keys are its schema's ids; Object.entries forgets that.
const entriesOf = ({ stations }: LessonLead) => Object.entries(stations) as [DeviceId, StationLead][];

const sameLead = (a: StationLead, b: StationLead) =>
  a.paused === b.paused && a.place === b.place && a.ended === b.ended;

const unlike = (all: StationLead, entries: readonly (readonly [DeviceId, StationLead])[]) =>
  Object.fromEntries(entries.filter(([, own]) => !sameLead(own, all))) as LessonLead["stations"];

/** One revision more when anything differs, or nobody has led yet. */
function revised(before: LessonLead, after: LessonLead, { revisions }: OrderFacts): LessonLead {
  const same = before.revision > 0 && JSON.stringify(before) === JSON.stringify(after);
  const newest = Math.max(before.revision, revisions?.get(before.sessionId) ?? 0);
  return same ? before : { ...after, revision: newest + 1 };
}
