// A whole school day passes in two rooms with ten stations and eight classes: real hub, real agents, real lesson engines, one clock.
// The hub is killed twice in the middle of lessons, a station loses its power, one has a clock that is two hours wrong.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionRow } from "../../broker/api/lead.ts";
import type { Week } from "../../broker/api/timetable.ts";
import { deviceIdentity } from "../../protocol/enrolment.ts";
import type { AgeBand } from "../../protocol/game.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { until } from "../until.ts";
import { type DayClock, makeDayClock } from "./dayClock.ts";
import { type DayHub, openDayHub } from "./dayHub.ts";
import { type DayStation, makeDayStation } from "./dayStation.ts";

const monday = "2026-11-23";
const tuesday = "2026-11-24";
const instant = (time: string, date = tuesday) => Date.parse(`${date}T${time}:00+07:00`);
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** How far the clock goes at once, ms: while a lesson runs somewhere, and while none does. */
const lessonStepMs = 10_000;
const idleStepMs = 30_000;
const perRoom = 5;

/** Each class once, by its place among the classes of its age. */
const planned = [
  { name: "lớn 1", room: "first", age: "5-6", place: 0, from: "08:00", until: "08:30" },
  { name: "bé 2", room: "second", age: "3-4", place: 1, from: "08:00", until: "08:15" },
  { name: "nhỡ 2", room: "second", age: "4-5", place: 1, from: "08:40", until: "09:00" },
  { name: "nhỡ 1", room: "first", age: "4-5", place: 0, from: "09:00", until: "09:20" },
  { name: "lớn 2", room: "first", age: "5-6", place: 1, from: "09:40", until: "10:10" },
  { name: "bé 1", room: "first", age: "3-4", place: 0, from: "14:30", until: "14:45" },
  { name: "lớn 3", room: "second", age: "5-6", place: 2, from: "15:00", until: "15:15" },
  { name: "nhỡ 3", room: "second", age: "4-5", place: 2, from: "15:40", until: "16:00" },
] as const satisfies readonly {
  name: string;
  room: "first" | "second";
  age: AgeBand;
  place: number;
  from: string;
  until: string;
}[];
type ClassName = (typeof planned)[number]["name"];

const home = mkdtempSync(join(tmpdir(), "kidsmart-day-"));
let clock: DayClock;
let hub: DayHub;
let stations: Record<"first" | "second", DayStation[]>;
let rooms: Record<"first" | "second", string>;
let classIds: Record<ClassName, string>;
let lessonIds: Record<ClassName, string>;

beforeAll(async () => {
  clock = makeDayClock(instant("17:00", monday));
  hub = await openDayHub(join(home, "hub"), clock.now);
  await hub.start();
  await planTheDay();
  stations = { first: await enrol("first", 0), second: await enrol("second", perRoom) };
  await until("every station is online and holds its plan", async () => {
    const board = await (await hub.as("itOfficer")).call("board");
    return board.rooms.flatMap((room) => room.stations).filter(({ kiosk }) => kiosk !== null).length === 10;
  });
}, 60_000);
afterAll(async () => {
  for (const station of Object.values(stations ?? {}).flat()) await station.switchOff();
  await hub?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** The vice principal clears the sample's Tuesday, draws eight lessons and publishes them. */
async function planTheDay(): Promise<void> {
  const planner = await hub.as("vicePrincipalEducation");
  const second = await planner.call("addRoom", { body: { name: "Phòng máy 2", kind: "kidsmart" } });
  const week = await planner.call("showWeek", { query: { date: tuesday } });
  const kidsmart = week.rooms.find(({ kind, id }) => kind === "kidsmart" && id !== second.id);
  if (kidsmart === undefined) throw new Error("the sample school has no Kidsmart room");
  rooms = { first: kidsmart.id, second: second.id };
  const removals = week.slots
    .filter(({ date }) => date === tuesday)
    .map(({ id, revision }) => ({ change: "remove", id, seen: revision }));
  classIds = byName((each) => classOf(week, each.age, each.place));
  lessonIds = byName((each) => lessonOf(week, each.age));
  const additions = planned.map((each) => ({
    change: "put",
    seen: null,
    slot: {
      id: v7(),
      roomId: rooms[each.room],
      date: tuesday,
      periodId: null,
      startMinute: minuteOf(each.from),
      endMinute: minuteOf(each.until),
      classId: classIds[each.name],
      lessonId: lessonIds[each.name],
    },
  }));
  const outcome = await planner.call("changeSlots", { body: { changes: [...removals, ...additions] } });
  expect(outcome.outcome).toBe("applied");
  await planner.call("publishTimetable", { body: { fromDate: tuesday, untilDate: tuesday } });
}

const byName = (of: (each: (typeof planned)[number]) => string) =>
  // Every name is a key: the list is what the type was made of.
  Object.fromEntries(planned.map((each) => [each.name, of(each)])) as Record<ClassName, string>;

function lessonOf(week: Week, age: AgeBand): string {
  const found = week.lessons.find(({ ageBand }) => ageBand === age);
  if (found === undefined) throw new Error(`the sample school has no lesson for ${age}`);
  return found.id;
}

function classOf(week: Week, age: AgeBand, place: number): string {
  const found = week.classes.filter(({ ageBand }) => ageBand === age)[place];
  if (found === undefined) throw new Error(`the sample school has too few classes of ${age}`);
  return found.id;
}

async function enrol(room: "first" | "second", numbersAfter: number): Promise<DayStation[]> {
  const officer = await hub.as("itOfficer");
  const made: DayStation[] = [];
  for (let number = numbersAfter + 1; number <= numbersAfter + perRoom; number++) {
    const { code } = await officer.call("createEnrolment", {
      body: {
        deviceName: `Trạm ${number}`,
        kind: "station",
        roomId: rooms[room],
        stationNumber: number,
        emblem: "fish",
      },
    });
    const answer = await fetch(`${hub.url}/api/enrolments/claim`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, via: "agent", hostname: `tram-${number}` }),
    });
    const station = makeDayStation({
      number,
      folder: join(home, `station-${number}`),
      identity: { ...deviceIdentity.parse(await answer.json()), hubUrl: hub.url },
      clock,
      clockErrorMs: number === 3 ? 2 * 3_600_000 : 0,
      hasSound: number !== 4,
    });
    await station.powerOn();
    made.push(station);
  }
  return made;
}

const everyone = () => Object.values(stations).flat();

/** Lets the day pass until a time of Tuesday. */
async function passUntil(time: string): Promise<void> {
  while (clock.now() < instant(time)) {
    const busy = everyone().some((station) => station.isOn() && sessionOf(station) !== null);
    const stepMs = busy ? lessonStepMs : idleStepMs;
    clock.advance(Math.min(stepMs, instant(time) - clock.now()));
    await hub.tellTime(clock.now());
    for (const station of everyone()) station.tick();
    await breathe();
  }
}

/** A teacher's tap on the phone, and the moment in which every station of the room shows it. */
async function order(
  room: "first" | "second",
  given: (running: { sessionId: string }) => Record<string, unknown>,
  shows: (station: DayStation) => boolean,
): Promise<void> {
  const teacher = await hub.as("teacher");
  const params = { roomId: rooms[room] };
  const { room: shown } = await teacher.call("showLead", { params });
  const body = given({ sessionId: shown.current?.sessionId ?? "" }) as LessonOrder;
  await teacher.call("giveOrder", { params, body });
  await until(`${body.order} is shown by every station of the ${room} room`, () =>
    stations[room].every(shows),
  );
}

/** Ten minutes before a class the room page is green, or says what to do at which station. */
async function everyStationSaysIfItIsReady(): Promise<void> {
  const teacher = await hub.as("teacher");
  const told = await until("every station has checked itself for the class of 14:30", async () => {
    const { room } = await teacher.call("showLead", { params: { roomId: rooms.first } });
    const checked = room.stations.filter(({ readiness }) => (readiness?.at ?? 0) >= instant("14:19"));
    return checked.length === perRoom ? checked : undefined;
  });
  const problems = told.flatMap(({ stationNumber, readiness }) =>
    (readiness?.problems ?? []).map((problem) => `${stationNumber}: ${problem}`),
  );
  expect(problems).toEqual(["4: Máy không thấy loa. Cắm lại loa vào cổng màu xanh lá rồi bật loa."]);
}

const sessionOf = (station: DayStation) => station.screen().store.getState().lesson.session;
const viewOf = (station: DayStation) => station.screen().store.getState().view.kind;

async function killHub(): Promise<void> {
  await hub.kill();
}
async function bringHubBack(): Promise<void> {
  await hub.start();
  await until("every station is back", async () => {
    const board = await (await hub.as("itOfficer")).call("board");
    return (
      board.rooms.flatMap((room) => room.stations).filter(({ reachability }) => reachability === "online")
        .length === 10
    );
  });
}

describe("a school day", () => {
  let rows: Map<string, SessionRow>;

  it("passes with the hub killed twice, a station without power and a clock that is wrong", {
    timeout: 240_000,
  }, async () => {
    await passUntil("07:55");
    // The class came early: the teacher begins its own slot, at once and for every station.
    await order(
      "second",
      () => ({
        order: "start",
        classId: classIds["bé 2"],
        lessonId: lessonIds["bé 2"],
        headcount: 10,
        stationsInUse: 5,
      }),
      (station) => sessionOf(station)?.headcount === 10,
    );
    await passUntil("08:03");
    await order(
      "first",
      ({ sessionId }) => ({ order: "count", sessionId, headcount: 12, stationsInUse: 5 }),
      (station) => sessionOf(station)?.headcount === 12,
    );
    await passUntil("08:10");
    await killHub();
    const [unlucky] = stations.first;
    if (unlucky === undefined) throw new Error("no station");
    await unlucky.switchOff();
    await passUntil("08:13");
    await unlucky.powerOn();
    await passUntil("08:14");
    // Back in the same lesson with what is left of it.
    expect(sessionOf(unlucky)?.schoolClass.id).toBe(classIds["lớn 1"]);
    expect(sessionOf(unlucky)?.headcount).toBe(12);
    await passUntil("08:45");
    expect(stations.second.map((station) => sessionOf(station)?.schoolClass.id)).toEqual(
      Array.from({ length: perRoom }, () => classIds["nhỡ 2"]),
    );
    await passUntil("08:50");
    await bringHubBack();

    await passUntil("09:05");
    await order(
      "first",
      ({ sessionId }) => ({ order: "pause", sessionId, stations: null }),
      (station) => viewOf(station) === "paused",
    );
    await passUntil("09:07");
    await order(
      "first",
      ({ sessionId }) => ({ order: "resume", sessionId, stations: null }),
      (station) => viewOf(station) !== "paused",
    );

    await passUntil("09:45");
    await order(
      "first",
      ({ sessionId }) => ({ order: "play", sessionId, stations: null, place: 1 }),
      (station) => station.screen().store.getState().lesson.session?.place === 1,
    );
    await passUntil("09:48");
    await order(
      "first",
      ({ sessionId }) => ({ order: "choose", sessionId, stations: null }),
      (station) => station.screen().store.getState().lesson.session?.place === null,
    );
    await passUntil("09:55");
    await order(
      "first",
      ({ sessionId }) => ({ order: "end", sessionId, stations: null }),
      (station) => sessionOf(station) === null,
    );

    await passUntil("14:22");
    await everyStationSaysIfItIsReady();
    await passUntil("14:35");
    await killHub();
    await passUntil("14:50");
    await bringHubBack();
    await passUntil("15:10");
    await order(
      "second",
      ({ sessionId }) => ({ order: "extend", sessionId, minutes: 5 }),
      (station) => sessionOf(station)?.endAt === instant("15:20"),
    );
    await passUntil("16:30");

    const officer = await hub.as("itOfficer");
    rows = await until("every session of the day is closed in the hub", async () => {
      const found = await officer.call("listSessions", {
        query: { from: String(instant("00:00")), to: String(instant("23:59")) },
      });
      const done = found.filter(({ closedAt, stations: told }) => closedAt !== null && told === perRoom);
      return done.length >= planned.length ? new Map(done.map((row) => [row.classId, row])) : undefined;
    });
    expect(rows.size).toBe(planned.length);
  });

  it.each([
    { name: "lớn 1", headcount: 12, opened: "08:00", closed: "08:30", played: 29 },
    { name: "bé 2", headcount: 10, opened: "07:55", closed: "08:10", played: 15 },
    { name: "nhỡ 2", headcount: null, opened: "08:40", closed: "09:00", played: 20 },
    { name: "nhỡ 1", headcount: null, opened: "09:00", closed: "09:20", played: 18 },
    { name: "lớn 2", headcount: null, opened: "09:40", closed: "09:55", played: 15 },
    { name: "bé 1", headcount: null, opened: "14:30", closed: "14:45", played: 15 },
    { name: "lớn 3", headcount: null, opened: "15:00", closed: "15:20", played: 20 },
    { name: "nhỡ 3", headcount: null, opened: "15:40", closed: "16:00", played: 20 },
  ] as const)(
    "shows class $name with $headcount children, $opened to $closed, about $played minutes of play",
    ({ name, headcount, opened, closed, played }) => {
      const row = rows.get(classIds[name]);
      if (row === undefined) throw new Error("no session");
      expect(row.headcount).toBe(headcount);
      expect(Math.abs(row.openedAt - instant(opened)), "opened").toBeLessThanOrEqual(30_000);
      expect(Math.abs((row.closedAt ?? 0) - instant(closed)), "closed").toBeLessThanOrEqual(30_000);
      expect(Math.abs((row.playedMinutes ?? 0) - played), "minutes").toBeLessThanOrEqual(1);
      expect(row.stations).toBe(perRoom);
      expect(row.gameRuns).toBeGreaterThan(perRoom);
    },
  );
});
