// Tests the pages of use and of a device's years over HTTP: what a real hub answers, to whom.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceId, RoomId, StreamId } from "../../protocol/ids.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { healthHistory } from "../api/history.ts";
import { hubDisk } from "../api/hubDisk.ts";
import { usageDay, usageExportPath, usageSpan } from "../api/usage.ts";
import { boot, newStream } from "../hubFixture.ts";
import { knowsNothing } from "../ingest/correctTimes.ts";
import { makeGroupWriter } from "../ingest/groupWriter.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

const minute = 60_000;
const morning = Date.parse("2026-11-23T07:30:00+07:00");
const sessionId = `${v7()}.20261123`;
let served: ServedHub;
let officer: Client & { readonly cookie: string };
let deviceId: string;
let classId: string;
let roomId: RoomId;
let stream: StreamId;

const sample = (seq: number, at: number): DeviceRecord => ({
  ...{ seq, at, mono: seq * minute, boot },
  type: "health",
  body: {
    ...{ cpuPercent: 20, memoryPercent: 40, diskFreeMiB: 5000, temperatureC: 50 },
    ...{ receivedKiB: 2, sentKiB: 1, kiosk: seq > 20 && seq <= 45 ? "game" : "waiting" },
  },
});
const session = (seq: number, at: number, event: string) =>
  ({
    ...{ seq, at, mono: seq * minute, boot, id: v7(), type: "session" },
    body: {
      ...{ sessionId, event, source: "timetable", slotId: null, classId, lessonId: v7(), staffId: null },
      ...{ seats: null, playedMs: 20 * minute, headcount: null, startAt: at, endAt: at + 30 * minute },
    },
  }) as unknown as DeviceRecord;

function send(records: readonly DeviceRecord[], after: number): void {
  const payload = Buffer.from(JSON.stringify(foldBatch(stream, after, records)));
  const sender = { device: deviceId as DeviceId, room: roomId, clock: knowsNothing, topic: "up" };
  const { done } = makeGroupWriter(served.hub.store.sqlite).write([
    { kind: "batch", ...sender, receivedAt: Date.parse("2026-12-20T00:00:00Z"), payload },
  ]);
  expect(done[0]).toMatchObject({ stored: true, quarantined: false });
}

beforeAll(async () => {
  served = await startServedHub(Date.parse("2026-12-20T00:00:00Z"));
  officer = await served.as("itOfficer");
  ({ deviceId } = await served.enrolScreen());
  stream = newStream();
  const { query } = served.hub.store;
  await query
    .updateTable("device")
    .set({ enrolledAt: morning - 86_400_000 })
    .execute();
  ({ id: classId } = await query.selectFrom("schoolClass").select("id").executeTakeFirstOrThrow());
  ({ roomId } = (await query
    .selectFrom("device")
    .where("id", "=", deviceId)
    .select("roomId")
    .executeTakeFirstOrThrow()) as { roomId: RoomId });
  // Weeks late: the device was away.
  send(
    [
      ...Array.from({ length: 60 }, (_, index) => sample(index + 1, morning + index * minute)),
      session(61, morning + 20 * minute, "opened"),
      session(62, morning + 45 * minute, "closed"),
    ],
    0,
  );
});
afterAll(() => served.close());

test("a day of a device that was away shows when it was on and in which lesson, in its room", async () => {
  const day = usageDay.parse(await (await officer("usageDay", { query: { date: "2026-11-23" } })).json());
  const room = day.rooms.find((each) => each.roomId === roomId);
  const device = room?.devices.find((each) => each.deviceId === deviceId);
  expect(device).toMatchObject({
    ...{ firstAt: morning, lastAt: morning + 59 * minute, onMinutes: 60, lessonMinutes: 25, sessions: 1 },
    on: [{ fromMinute: 450, untilMinute: 510 }],
    lessons: [{ classId, fromAt: morning + 20 * minute, untilAt: morning + 45 * minute, open: false }],
  });
  expect(day.classes).toMatchObject([{ classId, sessions: 1, devices: 1, minutes: 20 }]);
});

test("a day on which nothing was on shows the devices that stood there", async () => {
  const day = usageDay.parse(await (await officer("usageDay", { query: { date: "2026-11-24" } })).json());
  const devices = day.rooms.flatMap((room) => room.devices);
  expect(devices.map((device) => device.deviceId)).toContain(deviceId);
  expect(devices.every((device) => device.firstAt === null && device.on.length === 0)).toBe(true);
});

test("a span sums by day, device and class; a room that is not its own shows nothing of it", async () => {
  const ask = async (more: Record<string, string> = {}) =>
    usageSpan.parse(
      await (
        await officer("usageSpan", { query: { from: "2026-11-01", until: "2026-11-30", ...more } })
      ).json(),
    );
  const all = await ask();
  expect(all.days).toMatchObject([{ date: "2026-11-23", devicesOn: 1, onMinutes: 60, sessions: 1 }]);
  expect(all.devices).toMatchObject([{ deviceId, daysOn: 1, lessonMinutes: 25 }]);
  expect(all.classDays).toMatchObject([{ date: "2026-11-23", classId, minutes: 20 }]);
  expect((await ask({ roomId: v7() })).devices).toEqual([]);
  expect((await ask({ classId: v7() })).classDays).toEqual([]);
});

test("a reversed span is refused in words, and whoever may not see devices sees no use of them", async () => {
  const reversed = await officer("usageSpan", { query: { from: "2026-11-30", until: "2026-11-01" } });
  expect(reversed.status).toBe(400);
  const teacher = await served.withPermissions(["rooms.view"]);
  expect((await teacher("usageDay", { query: { date: "2026-11-23" } })).status).toBe(403);
  const book = (cookie: string) =>
    fetch(`${served.hub.url}${usageExportPath}?from=2026-11-01&until=2026-11-30`, { headers: { cookie } });
  expect((await book(teacher.cookie)).status).toBe(403);
  const file = await book(officer.cookie);
  expect(file.headers.get("content-disposition")).toContain("so-su-dung-2026-11-01");
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("a device's years are one request, and its old page shows a month from its hours", async () => {
  const query = { from: String(morning - 300 * 86_400_000), to: String(morning + 86_400_000) };
  const years = healthHistory.parse(
    await (await officer("deviceHistory", { params: { deviceId }, query })).json(),
  );
  expect(years).toMatchObject({ from: "day", minutes: [60], cpuPercent: { mean: [20] }, receivedKiB: [120] });
  const month = { from: String(morning - 30 * 86_400_000), to: query.to };
  const old = await (await officer("deviceHealth", { params: { deviceId }, query: month })).json();
  expect(old).toMatchObject({ stepMs: 2 * 60 * minute, cpuPercent: [20], temperatureC: [50] });
  expect((await officer("deviceHistory", { params: { deviceId: v7() }, query })).status).toBe(404);
});

test("the space on the hub's disk is told to whoever sees rooms", async () => {
  const teacher = await served.withPermissions(["rooms.view"]);
  const disk = hubDisk.parse(await (await teacher("showHubDisk")).json());
  expect(disk.databaseBytes).toBeGreaterThan(100_000);
  expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes ?? 0);
});
