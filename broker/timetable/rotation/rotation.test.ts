import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RotationRules } from "../../api/rotation.ts";
import { applied, type PlannedSchool, planner, planSchool } from "../timetableFixture.ts";
import { makeRotation, type Rotation } from "./rotation.ts";

let school: PlannedSchool;
let rotation: Rotation;
beforeEach(async () => {
  school = await planSchool();
  const { store, timetable, clock } = school;
  rotation = makeRotation({ query: store.query, draft: timetable.draft, clock });
});
afterEach(() => school.close());

const rules = (): RotationRules => ({
  fromDate: "2026-11-23",
  untilDate: "2026-12-20",
  roomIds: [...school.rooms],
  periodIds: [...school.periods],
  weekdays: [1, 2, 3, 4, 5],
  classes: school.classes.map((classId) => ({ classId, timesAWeek: 1, lessonIds: [] })),
  neverAfterLunch: true,
  sameAgeTogether: true,
});
const draftSlots = () => school.store.query.selectFrom("slot").orderBy("id").selectAll().execute();

test("a proposal changes nothing and says what each class gets", async () => {
  const { slots, classes, tookMs } = await rotation.propose(rules());
  expect(classes.map(({ wanted, given }) => [wanted, given])).toEqual([
    [4, 4],
    [4, 4],
    [4, 4],
  ]);
  expect(slots).toHaveLength(12);
  expect(slots.every(({ date }) => date > "2026-11-25")).toBe(true);
  expect(tookMs).toBeLessThan(5_000);
  expect(await draftSlots()).toEqual([]);
  expect(await rotation.show()).toBeNull();
});

test("taken into the draft it is the proposal, remembered, and can be undone", async () => {
  const outcome = applied(await rotation.take(planner, rules()));
  expect(outcome.slots).toHaveLength(12);
  expect(outcome.skipped).toEqual([]);
  expect((await draftSlots()).every(({ origin }) => origin === "generator")).toBe(true);
  expect(await rotation.show()).toEqual(rules());
  expect(school.told).toContainEqual({ type: "draftChanged" });
  const undone = await school.timetable.undoChanges(planner, outcome.changeSet ?? "");
  expect(undone).toMatchObject({ ok: true, value: { outcome: "applied" } });
  expect(await draftSlots()).toEqual([]);
});

test("a second time it writes nothing", async () => {
  applied(await rotation.take(planner, rules()));
  const before = await draftSlots();
  const again = applied(await rotation.take(planner, rules()));
  expect(again.changeSet).toBeNull();
  expect(await draftSlots()).toEqual(before);
});

test("a slot that a hand moved stays there, and the others stay where they were", async () => {
  const made = applied(await rotation.take(planner, rules())).slots;
  const [first] = made;
  if (first === undefined) throw new Error("nothing was planned");
  applied(
    await school.change({
      change: "put",
      seen: first.revision,
      slot: { ...first, periodId: null, startMinute: 660, endMinute: 680 },
    }),
  );
  const before = await draftSlots();
  const again = applied(await rotation.take(planner, rules()));
  expect(again.changeSet).toBeNull();
  expect(await draftSlots()).toEqual(before);
  expect(before.find(({ id }) => id === first.id)).toMatchObject({ origin: "hand", startMinute: 660 });
});

test("with other rules only the generator's own slots go", async () => {
  applied(await school.change(school.put("2026-12-01")));
  applied(await rotation.take(planner, rules()));
  const fewer = { ...rules(), roomIds: [...school.rooms], classes: rules().classes.slice(0, 1) };
  applied(await rotation.take(planner, fewer));
  const left = await draftSlots();
  expect(left.filter(({ origin }) => origin === "hand")).toHaveLength(1);
  expect(left.every(({ classId }) => classId === school.classes[0])).toBe(true);
  expect(left).toHaveLength(4);
});

test("somebody who plans by hand at the same time loses nothing", async () => {
  const taking = rotation.take(planner, rules());
  const byHand = school.put("2026-12-03", { startMinute: 495, endMinute: 525 });
  applied(await school.change(byHand));
  applied(await taking);
  const rows = await draftSlots();
  expect(rows.find(({ id }) => id === byHand.slot.id)).toMatchObject({ origin: "hand", startMinute: 495 });
  expect(rows.filter(({ classId }) => classId === school.classes[0])).toHaveLength(4);
});

test("a school in a zone that this machine does not know can still plan", async () => {
  await school.store.query.updateTable("school").set({ zone: "Asia/Ha_Noi" }).execute();
  expect((await rotation.propose(rules())).slots).toHaveLength(12);
});

test("the plan and its rules are kept together or not at all", async () => {
  const noSettings = sql`CREATE TRIGGER full BEFORE INSERT ON setting BEGIN SELECT RAISE(ABORT, 'disk full'); END`;
  await noSettings.execute(school.store.query);
  await expect(rotation.take(planner, rules())).rejects.toThrow("disk full");
  expect(await draftSlots()).toEqual([]);
});
