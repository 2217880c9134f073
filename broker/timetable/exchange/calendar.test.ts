import ical from "node-ical";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeAudit } from "../../audit/audit.ts";
import { makeHubEvents } from "../../events/hubEvents.ts";
import { applied, type PlannedSchool, planner, planSchool } from "../timetableFixture.ts";
import { type CalendarFeeds, makeCalendarFeeds } from "./calendarFeeds.ts";
import { writeCalendar } from "./icalendar.ts";

let school: PlannedSchool;
let feeds: CalendarFeeds;
const events = makeHubEvents((error) => {
  throw error;
});
beforeEach(async () => {
  school = await planSchool();
  const { query } = school.store;
  let next = 0;
  feeds = makeCalendarFeeds({
    query,
    events,
    audit: makeAudit({ query, clock: school.clock }),
    clock: school.clock,
    random: { bytes: (count) => new Uint8Array(count).fill(next++) },
  });
});
afterEach(async () => {
  feeds.close();
  await school.close();
});

const publish = async () => {
  const done = await school.timetable.publish(planner, { fromDate: "2026-09-01", untilDate: "2027-06-30" });
  if (!done.ok) throw new Error(done.detail);
  // What the hub tells after publishing.
  events.publish({ type: "timetableChanged", room: null });
};
const tokenOf = async (name: string) => (await feeds.list()).find((feed) => feed.name === name)?.token ?? "";
const eventsOf = (text: string) =>
  Object.values(ical.sync.parseICS(text)).flatMap((part) => (part?.type === "VEVENT" ? [part] : []));
const read = async (name: string) => {
  const feed = await feeds.read(await tokenOf(name));
  if (feed === undefined) throw new Error("no feed");
  return feed;
};

test("a stranger's parser finds each published slot at its place and time in the school's zone", async () => {
  const put = school.put("2026-12-01");
  applied(await school.change(put));
  expect(eventsOf((await read("Phòng Kidsmart")).text)).toEqual([]);
  await publish();
  const { text } = await read("Phòng Kidsmart");
  const [event, ...others] = eventsOf(text);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    uid: `${put.slot.id}@kidsmart`,
    summary: "Lớp Gấu Trúc: Bờ ao vui đếm",
    location: "Phòng Kidsmart",
  });
  // 8:00 in Hà Nội, whatever zone this machine is in.
  expect(event?.start.toISOString()).toBe("2026-12-01T01:00:00.000Z");
  expect(event?.end?.toISOString()).toBe("2026-12-01T01:20:00.000Z");
  expect(text).toContain("BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n");
  expect(text).toContain("TZOFFSETTO:+0700");
  expect(eventsOf((await read("Lớp Gấu Trúc")).text)).toHaveLength(1);
  expect(eventsOf((await read("Lớp Mèo Vàng")).text)).toEqual([]);
});

test("a slot that moves keeps its name; a closed day is left out", async () => {
  const put = school.put("2026-12-01");
  applied(await school.change(put, school.put("2026-12-08")));
  await publish();
  const before = eventsOf((await read("Phòng Kidsmart")).text);
  expect(before).toHaveLength(2);
  const moved = applied(
    await school.change({ ...put, seen: 1, slot: { ...put.slot, startMinute: 540, endMinute: 560 } }),
  );
  expect(moved.slots).toHaveLength(1);
  await school.store.query
    .insertInto("closure")
    .values({ id: "c", fromDate: "2026-12-08", untilDate: "2026-12-08", reason: "Nghỉ" })
    .execute();
  await publish();
  const after = eventsOf((await read("Phòng Kidsmart")).text);
  expect(after.map(({ uid, start }) => [uid, start.toISOString()])).toEqual([
    [`${put.slot.id}@kidsmart`, "2026-12-01T02:00:00.000Z"],
  ]);
});

test("the same timetable has the same mark, another one another", async () => {
  applied(await school.change(school.put("2026-12-01")));
  await publish();
  const first = await read("Phòng Kidsmart");
  expect((await read("Phòng Kidsmart")).etag).toBe(first.etag);
  events.publish({ type: "timetableChanged", room: null });
  expect((await read("Phòng Kidsmart")).etag).toBe(first.etag);
  applied(await school.change(school.put("2026-12-02")));
  await publish();
  expect((await read("Phòng Kidsmart")).etag).not.toBe(first.etag);
});

test("after a renewal the old addresses are nothing at once, and it is in the audit", async () => {
  const old = await tokenOf("Phòng Kidsmart");
  expect(await feeds.read(old)).toBeDefined();
  const renewed = await feeds.renew(planner);
  expect(await feeds.read(old)).toBeUndefined();
  expect(renewed.map(({ name }) => name)).toContain("Lớp Gà Con");
  expect(await feeds.read(renewed[0]?.token ?? "")).toBeDefined();
  const entry = await school.store.query
    .selectFrom("audit")
    .orderBy("at", "desc")
    .select("action")
    .executeTakeFirst();
  expect(entry?.action).toBe("calendar.renew");
});

test("long lines are folded between letters, and signs of the format are escaped", () => {
  const summary = `Nghĩ; viết, \\ và đọc\n${"Bờ ao vui đếm ".repeat(12)}`.trim();
  const text = writeCalendar({
    name: "Lịch",
    zone: "Asia/Ho_Chi_Minh",
    events: [
      {
        uid: "a@b",
        changedAt: 0,
        date: "2026-12-01",
        startMinute: 480,
        endMinute: 500,
        summary,
        location: "P, 1",
        description: "",
      },
    ],
  });
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(eventsOf(text)[0]).toMatchObject({ summary, location: "P, 1" });
});

test("where clocks are changed the zone says when", () => {
  const at = (date: string) => ({
    uid: date,
    changedAt: 0,
    date,
    startMinute: 480,
    endMinute: 500,
    summary: "",
    location: "",
    description: "",
  });
  const text = writeCalendar({
    name: "",
    zone: "Europe/Paris",
    events: [at("2026-12-01"), at("2027-06-01")],
  });
  expect(eventsOf(text).map(({ start }) => start.toISOString())).toEqual([
    "2026-12-01T07:00:00.000Z",
    "2027-06-01T06:00:00.000Z",
  ]);
  expect(text).toContain(
    "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200",
  );
});

test("a school in a zone that this machine does not know still has its calendars", async () => {
  applied(await school.change(school.put("2026-12-01")));
  await publish();
  await school.store.query.updateTable("school").set({ zone: "Asia/Ha_Noi" }).execute();
  expect(eventsOf((await read("Phòng Kidsmart")).text)).toHaveLength(1);
});

test("two who ask for the first addresses at once get the same ones", async () => {
  const [one, other] = await Promise.all([feeds.list(), feeds.list()]);
  expect(one).toEqual(other);
  expect(await feeds.list()).toEqual(one);
});
