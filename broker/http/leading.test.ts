// Tests leading a lesson over the API, as the phone page of a teacher does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LeadPage, leadPage, type SessionRow, sessionRow } from "../api/lead.ts";
import { type Client, type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

const nine = Date.parse("2026-11-25T09:05:00+07:00");
let served: ServedHub;
let teacher: Client;
beforeAll(async () => {
  served = await startServedHub(nine);
  teacher = await served.as("teacher");
});
afterAll(() => served.close());

async function kidsmartRoom(): Promise<string> {
  const { id } = await served.hub.store.query
    .selectFrom("room")
    .select("id")
    .where("kind", "=", "kidsmart")
    .executeTakeFirstOrThrow();
  return id;
}
const show = async (roomId: string): Promise<LeadPage> =>
  leadPage.parse(await (await teacher("showLead", { params: { roomId } })).json());
const give = (roomId: string, body: object) => teacher("giveOrder", { params: { roomId }, body });

test("the page proposes class, lesson and children of the slot, and shows the games of the lesson that runs", async () => {
  const roomId = await kidsmartRoom();
  const page = await show(roomId);
  const { current } = page.room;
  expect(page.proposal).toMatchObject({
    classId: current?.classId,
    lessonId: current?.lessonId,
    slotId: current?.slotId,
    headcount: page.classes.find(({ id }) => id === current?.classId)?.children,
  });
  expect(page.games.length).toBeGreaterThan(0);
  expect(page.extendableUntil).toBeGreaterThanOrEqual(current?.endAt ?? 0);
  expect((await teacher("showLead", { params: { roomId: crypto.randomUUID() } })).status).toBe(404);
});

test("orders are refused with a code and a sentence when they fit no lesson, and by permission", async () => {
  const roomId = await kidsmartRoom();
  const { room } = await show(roomId);
  const other = { order: "pause", sessionId: crypto.randomUUID(), stations: null };
  const refused = await give(roomId, other);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: "LESSON_CHANGED",
    message: expect.stringContaining("Hãy xem lại màn hình"),
  });
  const many = { order: "count", sessionId: room.current?.sessionId, headcount: 40, stationsInUse: null };
  const screens = await give(roomId, many);
  // No station is on in this room: nobody takes turns anywhere.
  expect(screens.status).toBe(200);
  const looker = await served.withPermissions(["rooms.view"]);
  const answer = await looker("giveOrder", { params: { roomId }, body: other });
  expect(answer.status).toBe(403);
});

test("a start shows on the page with its children, and an archived lesson is offered no more", async () => {
  const roomId = await kidsmartRoom();
  const page = await show(roomId);
  const { classId, lessonId } = page.proposal ?? {};
  const started = await give(roomId, {
    order: "start",
    classId,
    lessonId,
    headcount: 22,
    stationsInUse: null,
  });
  expect(started.status).toBe(200);
  expect((await show(roomId)).room).toMatchObject({ current: { headcount: 22 }, lead: await started.json() });
  const [lesson] = page.lessons.filter(({ id }) => id !== lessonId);
  await served.hub.store.query
    .updateTable("lesson")
    .set({ archivedAt: 1 })
    .where("id", "=", lesson?.id ?? "")
    .execute();
  expect((await show(roomId)).lessons.map(({ id }) => id)).not.toContain(lesson?.id);
  expect(await (await teacher("listLessons")).text()).not.toContain(lesson?.id);
});

test("games carry title and picture of the catalogue", async () => {
  const roomId = await kidsmartRoom();
  const [first] = (await show(roomId)).games;
  const text = { vi: "Đếm con vật", en: "Count" };
  const level = {
    id: first?.level,
    ageBand: "4-5",
    title: { vi: "Sân nhà", en: "Yard" },
    modes: ["explore"],
  };
  await writeBuilt(
    served,
    "content/catalogue.json",
    JSON.stringify({
      hash: "0".repeat(64),
      games: [
        {
          id: first?.gameId,
          version: "1.0.0",
          title: text,
          house: "math",
          domains: ["cognition"],
          goal: text,
          modes: ["explore"],
          levels: [{ ...level, picture: "level/yard.webp" }],
          prompts: {},
          icon: "icon.webp",
          files: {},
          hash: "0".repeat(64),
        },
      ],
    }),
  );
  expect((await show(roomId)).games[0]).toMatchObject({
    title: "Đếm con vật · Sân nhà",
    picture: "level/yard.webp",
  });
});

test("lessons as they happened have names, children, minutes, stations and game runs", async () => {
  const roomId = await kidsmartRoom();
  const screen = await served.enrolScreen();
  const device = served.hub.core.devices.find(screen.deviceId);
  if (device === undefined) throw new Error("no screen");
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const hello = { kiosk: "0", have: { plan: 0, config: 0, content: 0 } };
  const connection = served.hub.core.screens.open(device, hello, link);
  const { classes, room } = await show(roomId);
  const { sessionId, classId, lessonId, slotId } = room.current ?? {};
  const now = served.clock.now();
  const body = { sessionId, classId, lessonId, slotId, source: "timetable", staffId: null, seats: null };
  const bounds = { startAt: now, endAt: now + 1 };
  const record = (event: string, more: object) => ({
    id: crypto.randomUUID(),
    at: now,
    type: "session",
    body: { ...body, ...bounds, event, headcount: null, playedMs: null, ...more },
  });
  await connection.records([
    record("opened", { headcount: 22 }),
    record("counted", { headcount: 20 }),
    record("closed", { playedMs: 17.6 * 60_000 }),
  ] as never);
  const asked = await teacher("listSessions", {
    query: { from: String(now - 60_000), to: String(now + 60_000), roomId: screen.roomId ?? "" },
  });
  const rows: SessionRow[] = sessionRow.array().parse(await asked.json());
  expect(rows).toMatchObject([
    {
      id: sessionId,
      className: classes.find(({ id }) => id === classId)?.name,
      headcount: 20,
      playedMinutes: 18,
      stations: 1,
      gameRuns: 0,
      closedAt: expect.any(Number),
      planned: { startMinute: expect.any(Number), endMinute: expect.any(Number) },
    },
  ]);
  const none = await teacher("listSessions", { query: { from: "0", to: "1" } });
  expect(await none.json()).toEqual([]);
});

test("every station of the room that is on is asked to check itself", async () => {
  const roomId = await kidsmartRoom();
  const answer = await teacher("checkReadiness", { params: { roomId } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ asked: [expect.any(String)] });
});
