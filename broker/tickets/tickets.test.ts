// Tests tickets of alerts, reports that were there before the hub started, a school's own flow, and files that were lost.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceId, RoomId, StaffId } from "../../protocol/ids.ts";
import type { Permission } from "../api/permissions.ts";
import type { TicketId, TicketPhotoId } from "../api/tickets.ts";
import { makeAudit } from "../audit/audit.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import type { Device } from "../hubServices.ts";
import { writeSetting } from "../school/settings.ts";
import { openStore, type Store } from "../store/store.ts";
import { defaultFlow } from "./defaultFlow.ts";
import { tinyJpeg } from "./photoFixture.ts";
import { type SnapshotDependencies, takeSnapshot } from "./takeSnapshot.ts";
import { openTickets, type Tickets } from "./tickets.ts";
import { readViewer, type Viewer } from "./viewers.ts";

const roomId = v7() as RoomId;
const staffId = v7() as StaffId;
const officer = { staffId, name: "Vũ Đức Khôi" };
const device: Device = {
  id: v7() as DeviceId,
  name: "Trạm 4",
  kind: "station",
  roomId,
  stationNumber: 4,
  emblem: "elephant",
  via: "agent",
  allowReboot: false,
  allowScreenshot: false,
  enrolledAt: 0,
  revokedAt: null,
};
const history: SnapshotDependencies["history"] = {
  health: async (_, from, to) => ({
    stepMs: 60_000,
    at: [from, to - 1],
    cpuPercent: [10, 90],
    memoryPercent: [40, 41],
    diskFreeMiB: [null, null],
    temperatureC: [60, 88],
  }),
  events: async (_, before = 0) => [
    { type: "fault", at: before - 5, body: { kind: "other", detail: "treo" } },
  ],
};
let folder: string;
let store: Store;
let tickets: Tickets;
let viewer: Viewer;
let now: number;

async function start(): Promise<void> {
  const { query } = store;
  const clock = { now: () => now };
  tickets = await openTickets({
    query,
    events: makeHubEvents((error) => {
      throw error;
    }),
    audit: makeAudit({ query, clock }),
    clock,
    log: pino({ level: "silent" }),
    devices: { find: (id) => (id === device.id ? device : undefined) },
    history,
    folder,
    alert: async (id) =>
      id === "hot"
        ? { deviceId: device.id, roomId: null, part: "other" as const, text: "Trạm 4 nóng 92 °C" }
        : undefined,
  });
  await tickets.settled();
}

beforeAll(async () => {
  store = await openStore(":memory:");
});
afterAll(() => store.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-tickets-"));
  now = Date.parse("2026-11-23T02:00:00Z");
  await store.query
    .insertInto("room")
    .values({ id: roomId, name: "Phòng Kidsmart", kind: "kidsmart", position: 1 })
    .execute();
  const permissions = new Set<Permission>(["tickets.report", "tickets.view", "tickets.work"]);
  viewer = await readViewer(store.query, { staffId, permissions });
  await start();
});
afterEach(async () => {
  await tickets.close();
  for (const table of [
    "ticket",
    "ticketEvent",
    "ticketReport",
    "ticketPhoto",
    "ticketAlert",
    "session",
    "schoolClass",
    "record",
    "setting",
    "staffRole",
    "staff",
    "role",
    "room",
  ] as const)
    await store.query.deleteFrom(table).execute();
  await rm(folder, { recursive: true, force: true });
});

const rows = () => store.query.selectFrom("ticket").selectAll().execute();
const eventKinds = async () =>
  (await store.query.selectFrom("ticketEvent").orderBy("id").select(["kind", "text"]).execute()).map(
    ({ kind, text }) => [kind, text],
  );
async function opened(order: Parameters<Tickets["open"]>[1]) {
  const outcome = await tickets.open(officer, order);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.value;
}

test("an alert becomes a ticket of its device with what was known, once, and says on it that it is over", async () => {
  const first = await opened({ alertId: "hot", part: "other" });
  const again = await opened({ alertId: "hot", part: "other" });
  expect(again).toMatchObject({ ticketId: first.ticketId, fresh: false });
  const [ticket] = await rows();
  expect(ticket).toMatchObject({ deviceId: device.id, roomId, source: "alert", reports: 1 });
  expect(JSON.parse(ticket?.snapshot ?? "")).toMatchObject({
    device: { name: "Trạm 4", stationNumber: 4 },
    health: { temperatureC: [60, 88] },
    events: [{ type: "fault" }],
  });
  await tickets.note("hot", "Cảnh báo đã tự hết");
  await tickets.note("cold", "Không của phiếu nào");
  expect(await eventKinds()).toEqual([
    ["opened", "Trạm 4 nóng 92 °C"],
    ["alert", "Cảnh báo đã tự hết"],
  ]);
});

test.each([
  ["as the station said", "led", 7 * 3_600_000, "led"],
  ["that ran in the room then", null, 600_000, "led"],
  ["that had ended a few minutes before", null, 35 * 60_000, "led"],
  ["but none that ended long before", null, 50 * 60_000, null],
])("a station's report belongs to the session %s", async (_, said, afterMs, expected) => {
  const classId = v7();
  const openedAt = now;
  await store.query
    .insertInto("schoolClass")
    .values({
      id: classId,
      name: "Lớp Voi Con",
      emblem: "elephant",
      ageBand: "5-6",
      position: 1,
      homeRoomId: null,
      children: null,
      archivedAt: null,
    })
    .execute();
  const sessionId = "slot:led";
  await store.query
    .insertInto("session")
    .values({
      id: sessionId,
      roomId,
      classId,
      lessonId: "l1",
      slotId: null,
      source: "teacher",
      openedAt,
      closedAt: openedAt + 30 * 60_000,
      headcount: null,
      countedAt: 0,
      playedMs: null,
      lessonAt: openedAt,
    })
    .execute();
  const { classId: found, snapshot } = await takeSnapshot(
    { query: store.query, history },
    {
      device,
      roomId,
      sessionId: said === null ? null : sessionId,
      fallbackClassId: null,
      at: openedAt + afterMs,
    },
  );
  expect(found).toBe(expected === null ? null : classId);
  expect(snapshot.class?.name ?? null).toBe(expected === null ? null : "Lớp Voi Con");
  expect(snapshot.session === null).toBe(expected === null);
});

test("an alert that nobody knows opens nothing by itself", async () => {
  expect(await tickets.open(officer, { alertId: "gone", part: "other" })).toMatchObject({ code: "NOWHERE" });
  expect(await rows()).toEqual([]);
});

test("a report that was stored when the hub was killed is a ticket after its next start, at its own time", async () => {
  await tickets.close();
  const at = now - 86_400_000;
  const record = (part: string, id = v7()) => ({
    id,
    stream: "00000000000000s1",
    seq: Number.parseInt(id.slice(-6), 16),
    deviceId: device.id,
    type: "report",
    at,
    correctedAt: at,
    mono: 1,
    boot: "00000000000000b1",
    receivedAt: now,
    body: JSON.stringify({ part, note: "", staffId: null, sessionId: null }),
  });
  await store.query
    .insertInto("record")
    .values([record("mouse"), record("mouse"), { ...record("sound"), body: "{" }])
    .execute();
  await start();
  expect((await rows()).map(({ part, reports, openedAt }) => [part, reports, openedAt])).toEqual([
    ["mouse", 2, at],
  ]);
  await tickets.close();
  await start();
  expect((await rows()).map(({ reports }) => reports)).toEqual([2]);
});

test("a school's own flow counts, and one that was damaged gives way to the usual one", async () => {
  const states = [
    ...defaultFlow.states,
    { ...defaultFlow.states[1], code: "atShop", name: { vi: "Ở tiệm", en: "At the shop" } },
  ];
  const [take, ...others] = defaultFlow.steps;
  if (take === undefined) throw new Error("no step");
  const flow = {
    ...defaultFlow,
    states,
    steps: [{ ...take, to: "atShop" }, ...others],
  } as typeof defaultFlow;
  await writeSetting(store.query, "ticketFlow", flow);
  const { ticketId } = await opened({ roomId, thing: "Loa", part: "other" });
  const taken = await tickets.step(officer, viewer, ticketId, { code: "take", revision: 1, text: "" });
  expect(taken).toMatchObject({ ok: true, value: { state: "atShop" } });
  await store.query.updateTable("setting").set({ value: "{" }).where("name", "=", "ticketFlow").execute();
  expect(await tickets.flow()).toEqual(defaultFlow);
  // Lost with its flow, but not lost: it is seen, and what does not move it still works.
  expect(await tickets.comment(officer, viewer, ticketId, "Ở tiệm nào?")).toMatchObject({ ok: true });
});

test("a photo's file that was changed is not shown, one that no ticket knows is cleared away at the start", async () => {
  const { ticketId } = await opened({ roomId, thing: "Loa", part: "other", photo: tinyJpeg() });
  const photo = await store.query.selectFrom("ticketPhoto").selectAll().executeTakeFirstOrThrow();
  const id = photo.id as TicketPhotoId;
  expect(await tickets.photo(viewer, ticketId, id)).toMatchObject({ type: "image/jpeg" });
  const name = (await readdir(join(folder, "ticketPhotos")))[0] ?? "";
  await writeFile(join(folder, "ticketPhotos", name), tinyJpeg(9));
  expect(await tickets.photo(viewer, ticketId, id)).toBeNull();
  await writeFile(join(folder, "ticketPhotos", `${"0".repeat(64)}.photo`), "x");
  await tickets.close();
  await start();
  expect(await readdir(join(folder, "ticketPhotos"))).toEqual([name]);
});

test("a ticket takes six photos and no more", async () => {
  const { ticketId } = await opened({ roomId, thing: "Loa", part: "other", photo: tinyJpeg(1) });
  for (let count = 2; count <= 6; count++)
    expect((await tickets.addPhoto(officer, viewer, ticketId, tinyJpeg(count))).ok).toBe(true);
  expect(await tickets.addPhoto(officer, viewer, ticketId, tinyJpeg(7))).toMatchObject({
    code: "TOO_MANY_PHOTOS",
  });
});

test("work is given to somebody who may repair, and to nobody else", async () => {
  const { ticketId } = await opened({ roomId, thing: "Loa", part: "other" });
  const give = (to: string | null, revision: number) =>
    tickets.assign(officer, viewer, ticketId as TicketId, { staffId: to, revision });
  expect(await give(staffId, 1)).toMatchObject({ code: "NO_SUCH_WORKER" });
  await store.query
    .insertInto("role")
    .values({ code: "fixer", name: "Người sửa", permissions: '["tickets.work"]' })
    .execute();
  await store.query
    .insertInto("staff")
    .values({
      id: staffId,
      username: "cntt",
      displayName: "Vũ Đức Khôi",
      passwordVerifier: "",
      pinVerifier: null,
      createdAt: 0,
      disabledAt: null,
    })
    .execute();
  await store.query.insertInto("staffRole").values({ staffId, roleCode: "fixer" }).execute();
  expect(await give(staffId, 1)).toMatchObject({ ok: true, value: { assignee: "Vũ Đức Khôi" } });
  expect(await give(null, 1)).toMatchObject({ code: "CHANGED" });
  expect(await give(null, 2)).toMatchObject({ ok: true, value: { assignee: null } });
});

test("one device never has two open tickets of a part, whatever the code above does", async () => {
  await opened({ deviceId: device.id, part: "mouse" });
  const [ticket] = await rows();
  if (ticket === undefined) throw new Error("no ticket");
  await expect(
    store.query
      .insertInto("ticket")
      .values({ ...ticket, id: v7(), number: 99 })
      .execute(),
  ).rejects.toThrow(/UNIQUE/);
});
