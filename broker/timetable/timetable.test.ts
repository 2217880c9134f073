// Tests the timetable over the API, and that devices' plans follow what is published.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { type ChangeOutcome, changeOutcome, type Week, week } from "../api/timetable.ts";
import { type Client, type ServedHub, startServedHub } from "../http/servedHubFixture.ts";

let served: ServedHub;
let officer: Client;
let teacher: Client;
let vicePrincipal: Client;
let device: DeviceId;
let first: Week;
beforeAll(async () => {
  served = await startServedHub(Date.parse("2026-11-25T12:00:00+07:00"));
  officer = await served.as("itOfficer");
  teacher = await served.as("teacher");
  vicePrincipal = await served.as("vicePrincipalEducation");
  device = (await served.enrolScreen()).deviceId;
  await served.hub.core.desired.settled();
  first = await show(sunday);
});
afterAll(() => served.close());

/** The sample school has nothing planned there. */
const sunday = "2026-11-29";
const span = { fromDate: sunday, untilDate: sunday };

async function show(date: string, who = officer, view = "draft"): Promise<Week> {
  return week.parse(await (await who("showWeek", { query: { date, view } })).json());
}
const slot = (startMinute: number, more: object = {}) => ({
  id: v7(),
  roomId: first.rooms[0]?.id,
  date: sunday,
  periodId: null,
  startMinute,
  endMinute: startMinute + 15,
  classId: first.classes[0]?.id,
  lessonId: first.lessons[0]?.id,
  ...more,
});
async function put(placed: object, seen: number | null = null): Promise<ChangeOutcome> {
  const changes = [{ change: "put", seen, slot: placed }];
  return changeOutcome.parse(await (await officer("changeSlots", { body: { changes } })).json());
}
const publish = async () => {
  const answer = await vicePrincipal("publishTimetable", { body: span });
  expect(answer.status).toBe(200);
  await served.hub.core.desired.settled();
  return answer.json();
};
const plan = () => served.hub.core.desired.document(device, "plan");

test("devices get a slot when it is published, not before", async () => {
  const before = plan()?.version ?? 0;
  expect((await put(slot(480))).outcome).toBe("applied");
  await served.hub.core.desired.settled();
  expect(plan()?.version).toBe(before);
  expect(await publish()).toMatchObject({ added: 1 });
  expect(plan()?.version).toBe(before + 1);
  const [onSunday] = plan()?.body.timetable.dated?.days[sunday] ?? [];
  expect(onSunday).toMatchObject([expect.any(String), 480, 495, expect.any(Number), expect.any(Number)]);
  expect(plan()?.body.timetable.dated?.lessonIds[onSunday?.[4] ?? -1]).toBe(first.lessons[0]?.id);
  await publish();
  expect(plan()?.version).toBe(before + 1);
});

test("a refusal and a difference are answers that the page can show", async () => {
  const placed = slot(600, { classId: first.classes[1]?.id });
  await put(placed);
  expect(await put(slot(605, { classId: first.classes[2]?.id }))).toMatchObject({
    outcome: "refused",
    refused: [
      { reasons: [expect.stringMatching(/^Phòng Kidsmart đã dành cho .+ lúc 10:00–10:15 Chủ nhật/)] },
    ],
  });
  expect(await put(placed, 7)).toMatchObject({ outcome: "stale", differences: [{ by: expect.any(String) }] });
});

test("who may not plan sees what is published, even who asks for the draft, and cannot change or publish", async () => {
  await put(slot(700, { classId: first.classes[3]?.id }));
  const planned = (await show(sunday)).slots;
  const seen = (await show(sunday, teacher)).slots;
  expect(planned.some(({ startMinute }) => startMinute === 700)).toBe(true);
  expect(seen.some(({ startMinute }) => startMinute === 700)).toBe(false);
  const query = { from: sunday, until: sunday, view: "draft" };
  const spanOf = async (who: Client) =>
    ((await (await who("showSpan", { query })).json()) as { slots: unknown[] }).slots.length;
  expect(await spanOf(officer)).toBeGreaterThan(await spanOf(teacher));
  const body = { changes: [{ change: "put", seen: null, slot: slot(800) }] };
  expect((await teacher("changeSlots", { body })).status).toBe(403);
  expect((await officer("publishTimetable", { body: span })).status).toBe(403);
});

test("slots that end before they begin, spans backwards and spans of years are refused with a sentence", async () => {
  const changes = [{ change: "put", seen: null, slot: slot(600, { endMinute: 590 }) }];
  const backwards = await officer("changeSlots", { body: { changes } });
  expect([backwards.status, await backwards.json()]).toEqual([
    400,
    expect.objectContaining({
      fields: expect.objectContaining({ "changes.0.slot.endMinute": "Giờ kết thúc phải sau giờ bắt đầu" }),
    }),
  ]);
  const body = { fromDate: "2026-12-02", untilDate: "2026-12-01" };
  expect((await vicePrincipal("publishTimetable", { body })).status).toBe(400);
  const query = { from: "2020-01-01", until: "2026-12-01" };
  const long = await officer("showSpan", { query });
  expect([long.status, await long.json()]).toEqual([
    400,
    expect.objectContaining({ message: expect.stringContaining("dài hơn một năm học") }),
  ]);
  expect((await officer("undoChanges", { body: { changeSet: "không có" } })).status).toBe(404);
});

test("what was put is taken back over the API, copied, listed and discarded", async () => {
  await officer("discardDraft", { body: span });
  const outcome = await put(slot(900, { classId: first.classes[4]?.id }));
  if (outcome.outcome !== "applied") throw new Error(outcome.outcome);
  const listed = (await (await officer("listDraft")).json()) as { changes: unknown[] }[];
  expect(listed.flatMap(({ changes }) => changes)).toHaveLength(1);
  const undone = await officer("undoChanges", { body: { changeSet: outcome.changeSet } });
  expect(await undone.json()).toMatchObject({ outcome: "applied", removed: [expect.any(String)] });
  const copied = await officer("copyWeek", {
    body: {
      fromMonday: "2026-11-23",
      toMondays: ["2027-03-01"],
      roomIds: [first.rooms[0]?.id],
      mode: "fill",
    },
  });
  expect(((await copied.json()) as { slots: unknown[] }).slots.length).toBeGreaterThan(29);
  const far = { fromDate: "2027-03-01", untilDate: "2027-03-07" };
  expect(await (await officer("discardDraft", { body: far })).json()).toMatchObject({ outcome: "applied" });
  expect(await (await officer("listDraft")).json()).toEqual([]);
});
