// Tests slots of today that have begun: stations play them or remember that they ended, so nobody moves, changes or removes them.
import { afterEach, beforeEach, expect, test } from "vitest";
import { applied, type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
beforeEach(async () => {
  school = await planSchool();
});
afterEach(() => school.close());

const today = "2026-11-25";
const nextWeek = "2026-12-02";
const all = { fromDate: today, untilDate: "2027-05-31" };
const eight = Date.parse(`${today}T08:00:00+07:00`);
const publish = async () => {
  const outcome = await school.timetable.publish(planner, all);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.value;
};
const nothing = { added: 0, changed: 0, removed: 0 };
const published = () =>
  school.store.query.selectFrom("publishedSlot").orderBy("date").orderBy("startMinute").selectAll().execute();
const told =
  "Tiết này đã bắt đầu (8:00–8:20 Thứ Tư, 25/11/2026) nên không sửa, chuyển hay bỏ được nữa. Muốn dừng giờ đang chơi, hãy mở trang của phòng.";
const reasonsOf = async (...changes: Parameters<PlannedSchool["change"]>) => {
  const outcome = await school.change(...changes);
  return outcome.outcome === "refused" ? outcome.refused.flatMap(({ reasons }) => reasons) : outcome.outcome;
};
const week = async () => (await school.timetable.showWeek(today, "draft")).slots;

/** At 8:00–8:20 today, published. */
async function publishEight() {
  const put = school.put(today);
  applied(await school.change(put));
  await publish();
  return { ...put, seen: 1 };
}

test("a minute before it begins a slot may go anywhere; from then on it can be neither moved, changed nor removed", async () => {
  const put = await publishEight();
  const later = { ...put.slot, startMinute: 840, endMinute: 860 };
  school.clock.at = eight - 60_000;
  applied(await school.change({ ...put, slot: later }));
  applied(await school.change({ ...put, seen: 2 }));
  for (const at of [eight, eight + 60 * 60_000]) {
    school.clock.at = at;
    expect(await reasonsOf({ ...put, seen: 3, slot: later })).toEqual([told]);
    expect(await reasonsOf({ ...put, seen: 3, slot: { ...put.slot, date: nextWeek } })).toEqual([told]);
    expect(await reasonsOf({ ...put, seen: 3, slot: { ...put.slot, classId: school.classes[1] } })).toEqual([
      told,
    ]);
    expect(await reasonsOf({ change: "remove", seen: 3, id: put.slot.id })).toEqual([told]);
  }
  expect(await week()).toMatchObject([{ id: put.slot.id, startMinute: 480, draft: "same" }]);
});

test("a draft that was not published in time changes nothing of what has begun, and does not count", async () => {
  const put = await publishEight();
  applied(await school.change({ ...put, slot: { ...put.slot, classId: school.classes[1] } }));
  expect((await school.timetable.showWeek(today, "draft")).unpublished).toBe(1);
  school.clock.at = eight;
  expect((await school.timetable.showWeek(today, "draft")).unpublished).toBe(0);
  expect(await school.timetable.listDraft()).toEqual([]);
  expect(await week()).toMatchObject([{ classId: school.classes[0], draft: "same" }]);
  expect(await publish()).toEqual(nothing);
  expect(await published()).toMatchObject([{ id: put.slot.id, classId: school.classes[0] }]);
});

test("a removal that was not published in time stays without effect", async () => {
  const put = await publishEight();
  applied(await school.change({ change: "remove", seen: 1, id: put.slot.id }));
  school.clock.at = eight;
  expect((await school.timetable.showWeek(today, "draft")).unpublished).toBe(0);
  expect(await publish()).toEqual(nothing);
  expect(await published()).toHaveLength(1);
  // What takes place is in the way of others, whatever the draft said.
  expect(
    await reasonsOf(school.put(today, { startMinute: 490, endMinute: 510, classId: school.classes[1] })),
  ).toEqual(["Phòng Kidsmart đã dành cho Lớp Gấu Trúc (Bờ ao vui đếm) lúc 8:00–8:20 Thứ Tư, 25/11/2026."]);
});

test("moved to the afternoon too late, the afternoon's lesson gets a name of its own, or no station would play it", async () => {
  const put = await publishEight();
  applied(await school.change({ ...put, slot: { ...put.slot, startMinute: 840, endMinute: 860 } }));
  school.clock.at = eight;
  expect((await school.timetable.showWeek(today, "draft")).unpublished).toBe(1);
  expect(await publish()).toEqual({ added: 1, changed: 0, removed: 0 });
  const [morning, afternoon] = await published();
  expect(morning).toMatchObject({ id: put.slot.id, startMinute: 480 });
  expect(afternoon).toMatchObject({ startMinute: 840 });
  expect(afternoon?.id).not.toBe(put.slot.id);
  expect((await school.timetable.showWeek(today, "draft")).unpublished).toBe(0);
});

test("taking back a change of what has begun by now is refused, discarding leaves it alone", async () => {
  const put = school.put(today);
  const { changeSet } = applied(await school.change(put));
  await publish();
  school.clock.at = eight;
  expect(await school.timetable.undoChanges(planner, changeSet ?? "")).toMatchObject({
    value: { outcome: "refused", refused: [{ reasons: [told] }] },
  });
  applied(await school.timetable.discard(planner, all));
  expect(await published()).toHaveLength(1);
});

test("a week that is copied over today leaves what has begun and says so", async () => {
  const put = await publishEight();
  applied(await school.change(school.put(nextWeek, { classId: school.classes[1] })));
  school.clock.at = eight;
  const copy = {
    fromMonday: nextWeek,
    toMondays: [today],
    roomIds: [school.rooms[0]],
    mode: "replace",
  } as const;
  const outcome = applied(await school.timetable.copyWeek(planner, copy));
  expect(outcome.skipped.flatMap(({ reasons }) => reasons)).toEqual([told]);
  expect(outcome.removed).toEqual([]);
  expect(await week()).toMatchObject([{ id: put.slot.id, classId: school.classes[0] }]);
});

test("a slot of today that nobody published may still be planned, whatever the hour", async () => {
  school.clock.at = eight + 60_000;
  const put = school.put(today);
  applied(await school.change(put));
  applied(await school.change({ ...put, seen: 1, slot: { ...put.slot, endMinute: 510 } }));
  expect(await publish()).toEqual({ added: 1, changed: 0, removed: 0 });
});
