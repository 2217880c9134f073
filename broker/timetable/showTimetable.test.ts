// Tests what people see of the timetable: weeks with their number and hours, spans, and copied weeks.
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { buildPlan } from "../desired/buildPlan.ts";
import { readPlanRows } from "../desired/planRows.ts";
import { applied, other, type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
beforeEach(async () => {
  school = await planSchool();
});
afterEach(() => school.close());

const friday = "2026-11-27";
const close = (fromDate: string, untilDate = fromDate) =>
  school.store.query
    .insertInto("closure")
    .values({ id: v7(), fromDate, untilDate, reason: "Nghỉ Tết" })
    .execute();
const week = async (date: string) => (await school.timetable.showWeek(date, "draft")).slots;
const copy = async (toMondays: string[], mode: "fill" | "replace" = "fill") =>
  applied(
    await school.timetable.copyWeek(planner, {
      fromMonday: "2026-11-23",
      toMondays,
      roomIds: [school.rooms[0]],
      mode,
    }),
  );

test("a week has its number in the school year, its term, and each day's hours and closure", async () => {
  await close("2027-02-08", "2027-02-12");
  const shown = await school.timetable.showWeek("2026-10-16", "draft");
  expect(shown).toMatchObject({ monday: "2026-10-12", number: 6, term: "Học kỳ I" });
  expect(shown.days.map(({ season }) => season)).toEqual([
    ...Array(4).fill("summer"),
    ...Array(3).fill("winter"),
  ]);
  const tet = await school.timetable.showWeek("2027-02-10", "draft");
  expect(tet).toMatchObject({ number: null, term: "Học kỳ II" });
  expect(tet.days[0]?.closed).toBe("Nghỉ Tết");
  // The closed week does not count: the year still has 35.
  expect((await school.timetable.showWeek("2027-05-14", "draft")).number).toBe(35);
  expect(await school.timetable.showWeek("2026-08-01", "draft")).toMatchObject({ number: null, term: null });
});

test("those who plan nothing see what is published, whatever is planned", async () => {
  const put = school.put(friday);
  await school.change(put);
  await school.timetable.publish(planner, { fromDate: friday, untilDate: friday });
  await school.change({ ...put, seen: 1, slot: { ...put.slot, startMinute: 600, endMinute: 620 } });
  const { slots, unpublished } = await school.timetable.showWeek(friday, "published");
  expect([slots.map(({ startMinute }) => startMinute), unpublished]).toEqual([[480], 0]);
});

test("the draft's week shows what it no longer has, and not what only moved to another day", async () => {
  const [gone, moved] = [school.put(friday), school.put(friday, { startMinute: 600, endMinute: 620 })];
  await school.change(gone, moved);
  await school.timetable.publish(planner, { fromDate: friday, untilDate: friday });
  await school.change(
    { change: "remove", seen: 1, id: gone.slot.id },
    { ...moved, seen: 1, slot: { ...moved.slot, date: "2026-12-01" } },
  );
  const { removed } = await school.timetable.showWeek(friday, "draft");
  expect(removed.map(({ id }) => id)).toEqual([gone.slot.id]);
});

test("past days show what was published, not what was once planned for them", async () => {
  const [real, wished] = [
    school.put("2026-11-25"),
    school.put("2026-11-25", { classId: school.classes[1], startMinute: 600, endMinute: 620 }),
  ];
  await school.change(real);
  await school.timetable.publish(planner, { fromDate: "2026-11-25", untilDate: "2026-11-25" });
  await school.change(wished);
  school.clock.at += 86_400_000;
  const shown = await school.timetable.showWeek("2026-11-25", "draft");
  expect(shown.slots.map(({ id }) => id)).toEqual([real.slot.id]);
  expect(shown.unpublished).toBe(0);
});

test("a span has its slots in order, of one room or class if wished, with its closures and weeks", async () => {
  await close("2026-12-01");
  await school.change(
    school.put("2026-12-02"),
    school.put(friday, { startMinute: 600, endMinute: 620, classId: school.classes[1] }),
    school.put(friday, { roomId: school.rooms[1] }),
  );
  const span = { from: "2026-11-26", until: "2026-12-06" };
  const shown = await school.timetable.showSpan(span, "draft");
  expect(shown.slots.map(({ date, startMinute }) => [date, startMinute])).toEqual([
    [friday, 480],
    [friday, 600],
    ["2026-12-02", 480],
  ]);
  expect(shown.closures).toHaveLength(1);
  expect(shown.weeks.map(({ number }) => number)).toEqual([12, 13]);
  const ofClass = await school.timetable.showSpan({ ...span, classId: school.classes[1] }, "draft");
  expect(ofClass.slots).toHaveLength(1);
  const ofRoom = await school.timetable.showSpan({ ...span, roomId: school.rooms[1] }, "draft");
  expect(ofRoom.slots).toHaveLength(1);
});

test("a copied week has the target's hours, only the chosen rooms, and leaves out closed days with the reason", async () => {
  const [periodId] = school.periods;
  await close("2027-04-23");
  await school.change(
    school.put(friday, { periodId }),
    school.put("2026-11-26", { classId: school.classes[1] }),
    school.put(friday, {
      roomId: school.rooms[1],
      startMinute: 700,
      endMinute: 720,
      classId: school.classes[1],
    }),
  );
  const outcome = await copy(["2026-11-30", "2027-04-19"]);
  expect(outcome.slots.map(({ date, startMinute }) => [date, startMinute]).sort()).toEqual([
    ["2026-12-03", 480],
    ["2026-12-04", 495],
    ["2027-04-22", 480],
  ]);
  expect(outcome.skipped).toMatchObject([
    { date: "2027-04-23", reasons: ["Trường nghỉ Thứ Sáu, 23/4/2027."] },
  ]);
  const summer = await copy(["2027-04-26"]);
  expect(summer.slots.find(({ date }) => date === "2027-04-30")?.startMinute).toBe(480);
});

test("filling leaves what is there, replacing puts it away, and both can be taken back", async () => {
  const [bears, cats, chicks] = school.classes;
  await school.change(school.put(friday, { classId: bears }));
  const there = school.put("2026-12-04", { classId: cats });
  const beside = school.put("2026-12-03", { classId: chicks, startMinute: 600, endMinute: 615 });
  await school.change(there, beside);
  const filled = await copy(["2026-11-30"]);
  expect([filled.slots, filled.skipped.length]).toEqual([[], 1]);
  const replaced = await copy(["2026-11-30"], "replace");
  // The same place and another class: still the same slot, so that a device sees it change and not end.
  expect((await week("2026-12-04")).map(({ id, classId }) => [id, classId])).toEqual([
    [there.slot.id, bears],
  ]);
  expect(replaced.removed).toEqual([beside.slot.id]);
  await school.timetable.undoChanges(planner, replaced.changeSet ?? "");
  expect(new Set((await week("2026-12-04")).map(({ id, classId }) => `${id} ${classId}`))).toEqual(
    new Set([`${there.slot.id} ${cats}`, `${beside.slot.id} ${chicks}`]),
  );
});

test("a replaced week whose classes change places is copied whole: its old slots are in nobody's way", async () => {
  const [bears, cats] = school.classes;
  // Each has its whole day's screen time: with one old slot more it would have too much.
  const day = (date: string, first: typeof bears, second: typeof bears) =>
    [480, 510, 600, 630].map((startMinute, place) =>
      school.put(date, {
        classId: place % 2 === 0 ? first : second,
        startMinute,
        endMinute: startMinute + 20,
      }),
    );
  await school.change(...day(friday, bears, cats), ...day("2026-12-04", cats, bears));
  const outcome = await copy(["2026-11-30"], "replace");
  expect([outcome.slots.length, outcome.skipped, outcome.removed]).toEqual([4, [], []]);
});

test("copying a week twice changes nothing the second time", async () => {
  await school.change(school.put(friday));
  await copy(["2026-11-30"], "replace");
  expect(await copy(["2026-11-30"], "replace")).toMatchObject({ changeSet: null, slots: [], skipped: [] });
  expect(await copy(["2026-11-30"], "fill")).toMatchObject({ changeSet: null, slots: [], skipped: [] });
});

test("a week is not copied into days that have passed, and what another changed meanwhile is kept by undo", async () => {
  await school.change(school.put(friday));
  const past = await copy(["2026-11-16"]);
  expect(past.skipped[0]?.reasons[0]).toContain("Thứ Sáu, 20/11/2026 đã qua");
  const copied = await copy(["2026-11-30"]);
  const [slot] = copied.slots;
  if (slot === undefined) throw new Error("nothing was copied");
  await school.timetable.changeSlots(other, [{ change: "remove", seen: 1, id: slot.id }]);
  expect(await school.timetable.undoChanges(planner, copied.changeSet ?? "")).toMatchObject({
    value: { outcome: "stale" },
  });
});

test("a holiday over a slot is shown with the slot, and the slot plays again when the holiday is gone", async () => {
  await school.change(school.put(friday));
  await close(friday);
  const shown = await school.timetable.showWeek(friday, "draft");
  expect([shown.days[4]?.closed, shown.slots.length]).toEqual(["Nghỉ Tết", 1]);
  await school.store.query.deleteFrom("closure").execute();
  expect((await school.timetable.showWeek(friday, "draft")).days[4]?.closed).toBeNull();
});

test("days and hours are the school's wall clock, whatever zone the hub's machine is in, also over summer time", async () => {
  const zoneBefore = process.env["TZ"];
  process.env["TZ"] = "America/New_York";
  const berlin = await planSchool("Europe/Berlin");
  try {
    expect(new Date(berlin.clock.at).getTimezoneOffset()).toBe(300);
    // Half past midnight of the 26th in Berlin, still the 25th in New York and in UTC.
    berlin.clock.at = Date.parse("2026-11-25T23:30:00Z");
    expect((await berlin.change(berlin.put("2026-11-25"))).outcome).toBe("refused");
    const days = ["2026-11-26", "2027-03-27", "2027-03-29"];
    applied(await berlin.change(...days.map((date) => berlin.put(date))));
    await berlin.timetable.publish(planner, { fromDate: "2026-11-26", untilDate: "2027-05-31" });
    const rows = await readPlanRows(berlin.store.query, berlin.clock.at, berlin.rooms[0]);
    const plan = buildPlan(rows, berlin.rooms[0]);
    if (!plan.ok) throw new Error(plan.detail);
    const starts = resolveSlots(plan.value.timetable, berlin.clock.at, Date.parse("2027-05-31"));
    expect(starts.map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
      "2026-11-26T07:00:00.000Z",
      "2027-03-27T07:00:00.000Z",
      // Summer time began on the 28th.
      "2027-03-29T06:00:00.000Z",
    ]);
  } finally {
    await berlin.close();
    if (zoneBefore === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zoneBefore;
  }
});
