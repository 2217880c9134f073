// Tests migrations on databases as older versions left them: made by their own migrations, filled as they filled them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomId } from "../../protocol/ids.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { type Closure, type Slot, timetable } from "../../protocol/timetable/timetable.ts";
import { defaultRoles } from "../accounts/defaultRoles.ts";
import { buildPlan } from "../desired/buildPlan.ts";
import { readPlanRows } from "../desired/planRows.ts";
import { openStore, type Store } from "./store.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-migration-"));
  file = join(folder, "hub.db");
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** A row of a schema that no type knows any more. */
function insert({ sqlite }: Store, table: string, row: Record<string, string | number | null>): void {
  const columns = Object.keys(row).map((column) => `"${column}"`);
  const places = columns.map(() => "?").join(", ");
  sqlite
    .prepare(`INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${places})`)
    .run(...Object.values(row));
}

test("an older school's principal and IT officer may manage the staff, and nobody's own roles change", async () => {
  const before = await openStore(file, "0001firstSchema");
  const roles: [string, string[]][] = [
    ["principal", ["audit.view"]],
    ["itOfficer", ["staff.manage"]],
    ["own", ["rooms.view"]],
  ];
  for (const [code, permissions] of roles)
    insert(before, "role", { code, name: code, permissions: JSON.stringify(permissions) });
  await before.close();
  const after = await openStore(file, "0004presence");
  const rows = await after.query.selectFrom("role").orderBy("code").selectAll().execute();
  await after.close();
  expect(rows.map(({ code, permissions }) => [code, JSON.parse(permissions)])).toEqual([
    ["itOfficer", ["staff.manage"]],
    ["own", ["rooms.view"]],
    ["principal", ["audit.view", "staff.manage"]],
  ]);
});

const [room, schoolClass, lesson] = [v7(), v7(), v7()];
const zone = "Asia/Ho_Chi_Minh";
const weeklySlot = (more: Partial<Slot> & { weekday: number }) => ({
  id: v7(),
  roomId: room,
  classId: schoolClass,
  lessonId: lesson,
  startMinute: 480,
  endMinute: 510,
  fromDate: null,
  untilDate: null,
  ...more,
});
const tet: Closure = { fromDate: "2027-02-04", untilDate: "2027-02-12", reason: "Tết Nguyên đán" };

/** Made in spring, and found by this version at `updatedAt`. */
async function oldSchool(slots: ReturnType<typeof weeklySlot>[], updatedAt: string): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(updatedAt) });
  const before = await openStore(file, "0004presence");
  insert(before, "school", {
    id: v7(),
    name: "Trường Thử",
    zone,
    createdAt: Date.parse("2026-03-02T03:00:00Z"),
  });
  insert(before, "room", { id: room, name: "Phòng Kidsmart", kind: "kidsmart", position: 0 });
  insert(before, "schoolClass", {
    id: schoolClass,
    name: "Lớp Thỏ",
    emblem: "rabbit",
    ageBand: "4-5",
    position: 0,
  });
  insert(before, "lesson", {
    id: lesson,
    title: "Đếm",
    goal: "",
    ageBand: "4-5",
    minutes: 20,
    games: JSON.stringify([{ gameId: "count-animals", level: "pond", mode: "quiz" }]),
  });
  insert(before, "closure", { id: v7(), ...tet });
  for (const slot of slots) insert(before, "slot", slot as Record<string, string | number | null>);
  for (const code of ["teacher", "vicePrincipalEducation", "own"])
    insert(before, "role", { code, name: code, permissions: '["rooms.view"]' });
  insert(before, "roomLesson", {
    roomId: room,
    sessionId: v7(),
    slotId: null,
    classId: schoolClass,
    lessonId: lesson,
    startAt: 1,
    endAt: 2,
    endedAt: null,
  });
  await before.close();
}

test("the sessions of an older school's weekly slots are the same after the move to days", async () => {
  const slots = [
    weeklySlot({ weekday: 1 }),
    weeklySlot({ weekday: 3, startMinute: 870, endMinute: 900 }),
    weeklySlot({ weekday: 5, fromDate: "2026-12-01", untilDate: "2027-01-31" }),
    // What the sample school made for one day.
    weeklySlot({
      weekday: 7,
      startMinute: 600,
      endMinute: 645,
      fromDate: "2026-11-29",
      untilDate: "2026-11-29",
    }),
  ];
  await oldSchool(slots, "2026-11-23T03:00:00Z");
  const from = Date.parse("2026-11-23T00:00:00+07:00");
  const until = Date.parse("2027-05-31T00:00:00+07:00");
  const weekly = timetable.parse({ zone, slots, closures: [tet] });
  const expected = resolveSlots(weekly, from, until);
  expect(expected.length).toBeGreaterThan(50);

  const store = await openStore(file);
  const plan = buildPlan(await readPlanRows(store.query, from), room as RoomId);
  if (!plan.ok) throw new Error(plan.detail);
  const times = (sessions: ReturnType<typeof resolveSlots>) =>
    sessions.map(({ startAt, endAt, classId, lessonId }) => ({ startAt, endAt, classId, lessonId }));
  expect(times(resolveSlots(plan.value.timetable, from, until))).toEqual(times(expected));
  // The draft begins as what is published: nobody finds changes they did not make.
  const draft = await store.query.selectFrom("slot").select("id").orderBy("id").execute();
  const published = await store.query.selectFrom("publishedSlot").select("id").orderBy("id").execute();
  expect(draft).toEqual(published);
  const years = await store.query.selectFrom("schoolYear").select(["name", "fromDate"]).execute();
  expect(years).toEqual([{ name: "2026–2027", fromDate: "2026-09-07" }]);
  await store.close();
});

test.each([
  [
    "in spring, keeps its slots to the end of that school year",
    "2026-03-02",
    "2025–2026",
    "2025-09-02",
    "2026-05-26",
  ],
  [
    "in summer, goes on in the summer and through the coming year",
    "2026-07-01",
    "2026–2027",
    "2026-06-16",
    "2027-05-25",
  ],
])("a school that is updated %s", async (_, updatedAt, name, firstDay, lastDay) => {
  await oldSchool([weeklySlot({ weekday: 2 })], `${updatedAt}T03:00:00Z`);
  const store = await openStore(file);
  const years = await store.query.selectFrom("schoolYear").select("name").execute();
  expect(years).toEqual([{ name }]);
  const dates = await store.query.selectFrom("publishedSlot").select("date").orderBy("date").execute();
  expect([dates.at(0)?.date, dates.at(-1)?.date]).toEqual([firstDay, lastDay]);
  await store.close();
});

test("default roles get the new permissions, own roles none; classes and lessons get the new columns", async () => {
  await oldSchool([], "2026-11-23T03:00:00Z");
  const store = await openStore(file, "0005schoolYears");
  const roles = await store.query.selectFrom("role").orderBy("code").selectAll().execute();
  const held = Object.fromEntries(roles.map(({ code, permissions }) => [code, JSON.parse(permissions)]));
  expect(held["own"]).toEqual(["rooms.view"]);
  expect(held["teacher"]).toEqual(["rooms.view", "notices.edit"]);
  expect(held["vicePrincipalEducation"]).toContain("timetable.publish");
  expect(await store.query.selectFrom("schoolClass").selectAll().execute()).toMatchObject([
    { homeRoomId: null, children: null, archivedAt: null },
  ]);
  expect(await store.query.selectFrom("lesson").selectAll().execute()).toMatchObject([
    { domains: '["cognition"]', archivedAt: null },
  ]);
  await store.close();
});

test("a hub that never had a school is migrated too, and migrated once", async () => {
  const before = await openStore(file, "0004presence");
  await before.close();
  for (let start = 0; start < 2; start++) {
    const store = await openStore(file);
    expect(await store.query.selectFrom("schoolYear").selectAll().execute()).toEqual([]);
    await store.close();
  }
});

test("default roles may record and approve voices as in a new school, own roles not", async () => {
  await oldSchool([], "2026-11-23T03:00:00Z");
  const store = await openStore(file);
  const roles = await store.query.selectFrom("role").orderBy("code").selectAll().execute();
  const held = Object.fromEntries(roles.map(({ code, permissions }) => [code, JSON.parse(permissions)]));
  const ofVoices = (code: string) => held[code].filter((each: string) => each.startsWith("voices."));
  expect(held["own"]).toEqual(["rooms.view"]);
  for (const { code, permissions } of defaultRoles)
    if (held[code] !== undefined)
      expect([code, ofVoices(code)]).toEqual([
        code,
        permissions.filter((each) => each.startsWith("voices.")),
      ]);
  expect(ofVoices("teacher")).toEqual(["voices.view", "voices.record"]);
  await store.close();
});

test("default roles report, see, repair and accept broken things as in a new school, own roles not", async () => {
  await oldSchool([], "2026-11-23T03:00:00Z");
  const store = await openStore(file);
  const roles = await store.query.selectFrom("role").orderBy("code").selectAll().execute();
  const ofTickets = (permissions: readonly string[]) =>
    permissions.filter((each) => each.startsWith("tickets.")).sort();
  for (const { code, permissions } of roles) {
    const asNew = defaultRoles.find((role) => role.code === code)?.permissions ?? [];
    expect([code, ofTickets(JSON.parse(permissions))]).toEqual([code, ofTickets(asNew)]);
  }
  expect(roles.map(({ code }) => code)).toContain("own");
  await store.close();
});

test("a sentence never has two approved recordings", async () => {
  const store = await openStore(file);
  const take = (locale: string, state: string) =>
    store.query
      .insertInto("voiceRecording")
      .values({
        id: v7(),
        locale,
        text: "Giỏi lắm!",
        gameId: "station",
        promptKey: "goodbye",
        sha256: "0".repeat(64),
        bytes: 1,
        durationMs: 1,
        state,
        recordedBy: "Cô Thử",
        recordedById: null,
        recordedAt: 1,
        judgedBy: null,
        judgedAt: null,
        reason: null,
      })
      .execute();
  await take("vi", "approved");
  await take("vi", "waiting");
  await take("vi", "replaced");
  await take("en", "approved");
  await expect(take("vi", "approved")).rejects.toThrow(/UNIQUE/);
  await store.close();
});

test("commands of an older hub were sent when they were given, and no device may be pictured", async () => {
  const before = await openStore(file, "0007gameUse");
  insert(before, "device", {
    ...{
      id: "d",
      name: "Trạm 1",
      kind: "station",
      roomId: null,
      stationNumber: 1,
      emblem: "fox",
      via: "agent",
    },
    ...{ secretHash: "00", allowReboot: 1, enrolledAt: 1, revokedAt: null, reachability: "lost" },
  });
  insert(before, "command", {
    ...{ id: "c", deviceId: "d", name: "identify", body: "{}", issuedBy: "hub", issuedAt: 70, expiresAt: 99 },
    ...{ state: "done", detail: "", finishedAt: 80 },
  });
  await before.close();
  const after = await openStore(file);
  expect(await after.query.selectFrom("command").selectAll().execute()).toMatchObject([
    { sentAt: 70, scheduleId: null, fileKind: null, insisted: 0, state: "done" },
  ]);
  expect(await after.query.selectFrom("device").select("allowScreenshot").execute()).toEqual([
    { allowScreenshot: 0 },
  ]);
  await after.close();
});

test("a migration that breaks in the middle leaves nothing behind, and the next start finishes it", async () => {
  const before = await openStore(file, "0011commandQueue");
  // One that a later migration makes last: its first tables stand by then.
  before.sqlite.exec('CREATE TABLE "usageSession" (id TEXT)');
  await before.close();
  await expect(openStore(file)).rejects.toThrow("usageSession");
  const between = new DatabaseSync(file);
  expect(between.prepare("SELECT name FROM sqlite_master WHERE name = 'healthHour'").all()).toEqual([]);
  between.exec('DROP TABLE "usageSession"');
  between.close();
  const after = await openStore(file);
  expect(await after.query.selectFrom("usageSession").selectAll().execute()).toEqual([]);
  await after.close();
});
