// Tests the week timetable over the API, and that devices' plans follow it.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RoomId, SlotId } from "../../protocol/ids.ts";
import { type Week, week } from "../api/timetable.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import { type Client, type ServedHub, startServedHub } from "../http/servedHubFixture.ts";
import { makeWeekTimetable, type WantedSlot } from "./timetable.ts";

let served: ServedHub;
let officer: Client;
let rooms: { id: RoomId; name: string }[];
let monday: { classId: string; lessonId: string; weekday: number };
beforeAll(async () => {
  served = await startServedHub();
  officer = await served.as("itOfficer");
  rooms = (await (await officer("listRooms")).json()) as typeof rooms;
  const { classes, lessons } = await show();
  monday = { classId: classes[0]?.id ?? "", lessonId: lessons[0]?.id ?? "", weekday: 6 };
});
afterAll(() => served.close());

const roomId = (index = 0) => rooms[index]?.id ?? ("" as RoomId);
async function show(index = 0): Promise<Week> {
  return week.parse(await (await officer("showTimetable", { params: { roomId: roomId(index) } })).json());
}
const add = (startMinute: number, endMinute: number, index = 0) =>
  officer("addSlot", { params: { roomId: roomId(index) }, body: { ...monday, startMinute, endMinute } });

test("an added slot stands in the week, and the room's devices get a new plan with it", async () => {
  await served.enrolScreen();
  await served.hub.core.desired.settled();
  const before = await show();
  expect(before.planVersion).toBeGreaterThan(0);
  const answer = await add(480, 500);
  expect(answer.status).toBe(200);
  const { id } = (await answer.json()) as { id: SlotId };
  await served.hub.core.desired.settled();
  const after = await show();
  expect(after.slots.map((slot) => slot.id)).toContain(id);
  expect(after.planVersion).toBe(before.planVersion + 1);
});

test("an overlap of the room and one of the class are refused with a sentence, and nothing is added", async () => {
  await add(600, 620);
  const before = (await show()).slots.length;
  const sameRoom = await add(610, 630);
  expect(sameRoom.status).toBe(409);
  expect(await sameRoom.json()).toMatchObject({
    code: "SLOT_OVERLAP",
    message: expect.stringMatching(/^Phòng Kidsmart đã dành cho .+ lúc 10:00–10:20 Thứ Bảy\./),
  });
  const sameClass = await add(600, 620, 1);
  expect(sameClass.status).toBe(409);
  expect(await sameClass.json()).toMatchObject({
    message: expect.stringMatching(/^Lớp .+ đã có tiết ở Phòng Kidsmart/),
  });
  expect((await show()).slots).toHaveLength(before);
});

test("of people who add the same slot at once, one gets it", async () => {
  const { query } = served.hub.store;
  const timetable = makeWeekTimetable({
    query,
    events: makeHubEvents(() => {}),
    audit: { write: async () => {} },
  });
  const wanted = { ...monday, startMinute: 700, endMinute: 720 } as unknown as WantedSlot;
  const somebody = { staffId: null, name: "Người Thử" };
  const outcomes = await Promise.all(
    [wanted, wanted, { ...wanted, startMinute: 710 }].map((each) =>
      timetable.addSlot(somebody, roomId(), each),
    ),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false]);
});

test("a removed slot is gone, and gone for the second who removes it", async () => {
  const { id } = (await (await add(800, 820)).json()) as { id: SlotId };
  expect((await officer("removeSlot", { params: { slotId: id } })).status).toBe(204);
  expect((await officer("removeSlot", { params: { slotId: id } })).status).toBe(404);
  expect((await show()).slots.map((slot) => slot.id)).not.toContain(id);
});

test("an unknown room, class or lesson is not found", async () => {
  const nothing = "00000000-0000-7000-8000-000000000001";
  const body = { ...monday, startMinute: 900, endMinute: 920 };
  const statuses = [];
  for (const [room, more] of [
    [nothing, {}],
    [roomId(), { classId: nothing }],
    [roomId(), { lessonId: nothing }],
  ] as const)
    statuses.push(
      (await officer("addSlot", { params: { roomId: room }, body: { ...body, ...more } })).status,
    );
  expect(statuses).toEqual([404, 404, 404]);
});

test("a removed slot with bounds comes back as the very same one", async () => {
  const bounds = { fromDate: "2026-11-01", untilDate: "2027-01-31" };
  const body = { ...monday, weekday: 7, startMinute: 900, endMinute: 920, ...bounds };
  const params = { roomId: roomId() };
  const answer = await officer("addSlot", { params, body });
  const slot = (await answer.json()) as { id: SlotId };
  expect(slot).toMatchObject(bounds);
  const twice = await officer("addSlot", { params, body: { ...slot, weekday: 1 } });
  expect([twice.status, await twice.json()]).toEqual([409, expect.objectContaining({ code: "CONFLICT" })]);
  await officer("removeSlot", { params: { slotId: slot.id } });
  // What the dashboard's undo sends: the slot as it was shown.
  expect((await officer("addSlot", { params, body: slot })).status).toBe(200);
  expect((await show()).slots.find(({ id }) => id === slot.id)).toEqual(slot);
});

test("a slot cannot end before its first day", async () => {
  const bounds = { fromDate: "2026-12-01", untilDate: "2026-11-30" };
  const body = { ...monday, weekday: 7, startMinute: 930, endMinute: 940, ...bounds };
  const answer = await officer("addSlot", { params: { roomId: roomId() }, body });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({ fields: { untilDate: "Ngày cuối không được trước ngày đầu" } }),
  ]);
});
