import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../../protocol/timetable/placementConflicts.ts";
import { isClosed, seasonOn } from "../../../protocol/timetable/schoolYear.ts";
import { weekdayOfDate } from "../../../protocol/timetable/zone.ts";
import {
  exampleClass,
  exampleLesson,
  examplePeriod,
  exampleRoom,
  exampleTerm,
  makeExampleIds,
} from "./exampleTerm.ts";
import { planRotation } from "./generate.ts";
import type { RotationFacts } from "./rotationFacts.ts";

const plan = (facts: RotationFacts, ids = makeExampleIds()) => planRotation(facts, ids);
const placesOf = (slots: readonly PlacedSlot[]) =>
  slots.map(({ id, roomId, date, startMinute, classId, lessonId }) => [
    id,
    roomId,
    date,
    startMinute,
    classId,
    lessonId,
  ]);

const sizes = fc.record({
  classes: fc.integer({ min: 1, max: 24 }),
  rooms: fc.integer({ min: 1, max: 3 }),
  timesAWeek: fc.constantFrom(0.25, 0.5, 1, 1.5, 2),
  seed: fc.integer({ min: 0, max: 1000 }),
});
/** A hand puts something anywhere, also where nothing would be planned. */
const hands = fc.array(
  fc.record({
    schoolClass: fc.nat(23),
    room: fc.nat(2),
    day: fc.nat(260),
    startMinute: fc.integer({ min: 420, max: 1000 }),
    minutes: fc.integer({ min: 10, max: 60 }),
  }),
  { maxLength: 40 },
);

function withHands(
  facts: RotationFacts,
  wanted: readonly { schoolClass: number; room: number; day: number; startMinute: number; minutes: number }[],
) {
  const ids = makeExampleIds(7);
  const slots: PlacedSlot[] = [];
  for (const { schoolClass, room, day, startMinute, minutes } of wanted) {
    const date = new Date(Date.UTC(2026, 8, 7 + day)).toISOString().slice(0, 10);
    const slot: PlacedSlot = {
      id: ids(),
      roomId: exampleRoom(room),
      date,
      periodId: null,
      startMinute,
      endMinute: startMinute + minutes,
      classId: exampleClass(schoolClass),
      lessonId: exampleLesson(0),
      origin: "hand",
    };
    if (conflictsOf(slot, conflictFacts(facts, slots)).every(({ weight }) => weight === "warned"))
      slots.push(slot);
  }
  return { ...facts, slots };
}

function conflictFacts(facts: RotationFacts, slots: readonly PlacedSlot[]) {
  return {
    slots,
    classAge: (id: string) => facts.classes.find((each) => each.id === id)?.ageBand,
    lessonAge: (id: string) => facts.lessons.find((each) => each.id === id)?.ageBand,
    ...facts.screenTime,
    closures: facts.closures,
  };
}

test("nothing that is planned is in the way of anything, and every rule of the term is held", () => {
  fc.assert(
    fc.property(sizes, hands, (size, wanted) => {
      const facts = withHands(exampleTerm(size), wanted);
      const { slots } = plan(facts).plan;
      const byDay = Map.groupBy([...facts.slots, ...slots], ({ date }) => date);
      for (const slot of slots) {
        expect(conflictsOf(slot, conflictFacts(facts, byDay.get(slot.date) ?? []))).toEqual([]);
        expect(isClosed(slot.date, facts.closures)).toBe(false);
        expect(facts.rules.weekdays).toContain(weekdayOfDate(slot.date));
        expect(facts.rules.roomIds).toContain(slot.roomId);
        const period = facts.periods.find(({ id }) => id === slot.periodId);
        expect(period?.afterLunch).toBe(false);
        expect(period?.[seasonOn(slot.date, facts.winter)]).toEqual({
          startMinute: slot.startMinute,
          endMinute: slot.endMinute,
        });
      }
    }),
    { numRuns: 60 },
  );
});

test("classes that ask for the same get the same, give or take one, or two when the rooms are too few", () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const { plan: made, quality } = plan(exampleTerm(size));
      const enough = made.classes.every(({ given, wanted }) => given === wanted);
      // A class that could not come in the last week, since its day was full, has no later one to catch up in.
      expect(quality.countSpread).toBeLessThanOrEqual(enough ? 1 : 2);
      for (const { given, wanted, reasons } of made.classes) {
        expect(given).toBeLessThanOrEqual(wanted);
        expect(reasons.length > 0).toBe(given < wanted);
      }
    }),
    { numRuns: 40 },
  );
});

test("slots made by hand stay as they are, count for their class, and are never among the proposed", () => {
  fc.assert(
    fc.property(sizes, hands, (size, wanted) => {
      const facts = withHands(exampleTerm(size), wanted);
      const { slots, classes, gone } = plan(facts).plan;
      const byHand = new Set(facts.slots.map(({ id }) => id));
      expect(slots.some(({ id }) => byHand.has(id))).toBe(false);
      expect(gone).toEqual([]);
      for (const { classId, given } of classes) {
        const own = [...slots, ...facts.slots].filter(
          (slot) =>
            slot.classId === classId &&
            facts.rules.roomIds.includes(slot.roomId) &&
            slot.date <= facts.rules.untilDate,
        );
        expect(given).toBe(own.length);
      }
    }),
    { numRuns: 40 },
  );
});

test("a second run with the same rules changes nothing, and a seed always gives the same term", () => {
  fc.assert(
    fc.property(sizes, hands, (size, wanted) => {
      const facts = withHands(exampleTerm(size), wanted);
      const first = plan(facts).plan;
      expect(placesOf(plan(facts).plan.slots)).toEqual(placesOf(first.slots));
      const second = plan({ ...facts, slots: [...facts.slots, ...first.slots] }, makeExampleIds(6)).plan;
      expect(placesOf(second.slots)).toEqual(placesOf(first.slots));
      expect(second.replaced).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("after a change by hand all other slots stay where teachers know them", () => {
  const facts = exampleTerm({ classes: 30, rooms: 2 });
  const first = plan(facts).plan.slots;
  const [moved, ...others] = first as [PlacedSlot, ...PlacedSlot[]];
  const byHand: PlacedSlot = { ...moved, origin: "hand", periodId: null, startMinute: 660, endMinute: 690 };
  const second = plan({ ...facts, slots: [byHand, ...others] }, makeExampleIds(6)).plan;
  expect(placesOf(second.slots)).toEqual(placesOf(others));
  expect(second.kept).toBe(1);
});

test("a term of thirty classes in two rooms has everything, evenly, ages together", () => {
  const { quality, plan: made } = plan(exampleTerm({ classes: 30, rooms: 2 }));
  expect(made.slots).toHaveLength(30 * 35);
  expect(quality).toMatchObject({ missing: 0, countSpread: 0, ageSwitches: 0 });
  expect(quality.periodSpread).toBeLessThanOrEqual(3);
  expect(quality.weekdaySpread).toBeLessThanOrEqual(4);
  expect(quality.morningSpread).toBeLessThanOrEqual(3);
  // Two weeks of Tết lie between the longest.
  expect(quality.longestGapDays).toBeLessThanOrEqual(25);
});

test("a class that comes every other week comes every other week, half of the classes in each", () => {
  const facts = exampleTerm({ classes: 12, rooms: 1, timesAWeek: 0.5 });
  const { slots, classes } = plan(facts).plan;
  expect(classes.every(({ given, wanted }) => given === wanted && wanted === 18)).toBe(true);
  const first = slots.filter(({ date }) => date < "2026-09-14");
  const second = slots.filter(({ date }) => "2026-09-14" <= date && date < "2026-09-21");
  expect(first).toHaveLength(6);
  expect(second).toHaveLength(6);
  expect(new Set([...first, ...second].map(({ classId }) => classId)).size).toBe(12);
});

test("a class that loses its day to a holiday gets it in another week", () => {
  const whole = exampleTerm({ classes: 4, rooms: 1 });
  const facts = {
    ...whole,
    rules: {
      ...whole.rules,
      weekdays: [5],
      periodIds: [0, 1, 2, 4].map(examplePeriod),
      untilDate: "2026-12-04",
    },
  };
  const { classes, slots } = plan(facts).plan;
  // 20 November, a Friday, is closed: the only day of its week. One class may come twice in no week, as there is one Friday.
  expect(slots.some(({ date }) => date === "2026-11-20")).toBe(false);
  expect(classes.map(({ given }) => given)).toEqual([12, 12, 12, 12]);
  expect(classes[0]?.reasons).toEqual([
    "Thiếu 1 tiết: trường nghỉ vào tuần 11, các tuần khác không còn chỗ để bù",
  ]);
  const twoDays = { ...facts, rules: { ...facts.rules, weekdays: [4, 5], fromDate: "2026-11-02" } };
  const closedThursdayToo = {
    ...twoDays,
    closures: [...facts.closures, { fromDate: "2026-11-19", untilDate: "2026-11-19", reason: "" }],
  };
  expect(plan(closedThursdayToo).plan.classes.every(({ given, wanted }) => given === wanted)).toBe(true);
});

test("when the rooms are full the reason names the weeks", () => {
  const whole = exampleTerm({ classes: 6, rooms: 1 });
  const facts = { ...whole, rules: { ...whole.rules, weekdays: [1], untilDate: "2026-09-20" } };
  const { classes } = plan(facts).plan;
  expect(classes.reduce((sum, { given }) => sum + given, 0)).toBe(8);
  expect(classes.flatMap(({ reasons }) => reasons)).toContain("Thiếu 1 tiết: phòng hết chỗ vào tuần 2");
});

test("lessons go on in their order over hand-made slots and holidays, and begin again", () => {
  const whole = exampleTerm({ classes: 1, rooms: 1 });
  const order = [exampleLesson(0), exampleLesson(3), exampleLesson(6)];
  const before: PlacedSlot = {
    id: makeExampleIds(7)(),
    roomId: exampleRoom(0),
    date: "2026-08-31",
    periodId: null,
    startMinute: 480,
    endMinute: 500,
    classId: exampleClass(0),
    lessonId: exampleLesson(0),
    origin: "hand",
  };
  const facts = {
    ...whole,
    slots: [before],
    rules: { ...whole.rules, classes: [{ classId: exampleClass(0), timesAWeek: 1, lessonIds: order }] },
  };
  const lessons = plan(facts).plan.slots.map(({ lessonId }) => lessonId);
  expect(lessons.slice(0, 4)).toEqual([
    exampleLesson(3),
    exampleLesson(6),
    exampleLesson(0),
    exampleLesson(3),
  ]);
});

test("a class without a lesson for its age gets nothing and is told why", () => {
  const whole = exampleTerm({ classes: 3, rooms: 1 });
  const facts = { ...whole, lessons: whole.lessons.filter(({ ageBand }) => ageBand !== "3-4") };
  const { classes, slots } = plan(facts).plan;
  expect(classes[0]).toMatchObject({
    given: 0,
    reasons: ["Chưa có hoạt động nào cho độ tuổi này: hãy thêm hoạt động rồi xếp lại"],
  });
  expect(slots.some(({ classId }) => classId === exampleClass(0))).toBe(false);
});

test("days that are over are left as they were", () => {
  const facts = { ...exampleTerm({ classes: 4, rooms: 1 }), earliestDate: "2026-11-24" };
  const { slots, classes } = plan(facts).plan;
  expect(slots.every(({ date }) => date >= "2026-11-24")).toBe(true);
  expect(classes.every(({ given, wanted }) => given === wanted)).toBe(true);
});

test("a class whose day is full of screens gets no slot on that day", () => {
  const whole = exampleTerm({ classes: 1, rooms: 1 });
  const byHand = {
    roomId: exampleRoom(9),
    periodId: null,
    startMinute: 1000,
    endMinute: 1020,
    classId: exampleClass(0),
  };
  const ids = makeExampleIds(7);
  const slots = ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10"].map(
    (date): PlacedSlot => ({
      ...byHand,
      id: ids(),
      date,
      lessonId: exampleLesson(0),
      origin: "hand",
    }),
  );
  const facts = {
    ...whole,
    slots,
    rules: { ...whole.rules, untilDate: "2026-09-13" },
    screenTime: { ...whole.screenTime, dayCapMinutes: { "3-4": 20, "4-5": 20, "5-6": 20 } },
  };
  expect(plan(facts).plan.slots.map(({ date }) => date)).toEqual(["2026-09-11"]);
  const full = {
    ...facts,
    slots: [...slots, { ...(slots[0] as PlacedSlot), id: ids(), date: "2026-09-11" }],
  };
  expect(plan(full).plan.classes[0]?.reasons).toEqual([
    "Thiếu 1 tiết: sẽ quá thời gian nhìn màn hình trong ngày vào tuần 1",
  ]);
});
