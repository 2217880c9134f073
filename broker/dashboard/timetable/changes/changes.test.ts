import { expect, test } from "vitest";
import type { SlotId } from "../../../../protocol/ids.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { SlotDifference } from "../../../api/timetable.ts";
import { classIds, lessonIds, makeSlot, makeWeek, monday, periodIds, roomIds } from "../timetableFixture.ts";
import { layOutWeek } from "../week/weekRows.ts";
import { planPaste } from "./clipboard.ts";
import { mondaysAfter, planFollowing } from "./followingWeeks.ts";
import {
  afterStale,
  applyLocally,
  applyWritten,
  noteOwn,
  putOf,
  removeOf,
  withOwnSeen,
} from "./slotChanges.ts";
import { dropLast, emptyStack, markRedone, markUndone, record } from "./undoStack.ts";

const entry = (changeSet: string) => ({ changeSet, label: `do ${changeSet}` });
let count = 0;
const makeId = () => `new-${count++}` as SlotId;

test("what is undone can be done again by its own change set, until something new is done", () => {
  const done = record(record(emptyStack, entry("a")), entry("b"));
  const undone = markUndone(done, "undo-b");
  expect(undone).toEqual({ done: [entry("a")], undone: [{ changeSet: "undo-b", label: "do b" }] });
  expect(markRedone(undone, "again-b").done.at(-1)).toEqual({ changeSet: "again-b", label: "do b" });
  expect(record(undone, entry("c")).undone).toEqual([]);
});

test("an undo that the hub gives no name cannot be done again, and a stale one is dropped", () => {
  const done = record(emptyStack, entry("a"));
  expect(markUndone(done, null)).toEqual(emptyStack);
  expect(dropLast(done, "done")).toEqual(emptyStack);
  expect(markUndone(emptyStack, "x")).toEqual(emptyStack);
});

test("a moved slot is in its new place before the hub answers, marked as changed", () => {
  const week = makeWeek([makeSlot("a")]);
  const moved = makeSlot("a", { date: addDays(monday, 2) });
  const after = applyLocally(week, [putOf(moved, 1)], "Hoa", 5);
  expect(after.slots).toMatchObject([
    { id: "a", date: addDays(monday, 2), draft: "changed", changedBy: "Hoa" },
  ]);
  expect(applyLocally(week, [removeOf(makeSlot("a"))], "Hoa", 5).slots).toEqual([]);
});

test("a slot that goes to another week leaves this one, and enters the other", () => {
  const next = makeSlot("a", { date: addDays(monday, 7) });
  expect(applyLocally(makeWeek([makeSlot("a")]), [putOf(next, 1)], "", 0).slots).toEqual([]);
  const later = makeWeek([], { monday: addDays(monday, 7) });
  expect(applyLocally(later, [putOf(next, 1)], "", 0).slots).toHaveLength(1);
});

test("what the hub wrote replaces what was shown meanwhile", () => {
  const week = makeWeek([makeSlot("a"), makeSlot("b", { date: addDays(monday, 1) })]);
  const written = makeSlot("a", { revision: 2, draft: "changed" });
  expect(applyWritten(week, { slots: [written], removed: ["b" as SlotId] }).slots).toEqual([written]);
});

test("a change that waited behind another of one's own is sent with the revision that one made", () => {
  const own = new Map<string, number>();
  const first = putOf(makeSlot("a", { date: addDays(monday, 1) }), 1);
  noteOwn(own, [first], [makeSlot("a", { revision: 2 })]);
  const second = putOf(makeSlot("a", { date: addDays(monday, 2) }), 1);
  expect(withOwnSeen(own, [second])).toEqual([{ ...second, seen: 2 }]);
  noteOwn(own, [{ ...second, seen: 2 }], [makeSlot("a", { revision: 3 })]);
  expect(withOwnSeen(own, [second])).toEqual([{ ...second, seen: 3 }]);
  // Somebody else's revision is never taken for one's own.
  expect(withOwnSeen(own, [{ ...second, seen: 7 }])).toEqual([{ ...second, seen: 7 }]);
});

test("after a stale answer, theirs keeps what nobody else touched and mine is sent on top of theirs", () => {
  const changes = [putOf(makeSlot("a"), 1), putOf(makeSlot("b"), 1), removeOf(makeSlot("c"))];
  const differences: SlotDifference[] = [
    { id: "a" as SlotId, now: makeSlot("a", { revision: 4 }), by: "Lan", at: 0 },
    { id: "c" as SlotId, now: null, by: "Lan", at: 0 },
  ];
  expect(afterStale(changes, differences, "theirs")).toEqual([changes[1]]);
  expect(afterStale(changes, differences, "mine")).toEqual([{ ...changes[0], seen: 4 }, changes[1]]);
  const removedByThem: SlotDifference[] = [{ id: "a" as SlotId, now: null, by: "Lan", at: 0 }];
  expect(afterStale([putOf(makeSlot("a"), 1)], removedByThem, "mine")).toMatchObject([{ seen: null }]);
});

const weekOf = (weeks: number, slots: Parameters<typeof makeWeek>[0] = []) =>
  makeWeek(slots, { monday: addDays(monday, 7 * weeks), number: 12 + weeks });

test("the following weeks are the teaching weeks of the same term", () => {
  const weeks = [
    { monday, number: 12, term: "I" },
    { monday: addDays(monday, 7), number: null, term: "I" },
    { monday: addDays(monday, 14), number: 13, term: "I" },
    { monday: addDays(monday, 21), number: 14, term: "II" },
  ];
  expect(mondaysAfter(weeks, monday)).toEqual([addDays(monday, 14)]);
});

test("a change is made to the same class at the same place of later weeks, and other weeks are left alone", () => {
  const before = makeSlot("a");
  const after = makeSlot("a", { lessonId: lessonIds.two });
  const like = makeSlot("later", { date: addDays(monday, 7), revision: 9 });
  const { changes, skipped } = planFollowing(after, before, [weekOf(1, [like]), weekOf(2)], makeId);
  expect(skipped).toEqual([]);
  expect(changes).toMatchObject([{ seen: 9, slot: { id: "later", lessonId: lessonIds.two } }]);
});

test("a new slot goes into every later week where it fits; a taken room is reported", () => {
  const taken = makeSlot("bear", { classId: classIds.bear, date: addDays(monday, 7) });
  const { changes, skipped } = planFollowing(makeSlot("a"), null, [weekOf(1, [taken]), weekOf(2)], makeId);
  expect(changes).toMatchObject([{ seen: null, slot: { date: addDays(monday, 14) } }]);
  expect(skipped).toMatchObject([{ conflicts: [{ kind: "roomTaken" }] }]);
});

test("pasted slots keep their distance, and one without room is left out", () => {
  const copied = [
    makeSlot("a"),
    makeSlot("b", { classId: classIds.bear, date: addDays(monday, 1), periodId: periodIds.second }),
  ];
  const week = makeWeek([], { monday: addDays(monday, 7) });
  const layout = layOutWeek(week, week.rooms, false);
  const cell = { roomId: roomIds.other, date: addDays(monday, 9), periodId: periodIds.first };
  expect(planPaste(copied, cell, week, layout, makeId)).toMatchObject({
    skipped: 0,
    changes: [
      { slot: { date: addDays(monday, 9), roomId: roomIds.other, periodId: periodIds.first } },
      { slot: { date: addDays(monday, 10), roomId: roomIds.other, periodId: periodIds.second } },
    ],
  });
  const low = { ...cell, periodId: periodIds.second };
  expect(planPaste(copied, low, week, layout, makeId)).toMatchObject({ skipped: 1, changes: [{}] });
});

test("pasted without a cell, slots come to the same days of the week on screen", () => {
  const week = makeWeek([], { monday: addDays(monday, 7) });
  const plan = planPaste([makeSlot("a")], null, week, layOutWeek(week, week.rooms, false), makeId);
  expect(plan.changes).toMatchObject([{ slot: { date: addDays(monday, 7), roomId: roomIds.kidsmart } }]);
});
