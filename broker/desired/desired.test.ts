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

let hub: TestHub;
let device: Identity;
const classId = v7();
const lessonId = v7();
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  hub = await startTestHub({ log: pino({ level: "warn" }, { write: (line) => logged.push(line) }) });
  const { query } = hub.store;
  await query
    .insertInto("schoolClass")
    .values({ id: classId, name: "Lớp Thỏ Trắng", emblem: "rabbit", ageBand: "4-5", position: 1 })
    .execute();
  const games = JSON.stringify([{ gameId: "count-animals", level: "l1", mode: "quiz" }]);
  await query
    .insertInto("lesson")
    .values({ id: lessonId, title: "Đếm", goal: "Đếm đến 5", ageBand: "4-5", minutes: 20, games })
    .execute();
  await query
    .insertInto("lesson")
    .values({ id: v7(), title: "Chưa có trò", goal: "", ageBand: "4-5", minutes: 20, games: "[]" })
    .execute();
  device = await hub.enrol();
});
afterEach(async () => {
  await hub.close();
});

const plan = () => hub.core.desired.document(device.deviceId, "plan");
async function addSlot(weekday: number): Promise<void> {
  await hub.store.query
    .insertInto("slot")
    .values({
      id: v7(),
      roomId: hub.room,
      classId,
      lessonId,
      weekday,
      startMinute: 480,
      endMinute: 500,
      fromDate: null,
      untilDate: null,
    })
    .execute();
  hub.events.publish({ type: "timetableChanged", room: hub.room });
  await hub.core.desired.settled();
}

test("the plan holds the room's slots, classes and those lessons that have games", async () => {
  await addSlot(1);
  expect(plan()).toMatchObject({
    version: 2,
    body: {
      roomName: "Phòng Kidsmart",
      timetable: { zone: "Asia/Ho_Chi_Minh", slots: [{ weekday: 1, classId }] },
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
  await addSlot(2);
  await hub.core.devices.change(actor, device.deviceId, { roomId: null });
  await hub.core.desired.settled();
  expect(plan()?.body.timetable.slots).toEqual([]);
});

test("equal values have one text whatever the order of their keys", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe(`{"a":"x","b":[{"c":null,"d":1}]}`);
});

test("when documents cannot be built the log says why", async () => {
  hub.store.sqlite.exec(`
    CREATE TRIGGER refuse BEFORE UPDATE ON desired BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`);
  await addSlot(1);
  expect(logged.join("")).toContain("refused by the test");
});
