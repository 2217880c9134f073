// Tests publishing: whole days in one transaction, only rooms that changed are told, and what is too large is refused.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../store/store.ts";
import { applied, other, type PlannedSchool, planner, planSchool } from "./timetableFixture.ts";

let school: PlannedSchool;
beforeEach(async () => {
  school = await planSchool();
});
afterEach(() => school.close());

const thursday = "2026-11-26";
const friday = "2026-11-27";
const monday = "2026-11-30";
const span = (fromDate: string, untilDate = fromDate) => ({ fromDate, untilDate });
const all = span("2026-11-25", "2027-05-31");
const publish = (days = all) => school.timetable.publish(planner, days);
const published = async () =>
  (await school.timetable.showSpan({ from: "2026-11-01", until: "2027-05-31" }, "published")).slots.map(
    ({ id, date }) => ({ id, date }),
  );
const roomsTold = () =>
  school.told.flatMap((event) => (event.type === "timetableChanged" ? [event.room] : []));

test("a draft is nobody's timetable until it is published; then only the rooms that changed are told", async () => {
  const put = school.put(friday);
  await school.change(put);
  expect(await published()).toEqual([]);
  expect(await publish()).toEqual({ ok: true, value: { added: 1, changed: 0, removed: 0 } });
  expect(await published()).toEqual([{ id: put.slot.id, date: friday }]);
  expect(roomsTold()).toEqual([school.rooms[0]]);
  const [slot] = (await school.timetable.showWeek(friday, "draft")).slots;
  expect(slot?.draft).toBe("same");
});

test("changed, added and removed are counted, and the slot that moved is the same slot", async () => {
  const [moved, gone] = [school.put(friday), school.put(thursday)];
  await school.change(moved, gone);
  await publish();
  await school.change(
    { ...moved, seen: 1, slot: { ...moved.slot, startMinute: 600, endMinute: 620 } },
    { change: "remove", seen: 1, id: gone.slot.id },
    school.put(monday),
  );
  expect((await school.timetable.showWeek(friday, "draft")).unpublished).toBe(3);
  expect(await publish()).toEqual({ ok: true, value: { added: 1, changed: 1, removed: 1 } });
  expect((await published())[0]?.id).toBe(moved.slot.id);
  expect((await school.timetable.showWeek(friday, "draft")).unpublished).toBe(0);
});

test("only the chosen days are published, and the days that a moved slot ties to them", async () => {
  const [moved, apart] = [school.put(thursday), school.put(monday)];
  await school.change(moved, apart);
  expect(await publish(span(thursday))).toMatchObject({ value: { added: 1 } });
  await school.change({ ...moved, seen: 1, slot: { ...moved.slot, date: friday } });
  // Thursday alone: without Friday the slot would be lost.
  expect(await publish(span(thursday))).toMatchObject({ value: { added: 0, changed: 1, removed: 0 } });
  expect(await published()).toEqual([{ id: moved.slot.id, date: friday }]);
});

test("a chain of moved slots is published together: no place is taken twice", async () => {
  const [one, two] = [school.put(thursday), school.put(friday, { classId: school.classes[1] })];
  await school.change(one, two);
  await publish();
  await school.change(
    { ...one, seen: 1, slot: { ...one.slot, date: friday } },
    { ...two, seen: 1, slot: { ...two.slot, date: monday } },
  );
  await publish(span(thursday));
  expect(await published()).toEqual([
    { id: one.slot.id, date: friday },
    { id: two.slot.id, date: monday },
  ]);
});

test("what took place stays published where it was, also when its slot is planned anew for a later day", async () => {
  const put = school.put("2026-11-25");
  await school.change(put);
  await publish();
  await school.change({ ...put, seen: 1, slot: { ...put.slot, date: friday } });
  school.clock.at += 86_400_000;
  expect(
    (await school.timetable.listDraft()).flatMap(({ changes }) => changes.map(({ kind }) => kind)),
  ).toEqual(["added"]);
  expect(await publish(span(thursday, friday))).toMatchObject({ value: { added: 1 } });
  const slots = await published();
  expect(slots.map(({ date }) => date)).toEqual(["2026-11-25", friday]);
  expect(slots[0]?.id).toBe(put.slot.id);
  expect(slots[1]?.id).not.toBe(put.slot.id);
});

test("of two who publish at once, one publishes and the other finds nothing to do", async () => {
  await school.change(school.put(friday), school.put(monday));
  const counts = await Promise.all([publish(), school.timetable.publish(other, all)]);
  expect(counts.map((each) => each.ok && each.value.added)).toEqual([2, 0]);
  expect(roomsTold()).toHaveLength(1);
  const entries = await school.store.query
    .selectFrom("audit")
    .where("action", "=", "timetable.publish")
    .select(["actor", "subject"])
    .execute();
  expect(entries).toEqual([{ actor: planner.name, subject: "25/11/2026–31/5/2027" }]);
});

test("what differs is listed by week with who changed it", async () => {
  const [kept, gone] = [school.put(friday), school.put(monday)];
  await school.change(kept, gone);
  await publish();
  await school.timetable.changeSlots(other, [
    { ...kept, seen: 1, slot: { ...kept.slot, startMinute: 600, endMinute: 620 } },
    { change: "remove", seen: 1, id: gone.slot.id },
  ]);
  expect(await school.timetable.listDraft()).toMatchObject([
    {
      monday: "2026-11-23",
      number: 12,
      changes: [{ kind: "changed", before: { startMinute: 480 }, now: { startMinute: 600 }, by: other.name }],
    },
    { monday, number: 13, changes: [{ kind: "removed", now: null, by: other.name }] },
  ]);
});

test("discarding puts the draft back to what is published, and can be taken back", async () => {
  const [moved, gone] = [school.put(friday), school.put(thursday)];
  await school.change(moved, gone);
  await publish();
  await school.change(
    { ...moved, seen: 1, slot: { ...moved.slot, startMinute: 600, endMinute: 620 } },
    { change: "remove", seen: 1, id: gone.slot.id },
    school.put(friday),
  );
  const discarded = applied(await school.timetable.discard(planner, all));
  expect((await school.timetable.showWeek(friday, "draft")).unpublished).toBe(0);
  await school.timetable.undoChanges(planner, discarded.changeSet ?? "");
  expect((await school.timetable.showWeek(friday, "draft")).unpublished).toBe(3);
});

test("what devices could not take in one message is refused with a sentence, and nothing of it is published", async () => {
  const slots = [];
  for (let day = 0; slots.length < 5000; day++) {
    const date = new Date(Date.parse(friday) + day * 86_400_000).toISOString().slice(0, 10);
    for (let minute = 0; minute < 20; minute++) {
      const { slot } = school.put(date, { startMinute: minute * 10, endMinute: minute * 10 + 1 });
      slots.push({ slot: { ...slot, origin: "hand" as const } });
    }
  }
  const order = { kind: "import" as const, puts: slots, removes: [], skipRefused: false, unjudged: true };
  applied(await school.timetable.draft.write(planner, order));
  expect(await publish(span(friday, "2028-01-01"))).toMatchObject({
    ok: false,
    code: "PLAN_REFUSED",
    detail: expect.stringMatching(
      /^Phòng Kidsmart có 5000 tiết, nhiều hơn mức .+ Chưa công bố gì, .+ Hãy bớt/,
    ),
  });
  expect(await published()).toEqual([]);
  expect(roomsTold()).toEqual([]);
});

test("in a zone that nobody knows nothing is published, with a sentence; the draft can still be worked on", async () => {
  await school.store.query.updateTable("school").set({ zone: "Asia/Ha_Noi_City" }).execute();
  expect((await school.change(school.put(friday))).outcome).toBe("applied");
  expect(await publish()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^Các máy trạm không dùng được .+zone.+ Chưa công bố gì, .+ múi giờ/),
  });
  expect(await published()).toEqual([]);
});

test("who removed a slot is known until that is published, and forgotten two weeks later", async () => {
  const put = school.put(monday);
  await school.change(put);
  await publish();
  await school.timetable.changeSlots(other, [{ change: "remove", seen: 1, id: put.slot.id }]);
  school.clock.at += 86_400_000 * 3;
  const removed = () => school.store.query.selectFrom("removedSlot").select("id").execute();
  await publish();
  expect(await removed()).toHaveLength(1);
  school.clock.at += 86_400_000 * 15;
  await publish({ fromDate: "2026-12-13", untilDate: "2027-05-31" });
  expect(await removed()).toEqual([]);
});

test("a hub that is killed in the middle of a publication has published nothing of it", async () => {
  await school.change(school.put(friday), school.put(monday));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("./killedPublish.fixture.ts", import.meta.url)), school.store.file],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  // It says so from inside the transaction, after its rows are written.
  const [written] = (await once(child.stdout, "data")) as [Buffer];
  expect(written.toString().trim()).toBe("2");
  child.kill("SIGKILL");
  await once(child, "exit");
  const after = await openStore(school.store.file);
  const rows = await after.query.selectFrom("publishedSlot").selectAll().execute();
  await after.close();
  expect(rows).toEqual([]);
  expect(await publish()).toMatchObject({ ok: true, value: { added: 2 } });
});
