// Tests that a whole year of a large school stays quick and fits: 30 classes, 2 rooms, 35 weeks, 2,800 slots.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClassId, SlotId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { maxPayloadBytes } from "../../protocol/topics.ts";
import { buildPlan } from "../desired/buildPlan.ts";
import { readPlanRows } from "../desired/planRows.ts";
import { applied, type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
let slots: PlacedSlot[];
beforeAll(async () => {
  school = await planSchool();
  // Before the year: all of it is still to be planned.
  school.clock.at = Date.parse("2026-09-01T07:00:00+07:00");
  const classIds = Array.from({ length: 30 }, () => v7() as ClassId);
  await school.store.query
    .insertInto("schoolClass")
    .values(
      classIds.map((id, position) => ({
        id,
        name: `Lớp ${position + 1}`,
        emblem: "panda",
        ageBand: "4-5",
        position,
        homeRoomId: null,
        children: 30,
        archivedAt: null,
      })),
    )
    .execute();
  const { weeks } = await school.timetable.showSpan({ from: "2026-09-01", until: "2027-05-31" }, "draft");
  slots = weeks.flatMap(({ monday }) =>
    [0, 1, 2, 3, 4].flatMap((day) =>
      school.rooms.flatMap((roomId, place) =>
        [0, 1, 2, 3, 4, 5, 6, 7].map((row): PlacedSlot => {
          const date = new Date(Date.parse(monday) + day * 86_400_000).toISOString().slice(0, 10);
          return {
            id: v7() as SlotId,
            roomId,
            date,
            periodId: null,
            startMinute: 450 + row * 30,
            endMinute: 470 + row * 30,
            classId: classIds[(day * 6 + row * 2 + place) % 30] ?? school.classes[0],
            lessonId: school.lessons[0],
            origin: "generator",
          };
        }),
      ),
    ),
  );
});
afterAll(() => school.close());

async function fastestMs(times: number, run: () => Promise<unknown>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - from);
  }
  return fastest;
}

test("a year is drafted, published and looked at within its time, and each room's plan fits into one message", async () => {
  expect(slots).toHaveLength(2800);
  const order = {
    kind: "rotation" as const,
    puts: slots.map((slot) => ({ slot })),
    removes: [],
    skipRefused: true,
  };
  let outcome: unknown;
  const draftMs = await fastestMs(1, async () => {
    outcome = applied(await school.timetable.draft.write(planner, order));
  });
  expect(outcome).toMatchObject({ skipped: [] });
  let published: unknown;
  const publishMs = await fastestMs(1, async () => {
    published = await school.timetable.publish(planner, { fromDate: "2026-09-01", untilDate: "2027-05-31" });
  });
  expect(published).toEqual({ ok: true, value: { added: 2800, changed: 0, removed: 0 } });
  const weekMs = await fastestMs(5, () => school.timetable.showWeek("2026-11-27", "draft"));
  const termMs = await fastestMs(3, () =>
    school.timetable.showSpan({ from: "2026-09-07", until: "2027-01-10" }, "draft"),
  );

  const [room] = school.rooms;
  const rows = await readPlanRows(school.store.query, school.clock.at, room);
  const plan = buildPlan(rows, room);
  if (!plan.ok) throw new Error(plan.detail);
  const bytes = Buffer.byteLength(JSON.stringify(plan.value));
  expect(plan.value.timetable.dated?.days["2026-11-27"]).toHaveLength(8);
  const yearMs = await fastestMs(1, async () => {
    const sessions = resolveSlots(
      plan.value.timetable,
      Date.parse("2026-09-01T00:00:00+07:00"),
      Date.parse("2027-05-31T00:00:00+07:00"),
    );
    expect(sessions).toHaveLength(1400);
  });
  expect(draftMs).toBeLessThan(500);
  expect(publishMs).toBeLessThan(500);
  expect(termMs).toBeLessThan(100);
  expect(yearMs).toBeLessThan(250);
  expect(weekMs).toBeLessThan(30);
  expect(bytes).toBeLessThan(maxPayloadBytes / 2);
});

test("a day of a room that is changed and published tells that room alone", async () => {
  school.told.length = 0;
  const [first] = slots;
  if (first === undefined) throw new Error("no slots");
  const { origin, ...slot } = first;
  applied(await school.change({ change: "put", seen: 1, slot: { ...slot, startMinute: 451 } }));
  const ms = await fastestMs(1, () =>
    school.timetable.publish(planner, { fromDate: "2026-09-01", untilDate: "2027-05-31" }),
  );
  expect(school.told.filter(({ type }) => type === "timetableChanged")).toEqual([
    { type: "timetableChanged", room: first.roomId },
  ]);
  expect(ms).toBeLessThan(500);
});
