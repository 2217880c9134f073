// Tests the promise of leading: what the hub says runs in a room is what its stations play, whatever was ordered when.
import fc from "fast-check";
import { expect, test } from "vitest";
import { driveLesson } from "../../kiosk/testing/lessonDriver.ts";
import { ids, samplePlan } from "../../kiosk/testing/sampleRoom.ts";
import type { ClassId, DeviceId, LessonId, SessionId } from "../../protocol/ids.ts";
import { applyOrder } from "../../protocol/lesson/applyOrder.ts";
import type { LessonLead } from "../../protocol/lesson/lessonLead.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { leadHoldsUntil, openSlots, runningLead } from "../../protocol/lesson/runningLead.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { endedOf, type PastSession, rememberPast } from "./pastSessions.ts";

const minute = 60_000;
const eight = Date.parse("2026-11-23T08:00:00+07:00");
const [rabbits, fish] = [ids.rabbits, ids.fish] as [ClassId, ClassId];
const plan = {
  ...samplePlan([
    { startMinute: 540, endMinute: 570 },
    { startMinute: 580, endMinute: 605, classId: ids.fish },
    { startMinute: 605, endMinute: 630 },
    { startMinute: 640, endMinute: 660, classId: ids.fish },
  ]),
  // A slot that is longer than its class may play, and the day's bound, are rules of their own.
  capMinutes: { "3-4": 25, "4-5": 20, "5-6": 30 },
  dayCapMinutes: { "3-4": 600, "4-5": 600, "5-6": 600 },
};

type Step = { readonly minutes: number; readonly what: string; readonly of?: "rabbits" | "fish" };

/** A room with its hub and one station that hears every lead at once; time goes on in steps. */
function room() {
  const lesson = driveLesson(plan, eight + 10_000);
  let lead: LessonLead | null = null;
  let past: PastSession[] = [];
  let made = 0;
  const slots = () => resolveSlots(plan.timetable, lesson.now(), lesson.now() + 6 * 60 * minute);
  const running = () => runningLead(lead, openSlots(slots(), endedOf(past)), lesson.now());
  lesson.tick();

  function order(wanted: LessonOrder): void {
    made += 1;
    const applied = applyOrder(lead, wanted, {
      now: lesson.now(),
      slots: slots(),
      ended: endedOf(past),
      revisions: new Map(past.map(({ sessionId, revision }) => [sessionId, revision])),
      classes: plan.classes,
      lessons: plan.lessons,
      capMinutes: plan.capMinutes,
      stations: [{ deviceId: ids.device as DeviceId, online: true }],
      newSessionId: ids.slot(9000 + made) as SessionId,
    });
    if (!applied.ok || applied.value === lead) return;
    past = rememberPast(past, lead, applied.value, slots(), lesson.now());
    lead = applied.value;
    lesson.send({
      type: "roomCommand",
      deviceId: ids.device as DeviceId,
      command: {
        id: ids.slot(8000 + made) as never,
        issuedAt: lesson.now(),
        expiresAt: leadHoldsUntil(lead, resolveSlots(plan.timetable, lead.startAt, lead.endAt)) + 2 * minute,
        issuedBy: "hub",
        name: "leadLesson",
        lead,
      },
    });
  }

  return {
    lesson,
    running,
    take({ minutes, what, of }: Step): void {
      lesson.wait(minutes * 60, 10);
      const sessionId = running()?.sessionId ?? (ids.slot(1) as SessionId);
      if (what === "start")
        order({
          order: "start",
          classId: of === "fish" ? fish : rabbits,
          lessonId: ids.counting as LessonId,
          headcount: null,
          stationsInUse: null,
        });
      else if (what === "extend") order({ order: "extend", sessionId, minutes: 5 });
      else if (what !== "wait")
        order({ order: what as "pause" | "resume" | "end", sessionId, stations: null });
    },
    /** A goodbye is over after a while. */
    settle: () => lesson.wait(40, 10),
    unsettle: () => lesson.wait(20, 10),
  };
}

/** Session and revision that count, on both sides. */
function expectAgreement({ lesson, running }: ReturnType<typeof room>): void {
  const hub = running();
  const left = hub === null ? 0 : hub.endAt - lesson.now();
  // A station begins nothing that is not worth beginning.
  if (hub !== null && hub.revision === 0 && left < 2 * minute) return;
  const { session } = lesson.state;
  expect(session?.sessionId ?? null).toBe(hub?.sessionId ?? null);
  expect(session?.led?.revision ?? 0).toBe(hub?.revision ?? 0);
}

const start = (minutes: number, of: "rabbits" | "fish"): Step => ({ minutes, what: "start", of });
const end = (minutes: number): Step => ({ minutes, what: "end" });

test.each<[string, Step[]]>([
  ["begun early, ended, begun again", [start(50, "rabbits"), end(2), start(2, "rabbits")]],
  ["begun early, ended, begun again at its own time", [start(50, "rabbits"), end(2), start(10, "rabbits")]],
  ["begun early and replaced before its time", [start(46, "rabbits"), start(4, "fish")]],
  [
    "begun early, replaced and begun early again",
    [start(46, "rabbits"), start(2, "fish"), start(2, "rabbits")],
  ],
])("a slot that was %s is the same for hub and station until the day is over", (_name, steps) => {
  const both = room();
  for (const step of steps) both.take(step);
  for (let passed = 0; passed < 120; passed += 1) {
    both.settle();
    expectAgreement(both);
    both.unsettle();
  }
});

test("a class that was begun early and replaced before its own time still has its slot then", () => {
  const both = room();
  for (const step of [start(46, "rabbits"), start(4, "fish"), { minutes: 15, what: "wait" }]) both.take(step);
  expect(both.lesson.state.session).toMatchObject({ schoolClass: { id: rabbits }, source: "timetable" });
});

test("a lesson that begins after its class ended the slot early is not cut by that slot", () => {
  const both = room();
  for (const step of [start(50, "rabbits"), end(2), start(2, "rabbits"), { minutes: 15, what: "wait" }])
    both.take(step);
  expect(both.running()).toMatchObject({ slotId: null, classId: rabbits });
  expect(both.lesson.state.session?.sessionId).toBe(both.running()?.sessionId);
});

test("whatever is ordered when, the hub says what the stations play", () => {
  const anyStep = fc.record({
    minutes: fc.integer({ min: 0, max: 20 }),
    what: fc.constantFrom("start", "start", "start", "end", "pause", "resume", "extend", "wait"),
    of: fc.constantFrom("rabbits" as const, "fish" as const),
  });
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 70 }), fc.array(anyStep, { maxLength: 16 }), (first, steps) => {
      const both = room();
      both.lesson.wait(first * 60, 10);
      for (const step of steps) {
        both.take(step);
        both.settle();
        expectAgreement(both);
        both.unsettle();
      }
    }),
    { numRuns: 300 },
  );
});
