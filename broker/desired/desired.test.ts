// Tests which documents devices are offered, and when a version moves.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import { actor, type Identity, startTestHub, type TestHub } from "../hubFixture.ts";
import { canonicalJson } from "./canonicalJson.ts";

/** Monday. */
const today = Date.parse("2026-11-23T07:00:00+07:00");
let hub: TestHub;
let device: Identity;
const classId = v7();
const lessonId = v7();
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  hub = await startTestHub({ log: pino({ level: "warn" }, { write: (line) => logged.push(line) }) });
  hub.clock.by = today - Date.now();
  const { query } = hub.store;
  await query
    .insertInto("schoolClass")
    .values({
      id: classId,
      name: "Lớp Thỏ Trắng",
      emblem: "rabbit",
      ageBand: "4-5",
      position: 1,
      homeRoomId: null,
      children: null,
      archivedAt: null,
    })
    .execute();
  const games = JSON.stringify([{ gameId: "count-animals", level: "l1", mode: "quiz" }]);
  const lesson = { ageBand: "4-5", minutes: 20, domains: "[]", archivedAt: null };
  await query
    .insertInto("lesson")
    .values({ ...lesson, id: lessonId, title: "Đếm", goal: "Đếm đến 5", games })
    .execute();
  await query
    .insertInto("lesson")
    .values({ ...lesson, id: v7(), title: "Chưa có trò", goal: "", games: "[]" })
    .execute();
  device = await hub.enrol();
});
afterEach(async () => {
  await hub.close();
});

const plan = () => hub.core.desired.document(device.deviceId, "plan");
/** As the timetable publishes it: the hub of these tests has none of its own. */
async function publishSlot(date: string, roomId = hub.room): Promise<void> {
  await hub.store.query
    .insertInto("publishedSlot")
    .values({
      id: v7(),
      roomId,
      date,
      periodId: null,
      startMinute: 480,
      endMinute: 500,
      classId,
      lessonId,
    })
    .execute();
  hub.events.publish({ type: "timetableChanged", room: roomId });
  await hub.core.desired.settled();
}

test("the plan holds the room's slots, classes and those lessons that have games", async () => {
  await publishSlot("2026-11-23");
  expect(plan()).toMatchObject({
    version: 2,
    body: {
      format: 2,
      roomName: "Phòng Kidsmart",
      timetable: {
        zone: "Asia/Ho_Chi_Minh",
        slots: [],
        dated: {
          roomId: hub.room,
          classIds: [classId],
          lessonIds: [lessonId],
          days: { "2026-11-23": [[expect.any(String), 480, 500, 0, 0]] },
        },
      },
      dayCapMinutes: { "4-5": 40 },
      classes: [{ name: "Lớp Thỏ Trắng" }],
      lessons: [{ id: lessonId, games: [{ gameId: "count-animals" }] }],
    },
  });
  expect(hub.core.desired.planVersion(hub.room)).toBe(2);
  const monday = Date.UTC(2026, 10, 23);
  expect(hub.core.desired.slots(hub.room, monday, monday + 86_400_000)).toMatchObject([
    { startAt: monday + 60 * 60_000, classId },
  ]);
});

test("a plan begins two weeks back and moves its first day once a week: the room's past is no new version a day", async () => {
  for (const date of ["2026-11-08", "2026-11-09", "2026-11-23"]) await publishSlot(date);
  const days = () => Object.keys(plan()?.body.timetable.dated?.days ?? {});
  expect(days()).toEqual(["2026-11-09", "2026-11-23"]);
  const before = plan()?.version;
  for (let day = 1; day <= 6; day++) {
    hub.clock.by += 86_400_000;
    hub.events.publish({ type: "schoolChanged" });
    await hub.core.desired.settled();
  }
  expect(plan()?.version).toBe(before);
});

test("only a room whose timetable changed gets a new plan", async () => {
  const other = v7() as typeof hub.room;
  await hub.store.query
    .insertInto("room")
    .values({ id: other, name: "Phòng máy 2", kind: "kidsmart", position: 2 })
    .execute();
  const neighbour = await hub.enrol("Trạm 9", other);
  hub.events.publish({ type: "schoolChanged" });
  await hub.core.desired.settled();
  const planOf = ({ deviceId }: Identity) => hub.core.desired.document(deviceId, "plan");
  const before = planOf(neighbour);
  const made = hub.core.desired.plan(other);
  await publishSlot("2026-11-23");
  expect(plan()?.version).toBe(2);
  // Not even made again.
  expect(hub.core.desired.plan(other)).toBe(made);
  expect(planOf(neighbour)).toBe(before);
});

test.each(["schoolChanged", "lessonsChanged", "classroomChanged"] as const)(
  "%s makes every room's plan anew",
  async (type) => {
    await hub.store.query.updateTable("schoolClass").set({ name: "Lớp Mèo Vàng" }).execute();
    hub.events.publish({ type });
    await hub.core.desired.settled();
    expect(plan()?.body.classes).toMatchObject([{ name: "Lớp Mèo Vàng" }]);
  },
);

test("the school's own screen-time rules are in the plan", async () => {
  const rules = {
    capMinutes: { "3-4": 10, "4-5": 15, "5-6": 20 },
    dayCapMinutes: { "3-4": 20, "4-5": 30, "5-6": 40 },
    breakEveryMinutes: 8,
  };
  await hub.store.query
    .insertInto("setting")
    .values({ name: "screenTime", value: JSON.stringify(rules) })
    .execute();
  hub.events.publish({ type: "schoolChanged" });
  await hub.core.desired.settled();
  expect(plan()?.body).toMatchObject(rules);
});

test("what was archived is offered no more, and stays in the slots it has", async () => {
  await publishSlot("2026-11-23");
  await hub.store.query.updateTable("lesson").set({ archivedAt: 1 }).execute();
  await hub.store.query.updateTable("schoolClass").set({ archivedAt: 1 }).execute();
  hub.events.publish({ type: "schoolChanged" });
  await hub.core.desired.settled();
  expect([plan()?.body.lessons.length, plan()?.body.classes.length]).toEqual([1, 1]);
  await hub.store.query.deleteFrom("publishedSlot").execute();
  hub.events.publish({ type: "timetableChanged", room: null });
  await hub.core.desired.settled();
  expect([plan()?.body.lessons, plan()?.body.classes]).toEqual([[], []]);
});

test("a zone that nobody knows leaves devices the plan they have, and the log says why", async () => {
  await publishSlot("2026-11-24");
  const before = plan();
  await hub.store.query.updateTable("school").set({ zone: "Asia/Ha_Noi_City" }).execute();
  hub.events.publish({ type: "schoolChanged" });
  await hub.core.desired.settled();
  expect(plan()).toEqual(before);
  expect(logged.join("")).toContain("a room's plan could not be built");
});

test("on days that the school is closed over a slot nothing is played, and opened again it is", async () => {
  await publishSlot("2026-11-24");
  const tuesday = Date.parse("2026-11-24T00:00:00+07:00");
  const sessions = async () => {
    hub.events.publish({ type: "schoolChanged" });
    await hub.core.desired.settled();
    return hub.core.desired.slots(hub.room, tuesday, tuesday + 86_400_000).length;
  };
  expect(await sessions()).toBe(1);
  const days = { fromDate: "2026-11-24", untilDate: "2026-11-24" };
  await hub.store.query
    .insertInto("closure")
    .values({ id: v7(), ...days, reason: "Bão" })
    .execute();
  expect(await sessions()).toBe(0);
  expect(plan()?.body.timetable.dated?.days["2026-11-24"]).toHaveLength(1);
  await hub.store.query.deleteFrom("closure").execute();
  expect(await sessions()).toBe(1);
});

test("a version moves only when the body does", async () => {
  hub.events.publish({ type: "timetableChanged", room: hub.room });
  hub.events.publish({ type: "deviceListChanged", device: device.deviceId });
  await hub.core.desired.settled();
  expect(plan()?.version).toBe(1);
  expect(hub.core.desired.document(device.deviceId, "config")?.version).toBe(1);
});

test("staff PINs and the catalogue reach the device, disabled staff do not", async () => {
  const staff = { displayName: "Cô Thử", passwordVerifier: "x", createdAt: 1 };
  const [active, left] = [v7(), v7()];
  await hub.store.query
    .insertInto("staff")
    .values([
      { ...staff, id: active, username: "a", pinVerifier: "scrypt$1", disabledAt: null },
      { ...staff, id: left, username: "b", pinVerifier: "scrypt$2", disabledAt: 5 },
      { ...staff, id: v7(), username: "c", pinVerifier: null, disabledAt: null },
    ])
    .execute();
  const hash = "a".repeat(64);
  const text = { vi: "Đếm", en: "Count" };
  const game = {
    id: "count-animals",
    version: "1.0.0",
    title: text,
    house: "math",
    domains: ["cognition"],
    goal: text,
    modes: ["quiz"],
    levels: [{ id: "l1", ageBand: "4-5", title: text, modes: ["quiz"] }],
    prompts: {},
    icon: "icon.svg",
    files: {},
    hash,
  };
  await writeFile(join(hub.folder, "catalogue.json"), JSON.stringify({ games: [game], hash }));
  await hub.core.devices.change(actor, device.deviceId, { emblem: "cat" });
  await hub.core.desired.settled();
  const config = hub.core.desired.document(device.deviceId, "config");
  expect(config?.body.pins).toEqual([{ staffId: active, verifier: "scrypt$1" }]);
  expect(config?.body.emblem).toBe("cat");
  const content = hub.core.desired.document(device.deviceId, "content");
  expect(content?.body).toEqual({
    catalogueHash: hash,
    games: [{ id: "count-animals", version: "1.0.0", hash }],
    voices: null,
  });
});

/** What a device is sent that comes with these versions. */
async function sentTo(have: HeldVersions): Promise<[string, number][]> {
  const sent: Desired[] = [];
  const found = hub.core.devices.find(device.deviceId);
  if (found === undefined) throw new Error("no device");
  const link = { deviceCommand() {}, roomCommand() {}, close() {} };
  const hello = { kiosk: "0.1.0", have };
  hub.core.screens.open(found, hello, { ...link, document: (document) => sent.push(document) });
  await hub.core.desired.settled();
  return sent.map(({ doc, version }) => [doc, version]);
}

test("a device that holds more than the hub knows of is outbid", async () => {
  expect(await sentTo({ plan: 41, config: 1, content: 0 })).toEqual([["plan", 42]]);
  expect(plan()?.version).toBe(42);
});

test("a device that claims the highest version there is does not move the hub's count", async () => {
  expect(await sentTo({ plan: 1e9, config: 1, content: 0 })).toEqual([]);
  expect(plan()?.version).toBe(1);
  expect(logged.join("")).toContain("cannot be outbid");
});

test("a device that leaves its room keeps no slots of it", async () => {
  await publishSlot("2026-11-24");
  await hub.core.devices.change(actor, device.deviceId, { roomId: null });
  await hub.core.desired.settled();
  expect(plan()?.body.timetable).toMatchObject({
    slots: [],
    dated: { classIds: [], lessonIds: [], days: {} },
  });
});

test("equal values have one text whatever the order of their keys", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe(`{"a":"x","b":[{"c":null,"d":1}]}`);
});

test("when documents cannot be built the log says why", async () => {
  hub.store.sqlite.exec(`
    CREATE TRIGGER refuse BEFORE UPDATE ON desired BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`);
  await publishSlot("2026-11-23");
  expect(logged.join("")).toContain("refused by the test");
});

test("a plan that grew too large after its publication is in the audit log, once; devices keep the one before", async () => {
  await publishSlot("2026-11-23");
  const version = plan()?.version;
  const closures = Array.from({ length: 3000 }, () => ({
    id: v7(),
    fromDate: "2026-12-01",
    untilDate: "2026-12-01",
    reason: "x".repeat(100),
  }));
  for (let from = 0; from < closures.length; from += 500)
    await hub.store.query
      .insertInto("closure")
      .values(closures.slice(from, from + 500))
      .execute();
  for (let time = 1; time <= 2; time++) {
    hub.events.publish({ type: "timetableChanged", room: null });
    await hub.core.desired.settled();
  }
  expect(plan()?.version).toBe(version);
  const told = hub.store.query.selectFrom("audit").where("action", "=", "timetable.planTooLarge");
  expect(await told.select(["actor", "subject"]).execute()).toEqual([
    { actor: "hub", subject: expect.any(String) },
  ]);
});
