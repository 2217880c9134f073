// Tests that spans of use are summed as their rows say, and that no workbook is begun which memory could not hold.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoomId } from "../../protocol/ids.ts";
import { openStore, type Store } from "../store/store.ts";
import { makeUsageReports, mostWorkbookDays, type UsageReports } from "./usageReports.ts";

const minute = 60_000;
const span = { from: "2026-11-01", until: "2026-11-30" };
let folder: string;
let store: Store;
let reports: UsageReports;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-usage-"));
  store = await openStore(join(folder, "hub.db"));
  reports = makeUsageReports({ query: store.query, school: { name: "Thử", zone: "Asia/Ho_Chi_Minh" } });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function addUse(): Promise<void> {
  const { query } = store;
  const room = (id: string, position: number) => ({ id, name: `Phòng ${id}`, kind: "lab", position });
  await query
    .insertInto("room")
    .values([room("A", 1), room("B", 2)])
    .execute();
  const device = (id: string, stationNumber: number) => ({
    ...{
      id,
      name: id,
      kind: "station",
      roomId: "A",
      stationNumber,
      emblem: "",
      secretHash: "",
      via: "agent",
    },
    ...{ allowReboot: 0, allowScreenshot: 0, enrolledAt: 0, reachability: "online" },
  });
  await query
    .insertInto("device")
    .values([device("two", 2), device("one", 1), device("unused", 3)])
    .execute();
  const day = (date: string, deviceId: string, roomId: string, onMinutes: number) => ({
    ...{
      date,
      deviceId,
      roomId,
      firstAt: onMinutes > 0 ? 1 : null,
      lastAt: null,
      onMinutes,
      lessonMinutes: 5,
    },
    ...{ onSlots0: 0, onSlots8: 0, onSlots16: 0, powerLosses: 1, runs: 2, playedMs: 3 * minute },
  });
  await query
    .insertInto("usageDay")
    .values([
      ...[day("2026-10-31", "one", "A", 99), day("2026-11-02", "one", "A", 10)],
      ...[day("2026-11-03", "one", "B", 20), day("2026-11-02", "two", "A", 0)],
    ])
    .execute();
  const lesson = (date: string, deviceId: string, sessionId: string, playedMs: number) => ({
    ...{ date, deviceId, sessionId, roomId: "A", classId: "c", openedAt: 0, lastAt: 7 * minute },
    ...{ closedAt: null, playedMs, runs: 1, gameMs: 0 },
  });
  await query
    .insertInto("usageSession")
    .values([
      ...[lesson("2026-11-02", "one", "s1", 0), lesson("2026-11-02", "two", "s1", 9 * minute)],
      ...[lesson("2026-11-02", "two", "s2", 0), lesson("2026-11-02", "two", "", 0)],
      { ...lesson("2026-11-02", "one", "", 0), classId: "" },
    ])
    .execute();
}

test("days, devices and classes of a span are the sums of their rows, each lesson once", async () => {
  await addUse();
  const { days, devices, classDays } = await reports.span(span);
  const amounts = { lessonMinutes: 10, playMinutes: 6, runs: 4, powerLosses: 2 };
  expect(days).toMatchObject([
    { date: "2026-11-02", devicesOn: 1, onMinutes: 10, sessions: 2, ...amounts },
    { date: "2026-11-03", devicesOn: 1, onMinutes: 20, sessions: 0, runs: 2 },
  ]);
  // The room of its last day.
  expect(devices).toMatchObject([
    { deviceId: "two", roomName: "Phòng A", daysOn: 0, onMinutes: 0, sessions: 2 },
    { deviceId: "one", roomName: "Phòng B", daysOn: 2, onMinutes: 30, sessions: 1, ...amounts },
  ]);
  expect(classDays).toMatchObject([
    { date: "2026-11-02", classId: "c", sessions: 2, devices: 2, minutes: 16, runs: 4 },
  ]);
  expect((await reports.day("2026-11-02")).classes).toMatchObject([
    { classId: "c", sessions: 2, minutes: 16 },
  ]);
  expect((await reports.span({ ...span, roomId: "B" as RoomId })).devices).toMatchObject([
    { deviceId: "one", daysOn: 1 },
  ]);
});

test("a workbook of more days of devices than memory holds is refused, one of a room in it is not", async () => {
  await addUse();
  store.sqlite.exec(`
    WITH RECURSIVE device(number) AS (
      SELECT 1 UNION ALL SELECT number + 1 FROM device WHERE number < ${mostWorkbookDays})
    INSERT INTO "usageDay" SELECT '2026-11-05', 'd' || number, 'C', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM device`);
  expect(await reports.workbook(span)).toMatchObject({ ok: false, code: "SPAN_TOO_LARGE" });
  expect(await reports.workbook({ ...span, roomId: "A" as RoomId })).toMatchObject({ ok: true });
});
