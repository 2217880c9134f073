// Tests the draft: all or nothing, judged together, nobody's change lost, and what can be taken back.
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ClassId, PeriodId, SlotId } from "../../protocol/ids.ts";
import { applied, other, type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
beforeEach(async () => {
  school = await planSchool();
});
afterEach(() => school.close());

const friday = "2026-11-27";
const week = async () => (await school.timetable.showWeek(friday, "draft")).slots;
const reasonsOf = async (...changes: Parameters<PlannedSchool["change"]>) => {
  const outcome = await school.change(...changes);
  return outcome.outcome === "refused" ? outcome.refused.flatMap(({ reasons }) => reasons) : outcome.outcome;
};

test("a slot that fits is in the draft, by whom and with which revision; devices hear nothing", async () => {
  const put = school.put(friday);
  const outcome = applied(await school.change(put));
  expect(outcome.slots).toEqual([
    {
      ...put.slot,
      origin: "hand",
      revision: 1,
      changedBy: planner.name,
      changedAt: school.clock.at,
      draft: "added",
    },
  ]);
  expect(await week()).toEqual(outcome.slots);
  expect(school.told).toEqual([{ type: "draftChanged" }]);
});

test("room taken, class twice and too much screen time are told together, each with room, class, lesson, day and time", async () => {
  const [bears, cats] = school.classes;
  const [, second] = school.rooms;
  await school.change(
    school.put(friday, { classId: cats }),
    school.put(friday, { roomId: second, startMinute: 490, endMinute: 510 }),
    school.put(friday, { startMinute: 600, endMinute: 620 }),
  );
  expect(await reasonsOf(school.put(friday, { classId: bears, startMinute: 485, endMinute: 505 }))).toEqual([
    "Phòng Kidsmart đã dành cho Lớp Mèo Vàng (Bờ ao vui đếm) lúc 8:00–8:20 Thứ Sáu, 27/11/2026.",
    "Lớp Gấu Trúc đã có tiết ở Phòng máy 2 (Bờ ao vui đếm) lúc 8:10–8:30 Thứ Sáu, 27/11/2026.",
    "Lớp Gấu Trúc sẽ chơi 60 phút trong Thứ Sáu, 27/11/2026, quá mức 40 phút một ngày của lứa tuổi.",
  ]);
  expect(await week()).toHaveLength(3);
});

test("one slot that does not fit keeps all of them out", async () => {
  await school.change(school.put(friday));
  const outcome = await school.change(
    school.put(friday, { startMinute: 600, endMinute: 620, classId: school.classes[1] }),
    school.put(friday, { classId: school.classes[1] }),
  );
  expect(outcome.outcome).toBe("refused");
  expect(await week()).toHaveLength(1);
});

test("two slots of one set may change places", async () => {
  const one = school.put(friday);
  const two = school.put(friday, { startMinute: 600, endMinute: 620, classId: school.classes[1] });
  await school.change(one, two);
  const outcome = applied(
    await school.change(
      { ...one, seen: 1, slot: { ...one.slot, startMinute: 600, endMinute: 620 } },
      { ...two, seen: 1, slot: { ...two.slot, startMinute: 480, endMinute: 500 } },
    ),
  );
  expect(outcome.slots.map(({ startMinute, revision }) => [startMinute, revision])).toEqual([
    [600, 2],
    [480, 2],
  ]);
});

test("two slots of one set that overlap each other are refused", async () => {
  const outcome = await school.change(
    school.put(friday),
    school.put(friday, { startMinute: 490, endMinute: 510, classId: school.classes[1] }),
  );
  expect(outcome.outcome === "refused" && outcome.refused).toHaveLength(2);
});

test("a lesson for another age and a closed day are the planner's to decide", async () => {
  const { query } = school.store;
  await query
    .insertInto("closure")
    .values({ id: v7(), fromDate: friday, untilDate: friday, reason: "Nghỉ" })
    .execute();
  const put = school.put(friday, { lessonId: school.lessons[1] });
  expect((await school.change(put)).outcome).toBe("applied");
});

test("what is no more, what was archived and what is past cannot be planned", async () => {
  const { query } = school.store;
  const nothing = v7();
  await query.updateTable("lesson").set({ archivedAt: 1 }).where("id", "=", school.lessons[1]).execute();
  await query.updateTable("schoolClass").set({ archivedAt: 1 }).where("id", "=", school.classes[2]).execute();
  expect(await reasonsOf(school.put(friday, { classId: nothing as ClassId }))).toEqual([
    "Lớp này không còn trong danh sách lớp.",
  ]);
  expect(
    await reasonsOf(school.put(friday, { classId: school.classes[2], lessonId: school.lessons[1] })),
  ).toEqual([
    "Lớp Gà Con đã kết thúc, không xếp thêm tiết được.",
    "Hoạt động “Bé đếm đến 3” đã cất đi, không xếp thêm tiết được.",
  ]);
  expect(await reasonsOf(school.put(friday, { periodId: nothing as PeriodId }))).toEqual([
    "Tiết này không còn trong danh sách tiết học.",
  ]);
  expect(await reasonsOf(school.put("2026-11-24"))).toEqual([
    "Thứ Ba, 24/11/2026 đã qua, thời khóa biểu của ngày đó không sửa được nữa.",
  ]);
  expect(await week()).toEqual([]);
});

test("today may be changed, a day later it may not", async () => {
  const put = school.put("2026-11-25");
  expect((await school.change(put)).outcome).toBe("applied");
  await school.timetable.publish(planner, { fromDate: "2026-11-25", untilDate: "2026-11-25" });
  school.clock.at += 86_400_000;
  const moved = { ...put, seen: 1, slot: { ...put.slot, date: friday } };
  expect(await reasonsOf(moved)).toEqual([
    "Thứ Tư, 25/11/2026 đã qua, thời khóa biểu của ngày đó không sửa được nữa.",
  ]);
  expect(await reasonsOf({ change: "remove", seen: 1, id: put.slot.id })).toHaveLength(1);
});

test("a period brings its hours: summer's until 15 October, winter's from the 16th", async () => {
  school.clock.at = Date.parse("2026-10-12T07:00:00+07:00");
  const [periodId] = school.periods;
  const outcome = applied(
    await school.change(
      school.put("2026-10-15", { periodId, startMinute: 1, endMinute: 2 }),
      school.put("2026-10-16", { periodId }),
    ),
  );
  expect(outcome.slots.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
    [480, 510],
    [495, 525],
  ]);
});

test("the second of two who change one slot sees the difference, who made it and when; nothing is lost", async () => {
  const put = school.put(friday);
  await school.change(put);
  const move = (startMinute: number) => ({
    ...put,
    seen: 1,
    slot: { ...put.slot, startMinute, endMinute: startMinute + 20 },
  });
  await school.timetable.changeSlots(other, [move(600)]);
  const outcome = await school.change(move(700), school.put("2026-11-26"));
  expect(outcome).toEqual({
    outcome: "stale",
    differences: [
      {
        id: put.slot.id,
        now: expect.objectContaining({ startMinute: 600, revision: 2, changedBy: other.name }),
        by: other.name,
        at: school.clock.at,
      },
    ],
  });
  expect((await week()).map(({ startMinute }) => startMinute)).toEqual([600]);
});

test("of two who plan one week at once, changes of different slots both stay", async () => {
  const [mine, theirs] = [school.put(friday), school.put("2026-11-26", { classId: school.classes[1] })];
  await school.change(mine, theirs);
  const outcomes = await Promise.all([
    school.change({ ...mine, seen: 1, slot: { ...mine.slot, startMinute: 540, endMinute: 560 } }),
    school.timetable.changeSlots(other, [
      { ...theirs, seen: 1, slot: { ...theirs.slot, startMinute: 600, endMinute: 620 } },
    ]),
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
  expect((await week()).map(({ startMinute }) => startMinute).sort()).toEqual([540, 600]);
});

test("of people who take one place at once, one gets it", async () => {
  const outcomes = await Promise.all(
    [0, 1, 2].map((place) =>
      school.change(school.put(friday, { classId: school.classes[place] ?? school.classes[0] })),
    ),
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied", "refused", "refused"]);
});

test("who changes a slot that another removed is told who; what was removed can be put again", async () => {
  const put = school.put(friday);
  await school.change(put);
  await school.timetable.changeSlots(other, [{ change: "remove", seen: 1, id: put.slot.id }]);
  const late = await school.change({ ...put, seen: 1 });
  expect(late).toEqual({
    outcome: "stale",
    differences: [{ id: put.slot.id, now: null, by: other.name, at: school.clock.at }],
  });
  const again = applied(await school.change(put));
  expect(again.slots[0]?.revision).toBe(3);
});

test("a change set is taken back whole: moved, added and removed", async () => {
  const [kept, gone] = [school.put(friday), school.put(friday, { startMinute: 600, endMinute: 620 })];
  await school.change(kept, gone);
  const before = (await week()).map(({ revision, changedAt, ...slot }) => slot);
  const { changeSet } = applied(
    await school.change(
      { ...kept, seen: 1, slot: { ...kept.slot, startMinute: 700, endMinute: 720 } },
      { change: "remove", seen: 1, id: gone.slot.id },
      school.put("2026-11-26"),
    ),
  );
  const undone = await school.timetable.undoChanges(planner, changeSet ?? "");
  expect(undone).toMatchObject({ ok: true, value: { outcome: "applied" } });
  const after = (await week()).map(({ revision, changedAt, ...slot }) => slot);
  expect(new Set(after)).toEqual(new Set(before));
  // Once: the slots have other revisions now.
  expect(await school.timetable.undoChanges(planner, changeSet ?? "")).toMatchObject({
    value: { outcome: "stale" },
  });
});

test("an undo goes back itself, and none that another has changed since is touched", async () => {
  const put = school.put(friday);
  const { changeSet } = applied(await school.change(put));
  const undone = await school.timetable.undoChanges(planner, changeSet ?? "");
  if (!undone.ok) throw new Error(undone.detail);
  await school.timetable.undoChanges(planner, applied(undone.value).changeSet ?? "");
  expect(await week()).toHaveLength(1);

  const late = applied(await school.change(school.put("2026-11-26")));
  const [slot] = late.slots;
  if (slot === undefined) throw new Error("nothing was put");
  const { revision, changedBy, changedAt, draft, origin, ...placed } = slot;
  await school.timetable.changeSlots(other, [
    { change: "put", seen: 1, slot: { ...placed, classId: school.classes[1] } },
  ]);
  expect(await school.timetable.undoChanges(planner, late.changeSet ?? "")).toMatchObject({
    value: { outcome: "stale", differences: [{ by: other.name }] },
  });
  const moved = applied(
    await school.change({ change: "put", seen: 2, slot: { ...placed, startMinute: 600, endMinute: 620 } }),
  );
  await school.timetable.changeSlots(other, [
    { change: "put", seen: 3, slot: { ...placed, startMinute: 700, endMinute: 720 } },
  ]);
  expect(await school.timetable.undoChanges(planner, moved.changeSet ?? "")).toMatchObject({
    value: { outcome: "stale", differences: [{ now: { startMinute: 700 }, by: other.name }] },
  });
  expect(await school.timetable.undoChanges(planner, v7())).toMatchObject({ ok: false, code: "NOT_FOUND" });
});

test("a change that changes nothing makes no revision, no change set and no event", async () => {
  const put = school.put(friday);
  await school.change(put);
  school.told.length = 0;
  expect(applied(await school.change({ ...put, seen: 1 }))).toEqual({
    outcome: "applied",
    changeSet: null,
    slots: [],
    removed: [],
    skipped: [],
  });
  expect(school.told).toEqual([]);
});

test("a planner that may leave out what does not fit writes the rest and says why", async () => {
  await school.change(school.put(friday));
  const slot = (more: object) => ({
    slot: { ...school.put(friday, more).slot, origin: "generator" as const },
  });
  const outcome = applied(
    await school.timetable.draft.write(planner, {
      kind: "rotation",
      puts: [
        slot({ classId: school.classes[1] }),
        slot({ startMinute: 540, endMinute: 560, classId: school.classes[1] }),
        slot({ startMinute: 550, endMinute: 570, classId: school.classes[2] }),
      ],
      removes: [],
      skipRefused: true,
    }),
  );
  expect(outcome.slots.map(({ startMinute, origin }) => [startMinute, origin])).toEqual([[540, "generator"]]);
  expect(outcome.skipped.map(({ reasons }) => reasons.length)).toEqual([1, 1]);
});

test("the audit names who changed what", async () => {
  const put = school.put(friday);
  await school.change(put);
  await school.change({ change: "remove", seen: 1, id: put.slot.id as SlotId }, school.put("2026-11-26"));
  const entries = await school.store.query
    .selectFrom("audit")
    .select(["actor", "action", "subject"])
    .orderBy("id")
    .execute();
  expect(entries).toEqual([
    {
      actor: planner.name,
      action: "timetable.change",
      subject: "Lớp Gấu Trúc, Phòng Kidsmart, 8:00–8:20 Thứ Sáu, 27/11/2026",
    },
    { actor: planner.name, action: "timetable.change", subject: "2 tiết, 26/11/2026–27/11/2026" },
  ]);
});
