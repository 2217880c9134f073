import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgeBand } from "../game.ts";
import type { ClassId, DeviceId, LessonId, RoomId, SessionId, SlotId } from "../ids.ts";
import type { ResolvedSlot } from "../timetable/resolveSlots.ts";
import { applyOrder, extendableUntil, type OrderFacts } from "./applyOrder.ts";
import { leadOf } from "./leadOf.ts";
import { type LessonLead, lessonLead } from "./lessonLead.ts";
import type { LessonOrder } from "./lessonOrder.ts";
import { isOver, leadHoldsUntil, runningLead } from "./runningLead.ts";

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [rabbit, cat] = [uuid(1), uuid(2)] as [ClassId, ClassId];
const [counting, shapes] = [uuid(11), uuid(12)] as [LessonId, LessonId];
const stationIds = Array.from({ length: 10 }, (_, place) => uuid(100 + place) as DeviceId);
const minute = 60_000;
const at = (clock: number) => Date.parse("2026-11-23T00:00:00Z") + clock * minute;

/** Minutes after an hour of the clock. */
function slot(from: number, to: number, classId = rabbit): ResolvedSlot {
  const slotId = uuid(1000 + from) as SlotId;
  return {
    slotId,
    roomId: uuid(3) as RoomId,
    classId,
    lessonId: counting,
    date: "2026-11-23",
    startAt: at(from),
    endAt: at(to),
    sessionId: `${slotId}.20261123` as SessionId,
  };
}

const capMinutes: Record<AgeBand, number> = { "3-4": 15, "4-5": 20, "5-6": 30 };
function facts(now: number, slots: readonly ResolvedSlot[] = [], more: Partial<OrderFacts> = {}): OrderFacts {
  return {
    now: at(now),
    slots: slots.filter(({ endAt }) => endAt > at(now)),
    ended: [],
    classes: [
      { id: rabbit, ageBand: "5-6" },
      { id: cat, ageBand: "3-4" },
    ],
    lessons: [
      { id: counting, games: [1, 2, 3] },
      { id: shapes, games: [1] },
    ],
    capMinutes,
    stations: stationIds.map((deviceId) => ({ deviceId, online: true })),
    newSessionId: uuid(900) as SessionId,
    ...more,
  };
}

const start = (classId = rabbit, more: Partial<Extract<LessonOrder, { order: "start" }>> = {}) =>
  ({
    order: "start",
    classId,
    lessonId: counting,
    headcount: null,
    stationsInUse: null,
    ...more,
  }) as const;

function led(lead: LessonLead | null, order: LessonOrder, given: OrderFacts): LessonLead {
  const applied = applyOrder(lead, order, given);
  if (!applied.ok) throw new Error(applied.code);
  return applied.value;
}
const code = (lead: LessonLead | null, order: LessonOrder, given: OrderFacts) => {
  const applied = applyOrder(lead, order, given);
  return applied.ok ? "ok" : applied.code;
};

describe("a start", () => {
  test("stands for the slot that runs, with its session and its planned end: a late start shortens", () => {
    const planned = slot(480, 510);
    expect(led(null, start(), facts(490, [planned]))).toMatchObject({
      sessionId: planned.sessionId,
      slotId: planned.slotId,
      startAt: at(480),
      endAt: at(510),
      revision: 1,
    });
  });

  test("of a class that comes a little early is its slot's session, and no longer for it", () => {
    const planned = slot(480, 510);
    expect(led(null, start(), facts(470, [planned]))).toMatchObject({
      sessionId: planned.sessionId,
      startAt: at(470),
      endAt: at(500),
    });
    expect(led(null, start(), facts(450, [planned]))).toMatchObject({
      sessionId: uuid(900),
      slotId: null,
      endAt: at(480),
    });
  });

  test("with no slot near lasts as long as the age may, and never into the next class", () => {
    expect(led(null, start(cat), facts(480))).toMatchObject({ slotId: null, endAt: at(495) });
    expect(led(null, start(cat), facts(480, [slot(487, 500)]))).toMatchObject({ endAt: at(487) });
    expect(code(null, start(cat), facts(480, [slot(480.5, 500)]))).toBe("NO_TIME_LEFT");
  });

  test("of another class replaces the slot that runs, which does not come back", () => {
    const planned = slot(480, 510);
    const other = led(null, start(cat), facts(485, [planned]));
    expect(other).toMatchObject({ sessionId: uuid(900), classId: cat, endAt: at(500) });
    expect(runningLead(other, [planned], at(501))).toBeNull();
    // Its own class then begins a lesson of its own.
    const back = facts(502, [planned], { newSessionId: uuid(901) as SessionId });
    expect(led(other, start(), back)).toMatchObject({ sessionId: uuid(901), slotId: null });
  });

  test("a second time, by a second teacher, opens no second session and gives no more time", () => {
    const first = led(null, start(cat), facts(480));
    const again = facts(482, [], { newSessionId: uuid(901) as SessionId });
    expect(led(first, start(cat), again)).toBe(first);
    const changed = led(first, start(cat, { lessonId: shapes, headcount: 20 }), again);
    expect(changed).toMatchObject({
      sessionId: first.sessionId,
      endAt: first.endAt,
      lessonId: shapes,
      revision: 2,
    });
  });

  test("after the session was ended is a new one", () => {
    const planned = slot(480, 510);
    const begun = led(null, start(), facts(485, [planned]));
    const { sessionId } = begun;
    const ended = led(begun, { order: "end", sessionId, stations: null }, facts(486, [planned]));
    expect(led(ended, start(), facts(487, [planned]))).toMatchObject({
      sessionId: uuid(900),
      slotId: null,
      revision: 1,
    });
  });

  test("of a class or lesson that no plan knows is refused", () => {
    expect(code(null, start(uuid(77) as ClassId), facts(480))).toBe("NOT_FOUND");
    expect(code(null, start(rabbit, { lessonId: uuid(78) as LessonId }), facts(480))).toBe("NOT_FOUND");
  });
});

describe("orders of a lesson that runs", () => {
  const planned = slot(480, 510);
  const { sessionId } = planned;
  const now = facts(490, [planned]);

  test("make the lead from the slot when nobody led before", () => {
    expect(led(null, { order: "pause", sessionId, stations: null }, now)).toMatchObject({
      sessionId,
      revision: 1,
      startAt: at(480),
      endAt: at(510),
      all: { paused: true },
    });
  });

  test("for all clear what single stations did differently in the same matter, and only that", () => {
    const [one, two] = stationIds as [DeviceId, DeviceId];
    const alone = led(null, { order: "pause", sessionId, stations: [one, two] }, now);
    const playing = led(alone, { order: "play", sessionId, stations: [two], place: 2 }, now);
    expect(leadOf(playing, one)).toEqual({ paused: true, place: null, ended: false });
    const resumed = led(playing, { order: "resume", sessionId, stations: null }, now);
    expect(resumed.stations).toEqual({ [two]: { paused: false, place: 2, ended: false } });
    const chosen = led(resumed, { order: "choose", sessionId, stations: null }, now);
    expect(chosen.stations).toEqual({});
  });

  test("for another lesson than the one that runs, or when none does, change nothing", () => {
    const other = uuid(55) as SessionId;
    expect(code(null, { order: "pause", sessionId: other, stations: null }, now)).toBe("LESSON_CHANGED");
    expect(code(null, { order: "end", sessionId, stations: null }, facts(520, []))).toBe("LESSON_CHANGED");
  });

  test("an end that comes a second time is no mistake", () => {
    const ended = led(null, { order: "end", sessionId, stations: null }, now);
    expect(led(ended, { order: "end", sessionId, stations: null }, now)).toBe(ended);
    expect(code(ended, { order: "resume", sessionId, stations: null }, now)).toBe("LESSON_CHANGED");
  });

  test("an order that changes nothing makes no new revision", () => {
    const paused = led(null, { order: "pause", sessionId, stations: null }, now);
    expect(led(paused, { order: "pause", sessionId, stations: null }, now)).toBe(paused);
  });

  test("play a game of the lesson's list and no other, on stations of the room and no others", () => {
    expect(code(null, { order: "play", sessionId, stations: null, place: 3 }, now)).toBe("NOT_FOUND");
    const stranger = uuid(66) as DeviceId;
    expect(code(null, { order: "pause", sessionId, stations: [stranger] }, now)).toBe("NOT_FOUND");
  });

  test("extend up to the cap counted from the start, never into the next class, and then no more", () => {
    const short = slot(480, 500);
    const five = { order: "extend", sessionId: short.sessionId, minutes: 5 } as const;
    const given = facts(495, [short, slot(507, 530, cat)]);
    const once = led(null, five, given);
    expect(once.endAt).toBe(at(505));
    const twice = led(once, five, given);
    expect(twice.endAt).toBe(at(507));
    expect(code(twice, five, given)).toBe("EXTEND_IMPOSSIBLE");
    const free = facts(495, [short]);
    expect(extendableUntil(once, free)).toBe(at(510));
    expect(code(null, { ...five, sessionId }, now)).toBe("EXTEND_IMPOSSIBLE");
  });

  test("a refusal says in a sentence what to do", () => {
    const applied = applyOrder(null, { order: "count", sessionId, headcount: 40, stationsInUse: null }, now);
    expect(applied).toMatchObject({
      code: "TOO_MANY_CHILDREN",
      message: expect.stringContaining("40 bé mà chỉ dùng 10 máy: mỗi máy nhiều nhất 3 bé, tức 30 bé."),
    });
  });
});

describe("a count", () => {
  const planned = slot(480, 510);
  const { sessionId } = planned;
  const count = (headcount: number | null, stationsInUse: number | null) =>
    ({ order: "count", sessionId, headcount, stationsInUse }) as const;

  test("shares the children out over the stations that are on, by number", () => {
    const stations = stationIds.map((deviceId, place) => ({ deviceId, online: place !== 1 }));
    const lead = led(null, count(5, 2), facts(490, [planned], { stations }));
    expect(lead).toMatchObject({ headcount: 5, otherSeats: null });
    expect(lead.seats).toEqual({ [stationIds[0] as string]: 3, [stationIds[2] as string]: 2 });
  });

  test("that is taken back takes the turns back", () => {
    const counted = led(null, count(20, null), facts(490, [planned]));
    expect(led(counted, count(null, null), facts(490, [planned]))).toMatchObject({
      headcount: null,
      seats: {},
      otherSeats: null,
    });
  });

  test("at a station that knows no other gives each the same", () => {
    const alone = facts(490, [planned], { stations: null });
    expect(led(null, count(27, 10), alone)).toMatchObject({ seats: {}, otherSeats: 3 });
    expect(code(null, count(31, 10), alone)).toBe("TOO_MANY_CHILDREN");
  });

  test("whatever is counted, every child has a place, and no station has two more than another", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 40 })),
        fc.array(fc.boolean(), { maxLength: 30 }),
        (headcount, stationsInUse, online) => {
          const stations = online.map((on, place) => ({
            deviceId: uuid(100 + place) as DeviceId,
            online: on,
          }));
          const applied = applyOrder(
            null,
            count(headcount, stationsInUse),
            facts(490, [planned], { stations }),
          );
          if (!applied.ok) {
            expect(headcount).toBeGreaterThan(
              3 * Math.min(stationsInUse ?? online.filter(Boolean).length, online.length),
            );
            return;
          }
          const shared = Object.values(applied.value.seats) as number[];
          if (shared.length === 0) return;
          expect(shared.reduce((sum, each) => sum + each, 0)).toBe(headcount);
          expect(Math.max(...shared) - Math.min(...shared)).toBeLessThanOrEqual(1);
          expect(Math.max(...shared)).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});

test("a station that returns hears of an ended lead until the slot it ended, or took the place of, is over", () => {
  const planned = slot(480, 510);
  const { sessionId } = planned;
  const ended = led(null, { order: "end", sessionId, stations: null }, facts(485, [planned]));
  expect(leadHoldsUntil(ended, [planned])).toBe(at(510));
  const other = led(null, start(cat), facts(485, [planned, slot(520, 540)]));
  expect(leadHoldsUntil(other, [planned, slot(520, 540)])).toBe(at(510));
});

const anyOrder = (sessions: readonly SessionId[]): fc.Arbitrary<LessonOrder> => {
  const sessionId = fc.constantFrom(...sessions);
  const stations = fc.option(fc.subarray(stationIds, { minLength: 1 }));
  const stationsInUse = fc.option(fc.integer({ min: 1, max: 12 }));
  const headcount = fc.option(fc.integer({ min: 0, max: 60 }));
  return fc.oneof(
    fc.record({
      order: fc.constant("start" as const),
      classId: fc.constantFrom(rabbit, cat),
      lessonId: fc.constantFrom(counting, shapes),
      headcount,
      stationsInUse,
    }),
    fc.record({ order: fc.constantFrom("pause" as const, "resume" as const), sessionId, stations }),
    fc.record({ order: fc.constantFrom("choose" as const, "end" as const), sessionId, stations }),
    fc.record({
      order: fc.constant("play" as const),
      sessionId,
      stations,
      place: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({ order: fc.constant("extend" as const), sessionId, minutes: fc.integer({ min: 1, max: 15 }) }),
    fc.record({ order: fc.constant("count" as const), sessionId, headcount, stationsInUse }),
  );
};

test("whatever is ordered when, a lead fits its schema, counts up, keeps to cap and next class, and an order given twice is given once", () => {
  const slots = [slot(480, 500), slot(505, 535, cat), slot(540, 560)];
  const sessions = [
    ...slots.map(({ sessionId }) => sessionId),
    ...[1, 2, 3].map((n) => uuid(900 + n) as SessionId),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), anyOrder(sessions)), { maxLength: 25 }),
      (steps) => {
        let now = 470;
        let lead: LessonLead | null = null;
        let made = 0;
        for (const [passed, order] of steps) {
          now += passed;
          const newSessionId = uuid(901 + made) as SessionId;
          made += 1;
          const given = facts(now, slots, { newSessionId });
          const applied = applyOrder(lead, order, given);
          if (!applied.ok) continue;
          const next: LessonLead = applied.value;
          const over = lead !== null && isOver(lead, at(now)) ? lead.sessionId : null;
          expect(lessonLead.safeParse(next).success).toBe(true);
          if (lead !== null && next.sessionId === lead.sessionId && next !== lead)
            expect(next.revision).toBe(lead.revision + 1);
          if (next.slotId === null) {
            const cap = next.classId === cat ? 15 : 30;
            expect(next.endAt - next.startAt).toBeLessThanOrEqual(cap * minute);
          }
          if (next !== lead && !next.all.ended)
            // A class that came early and was ended has had its slot: that is in nobody's way.
            for (const other of slots)
              if (
                over !== other.sessionId &&
                other.sessionId !== next.sessionId &&
                other.startAt > Math.max(at(now), next.startAt)
              )
                expect(next.endAt).toBeLessThanOrEqual(other.startAt);
          expect(applyOrder(next, order, given)).toSatisfy(
            (again: ReturnType<typeof applyOrder>) =>
              order.order === "extend" || (again.ok && again.value === next),
          );
          lead = next;
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("a class that has had its day's screen time is not begun, and one with little left is begun for that long", () => {
  const used = facts(480, [], { dayLeftMs: 59_000 });
  expect(code(null, start(), used)).toBe("DAY_CAP");
  expect(led(null, start(), facts(480, [], { dayLeftMs: 5 * minute })).endAt).toBe(at(485));
  // What goes on is not begun.
  const running = led(null, start(), facts(480));
  expect(code(running, start(rabbit, { lessonId: shapes }), facts(482, [], { dayLeftMs: 0 }))).toBe("ok");
});

test("a lead that is made anew is newer than anything that a station has heard of its session", () => {
  const planned = slot(480, 510);
  const { sessionId } = planned;
  const revisions = new Map([[sessionId, 7]]);
  const pause = { order: "pause", sessionId, stations: null } as const;
  const paused = led(null, pause, facts(490, [planned], { revisions }));
  expect(paused.revision).toBe(8);
  expect(led(paused, pause, facts(490, [planned], { revisions }))).toBe(paused);
});

test("a class that came early and was ended has had its slot: who begins then is not cut by it", () => {
  const slots = [slot(480, 500), slot(505, 535, cat)];
  const early = led(null, start(cat), facts(490, slots));
  expect([early.sessionId, early.endAt]).toEqual([slots[1]?.sessionId, at(505)]);
  const end = { order: "end", sessionId: early.sessionId, stations: null } as const;
  const ended = led(early, end, facts(490, slots));
  expect(led(ended, start(rabbit), facts(490, slots)).endAt).toBe(at(520));
});
