// Tests that slots follow their period when its hours or the days of winter change.
import { afterEach, beforeEach, expect, test } from "vitest";
import { followHours } from "./followHours.ts";
import { type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
beforeEach(async () => {
  school = await planSchool();
});
afterEach(() => school.close());

const [today, friday] = ["2026-11-25", "2026-11-27"];
const startsOf = async (view: "draft" | "published") => {
  const { slots } = await school.timetable.showSpan({ from: today, until: friday }, view);
  return slots.map(({ date, startMinute }) => [date, startMinute]);
};
const follow = () =>
  school.store.query.transaction().execute((transaction) => followHours(transaction, school.clock.at));

test("a period's new hours hold from tomorrow on, drafted and published; slots at hours of their own stay", async () => {
  const [periodId] = school.periods;
  await school.change(
    school.put(today, { periodId }),
    school.put(friday, { periodId }),
    school.put(friday, { startMinute: 700, endMinute: 720 }),
  );
  await school.timetable.publish(planner, { fromDate: today, untilDate: friday });
  expect(await follow()).toEqual([]);
  await school.store.query
    .updateTable("period")
    .set({ winterStart: 500, winterEnd: 530 })
    .where("id", "=", periodId)
    .execute();
  expect(await follow()).toEqual([school.rooms[0]]);
  for (const view of ["draft", "published"] as const)
    expect(await startsOf(view)).toEqual([
      [today, 495],
      [friday, 500],
      [friday, 700],
    ]);
});

test("the days of winter decide which hours hold", async () => {
  const [periodId] = school.periods;
  await school.change(school.put(friday, { periodId }));
  await school.store.query
    .insertInto("setting")
    .values({ name: "winter", value: JSON.stringify({ from: "12-01", until: "03-31" }) })
    .execute();
  // Nothing of it is published: no room hears of it.
  expect(await follow()).toEqual([]);
  expect(await startsOf("draft")).toEqual([[friday, 480]]);
});
