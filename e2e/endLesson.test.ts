// A teacher ends a lesson from the dashboard: real hub, real agent, and a station whose engine and disk are real and only the window is missing.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Station } from "../kiosk/main/station.ts";
import { openStationStore, type StationStore } from "../kiosk/renderer/station/stationStore.ts";
import { type HubClient, signIn } from "../tools/room/hubClient.ts";
import type { Part } from "../tools/room/part.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { openHeadlessStation } from "./kill/headlessStation.ts";
import { sessionEvents } from "./room/hubRecords.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

let room: TestRoom;
let hub: Part;
let station: Station;
let officer: HubClient;
let store: StationStore;
let closeStation: () => Promise<void>;
/** The station's seconds: moved by the test, so that minutes of the engine need no minutes of ours. */
const tickers = new Set<() => void>();
const time = { passed: 0 };
function pass(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    time.passed += 1_000;
    for (const tick of tickers) tick();
  }
}

beforeAll(async () => {
  room = await openTestRoom();
  hub = await room.startHub();
  await room.startAgent();
  const { username, password } = signInOf(room.signIns(), "itOfficer");
  officer = await signIn(room.url, username, password);
  ({ station } = openHeadlessStation(room.home));
  store = openStationStore({
    random: Math.random,
    newId: randomUUID,
    now: () => Date.now() + time.passed,
    mono: () => performance.now() + time.passed,
    every: (_, run) => {
      tickers.add(run);
      return () => tickers.delete(run);
    },
    onProblem: (detail) => console.error(detail),
    link: {
      begin: async (onEvent) => station.begin(onEvent),
      record: async (record) => station.record(record),
      live: (live) => station.live(live),
      checkPin: (pin) => station.checkPin(pin),
      saveLesson: async (text) => station.saveLesson(text),
      ask: async (order) => station.ask(order),
      panelClosed: () => station.panelClosed(),
      unlock: async () => station.unlock(),
      freeDiskBytes: async () => null,
      gameAddress: () => "",
      gameFile: () => "",
      ownVoice: () => "",
      interactive: () => undefined,
    },
  });
  closeStation = async () => {
    store.stop();
    await station.close();
  };
});
afterAll(async () => {
  await closeStation?.();
  await room.close();
});

const shows = () => store.store.getState().view.kind;
const current = async () => {
  const { rooms } = await officer.call("board");
  return rooms.find((each) => each.current !== null);
};

it("ends it on the station and on the board, and neither begins it again", async () => {
  await until("the station opens the timetable's session", () => {
    pass(1);
    return shows() === "menu";
  });
  const running = await current();
  const sessionId = running?.current?.sessionId;
  expect(store.store.getState().lesson.session?.sessionId).toBe(sessionId);
  expect(running?.current?.endedAt).toBeNull();

  await officer.call("giveOrder", {
    params: { roomId: running?.id as never },
    body: { order: "end", sessionId: sessionId as never, stations: null },
  });
  await until("the station says goodbye", () => shows() === "goodbye");
  expect((await current())?.current).toEqual({ ...running?.current, endedAt: expect.any(Number) });

  await until("the children's screen waits again", () => {
    pass(1);
    return shows() === "waiting" || shows() === "soon";
  });
  pass(300);
  // The room's next class may be there by now; this one is not.
  expect(store.store.getState().lesson.session?.sessionId).not.toBe(sessionId);
  await until("the hub has the closed session", () => {
    pass(1);
    return sessionEvents(room.home).includes(`closed ${sessionId}`);
  });
  const told = sessionEvents(room.home).filter((event) => event.endsWith(` ${sessionId}`));
  expect(told).toEqual([`opened ${sessionId}`, `closed ${sessionId}`]);
  expect((await current())?.current?.endedAt).not.toBeNull();
});

it("a teacher at the station leads the whole room through the hub, once her PIN was right there", async () => {
  const { rooms } = await officer.call("board");
  const kidsmart = rooms.find(({ stations }) => stations.length > 0);
  const slot = kidsmart?.current ?? kidsmart?.next;
  if (kidsmart === undefined || slot == null) throw new Error("the sample school plans nothing");
  const { classId, lessonId } = slot;
  const start = { order: "start", classId, lessonId, headcount: 2, stationsInUse: 1 } as const;
  expect(station.ask(start)).toBe(false);
  const { pin } = signInOf(room.signIns(), "teacher");
  expect(await station.checkPin(pin ?? "")).toMatchObject({ outcome: "right" });
  expect(station.ask(start)).toBe(true);
  const led = await until("the board shows the lesson", async () => {
    const found = (await officer.call("board")).rooms.find(({ id }) => id === kidsmart.id);
    return found?.lead?.headcount === 2 ? found.lead : undefined;
  });
  await until("the station plays it", () => {
    pass(1);
    return store.store.getState().lesson.session?.sessionId === led.sessionId;
  });
  station.panelClosed();
  expect(station.ask({ order: "end", sessionId: led.sessionId, stations: null })).toBe(false);
});

it("ends it on a station that was away when the end was pressed, also when the hub was killed before it came back", async () => {
  const { rooms } = await officer.call("board");
  const kidsmart = rooms.find(({ stations }) => stations.length > 0);
  const slot = kidsmart?.current ?? kidsmart?.next;
  if (kidsmart === undefined || slot == null) throw new Error("the sample school plans nothing");
  const params = { roomId: kidsmart.id };
  const { classId, lessonId } = slot;
  const started = await officer.call("giveOrder", {
    params,
    body: { order: "start", classId, lessonId, headcount: 3, stationsInUse: 1 },
  });
  await until("the station plays the lesson that was started", () => {
    pass(1);
    return store.store.getState().lesson.session?.sessionId === started.sessionId;
  });

  await room.killAgent();
  await officer.call("giveOrder", {
    params,
    body: { order: "end", sessionId: started.sessionId, stations: null },
  });
  hub.process.kill("SIGKILL");
  await hub.ended;
  hub = await room.startHub();
  pass(1);
  // Nobody could tell it: the children play on.
  expect(shows()).toBe("menu");

  await room.startAgent();
  await until("the station that is back says goodbye", () => {
    pass(1);
    return shows() === "goodbye" || shows() === "waiting";
  });
  await until("the hub has the closed session", () => {
    pass(1);
    return sessionEvents(room.home).includes(`closed ${started.sessionId}`);
  });
  // It does not begin again, and neither does the slot that it stood for.
  pass(300);
  const { session } = store.store.getState().lesson;
  expect([started.sessionId, kidsmart.current?.sessionId]).not.toContain(session?.sessionId ?? "none");
});
