// The dashboard ends the timetable's session: real hub, real agent, and a station whose engine and disk are real and only the window is missing.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStationStore, type StationStore } from "../kiosk/renderer/station/stationStore.ts";
import { type HubClient, signIn } from "../tools/room/hubClient.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { openHeadlessStation } from "./kill/headlessStation.ts";
import { sessionEvents } from "./room/hubRecords.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

let room: TestRoom;
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
  await room.startHub();
  await room.startAgent();
  const { username, password } = signInOf(room.signIns(), "itOfficer");
  officer = await signIn(room.url, username, password);
  const { station } = openHeadlessStation(room.home);
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
      gameAddress: () => "",
      gameFile: () => "",
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

  await officer.call("endLesson", { params: { roomId: running?.id as never } });
  await until("the station says goodbye", () => shows() === "goodbye");
  expect((await current())?.current).toEqual({ ...running?.current, endedAt: expect.any(Number) });

  await until("the children's screen waits again", () => {
    pass(1);
    return shows() === "waiting";
  });
  pass(300);
  expect(shows()).toBe("waiting");
  await until("the hub has the closed session", () => {
    pass(1);
    return sessionEvents(room.home).includes(`closed ${sessionId}`);
  });
  expect(sessionEvents(room.home)).toEqual([`opened ${sessionId}`, `closed ${sessionId}`]);
  expect((await current())?.current?.endedAt).not.toBeNull();
});
