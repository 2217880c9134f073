import { describe, expect, test } from "vitest";
import type { LessonLead } from "../../../protocol/lesson/lessonLead.ts";
import type { Station } from "../../api/rooms.ts";
import {
  nextPlace,
  orderedFor,
  proposedCount,
  readinessOf,
  sharesOf,
  shownGame,
  showsReadiness,
  waitsFor,
} from "./leadView.ts";

const lead = {
  sessionId: "s",
  revision: 3,
  all: { paused: true, place: null, ended: false },
  stations: { b: { paused: false, place: 1, ended: false } },
} as unknown as LessonLead;
const station = (part: object) =>
  ({ deviceId: "a", reachability: "online", kiosk: null, readiness: null, ...part }) as unknown as Station;
const follows = (sessionId: string, leadRevision: number) =>
  station({ kiosk: { state: "game", sessionId, leadRevision } });

test("a station waits until it follows the newest revision of this lesson", () => {
  expect(waitsFor(lead, follows("s", 3))).toBe(false);
  expect(waitsFor(lead, follows("s", 2))).toBe(true);
  expect(waitsFor(lead, follows("other", 9))).toBe(true);
  expect(waitsFor(lead, station({}))).toBe(true);
});

test("a station that is off is not waited for, and nobody waits without an order", () => {
  expect(waitsFor(lead, station({ reachability: "lost" }))).toBe(false);
  expect(waitsFor(null, station({}))).toBe(false);
});

test("a station that ended alone is in no session any more, and nobody waits for it", () => {
  const ended = { ...lead, stations: { c: { paused: false, place: null, ended: true } } } as LessonLead;
  const idle = { kiosk: { state: "waiting", sessionId: null, leadRevision: 0 } };
  expect(waitsFor(ended, station({ ...idle, deviceId: "c" }))).toBe(false);
  expect(waitsFor(ended, station(idle))).toBe(true);
});

test("a station that is led alone does its own, the others what all do", () => {
  expect(orderedFor(lead, "b" as Station["deviceId"])).toMatchObject({ paused: false, place: 1 });
  expect(orderedFor(lead, "a" as Station["deviceId"])).toMatchObject({ paused: true });
  expect(orderedFor(null)).toEqual({ paused: false, place: null, ended: false });
});

test("the next game is the first while children choose, and goes round", () => {
  expect([nextPlace(null, 3), nextPlace(0, 3), nextPlace(2, 3), nextPlace(null, 0)]).toEqual([0, 1, 0, null]);
});

describe("children at a station", () => {
  test("are proposed from the register, unless there are not places enough: then nothing stands in the way of a start", () => {
    expect(proposedCount(24, 9)).toEqual({ headcount: 24, stationsInUse: 9 });
    expect(proposedCount(32, 9)).toEqual({ headcount: null, stationsInUse: 9 });
    expect(proposedCount(24, 0)).toEqual({ headcount: 24, stationsInUse: null });
  });
  test("are shared out evenly", () => {
    expect(sharesOf(27, 10)).toEqual({ least: 2, most: 3 });
    expect(sharesOf(4, 10)).toEqual({ least: 1, most: 1 });
  });
  test("are never more than three, and unknown while nobody counted", () => {
    expect([sharesOf(31, 10), sharesOf(null, 10), sharesOf(0, 10), sharesOf(5, 0)]).toEqual([
      "tooMany",
      null,
      null,
      null,
    ]);
  });
});

test("a station shows the level that it plays, though the same game stands in the list twice", () => {
  const games = ["count", "count", "colours"].map((gameId, place) => ({ gameId, place }));
  const shows = (kiosk: object) => shownGame(station({ kiosk: { state: "game", ...kiosk } }), games)?.place;
  expect(shows({ gameId: "count", place: 1 })).toBe(1);
  expect(shows({ gameId: "count", place: null })).toBe(0);
  expect(shows({ gameId: "colours", place: 1 })).toBe(2);
  expect(shows({ state: "menu", gameId: null, place: null })).toBeUndefined();
});

test("readiness tells each problem with its station, and calls only stations ready that are on", () => {
  const told = (problems: string[], reachability = "online") =>
    station({ reachability, readiness: { at: 1, sessionId: null, problems } });
  const readiness = readinessOf([
    told([]),
    told(["Cắm lại chuột."]),
    told([], "lost"),
    told(["Bật máy."], "stopped"),
    station({}),
  ]);
  expect(readiness).toMatchObject({
    ready: 1,
    unchecked: 1,
    problems: [{ sentence: "Cắm lại chuột." }, { sentence: "Bật máy." }],
  });
});

test("readiness shows from ten minutes before a lesson until it begins", () => {
  const at = 1_000_000_000;
  const minute = 60_000;
  expect([11, 10, 1, 0].map((before) => showsReadiness(at, at - before * minute))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(showsReadiness(null, at)).toBe(false);
});
