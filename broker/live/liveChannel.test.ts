// Tests the live channel's own rules with a fake clock: told together, slow watchers dropped, slot boundaries.
import { beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { Board } from "../api/rooms.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import type { Device, Devices } from "../hubServices.ts";
import { type LiveChannel, makeLiveChannel } from "./liveChannel.ts";

const device = "00000000-0000-7000-8000-00000000000a" as DeviceId;
let now: number;
/** What a hand on the hub's clock added to it. */
let set: number;
let alarms: { at: number; call: () => void }[];
let rooms: Board["rooms"];
let live: LiveChannel;
let events: ReturnType<typeof makeHubEvents>;
let written: number;
/** Reads the rooms; a test may make it slow. */
let reading: () => Promise<Board["rooms"]>;
let reachable: boolean;

beforeEach(() => {
  now = 0;
  set = 0;
  alarms = [];
  written = 0;
  reachable = false;
  reading = async () => rooms;
  rooms = [
    {
      id: "r" as never,
      name: "Phòng",
      kind: "kidsmart",
      stations: [],
      current: null,
      next: null,
      lead: null,
    },
  ];
  const report = (error: unknown) => {
    throw error;
  };
  events = makeHubEvents(report);
  const devices = {
    find: () => ({ id: device, roomId: null, revokedAt: null }) as Device,
    stations: (ids: readonly string[]) =>
      ids.map(() => ({
        deviceId: device,
        reachability: reachable ? "online" : "offline",
        get name() {
          written += 1;
          return "Trạm 1";
        },
      })),
  } as unknown as Pick<Devices, "find" | "stations">;
  live = makeLiveChannel({
    events,
    devices,
    board: {
      rooms: async () => rooms,
      boardRooms: () => reading(),
      classes: async () => [],
      lessons: async () => [],
      board: async () => ({
        rooms: await reading(),
        classes: [],
        lessons: [],
        capMinutes: {} as never,
        now,
        quarantined: 0,
      }),
    },
    clock: { now: () => now + set },
    after(delayMs, call) {
      const alarm = { at: now + delayMs, call };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((each) => each !== alarm);
      };
    },
    report,
  });
});

async function pass(ms: number): Promise<void> {
  const until = now + ms;
  for (;;) {
    const due = alarms.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    if (due === undefined) break;
    now = Math.max(now, due.at);
    alarms = alarms.filter((each) => each !== due);
    due.call();
    // What an alarm began (a board, a flush) is over when every promise in line has run.
    await new Promise(setImmediate);
  }
  now = until;
}

async function watcher(keepsUp = true) {
  const texts: string[] = [];
  let ended = false;
  const leave = await live.join({
    send(text) {
      texts.push(text);
      return keepsUp || text.includes('"board"');
    },
    end: () => {
      ended = true;
    },
  });
  return { texts, leave, ended: () => ended };
}
const stationsIn = (texts: readonly string[]) => texts.filter((text) => text.includes('"station"')).length;

test("a station that changes all the time is told at most four times a second, and the last state is among them", async () => {
  const { texts } = await watcher();
  for (let step = 0; step < 100; step += 1) {
    events.publish({ type: "kioskLive", device, kiosk: null });
    await pass(10);
  }
  expect(stationsIn(texts)).toBeLessThanOrEqual(5);
  const before = texts.length;
  events.publish({ type: "kioskLive", device, kiosk: null });
  await pass(250);
  expect(texts.length).toBe(before + 1);
  await pass(5000);
  expect(texts.length).toBe(before + 1);
});

test("a clock that is set back keeps nobody waiting", async () => {
  const { texts } = await watcher();
  events.publish({ type: "deviceChanged", device });
  await pass(1_000);
  set = -60 * 60_000;
  events.publish({ type: "deviceChanged", device });
  await pass(250);
  expect(stationsIn(texts)).toBe(2);
});

test("many dashboards cost one writing", async () => {
  const many = await Promise.all(Array.from({ length: 50 }, () => watcher()));
  events.publish({ type: "deviceChanged", device });
  await pass(250);
  expect(many.map(({ texts }) => stationsIn(texts))).toEqual(many.map(() => 1));
  expect(written).toBe(1);
});

test("a dashboard that does not keep up is dropped, the others stay", async () => {
  const slow = await watcher(false);
  const quick = await watcher();
  events.publish({ type: "deviceChanged", device });
  await pass(250);
  expect(slow.ended()).toBe(true);
  expect(live.watchers).toBe(1);
  expect(stationsIn(quick.texts)).toBe(1);
});

test("a slot that begins by itself is told at its minute", async () => {
  const slot = { slotId: "s", sessionId: "x", classId: "c", lessonId: "l", startAt: 90_000, endAt: 900_000 };
  const [room] = rooms;
  if (room === undefined) throw new Error("no room");
  rooms = [{ ...room, next: slot as never }];
  const { texts } = await watcher();
  await pass(89_000);
  expect(texts.filter((text) => text.includes('"type":"room"'))).toEqual([]);
  rooms = [{ ...room, current: slot as never }];
  await pass(1_500);
  expect(texts.filter((text) => text.includes('"type":"room"'))).toHaveLength(1);
  rooms = [room];
  await pass(900_000);
  expect(texts.filter((text) => text.includes('"type":"room"'))).toHaveLength(2);
});

test("rooms that did not change are not told again", async () => {
  const { texts } = await watcher();
  events.publish({ type: "timetableChanged", room: "other" as never });
  await pass(500);
  expect(texts.filter((text) => text.includes('"type":"room"'))).toEqual([]);
  expect(texts.filter((text) => text.includes('"timetable"'))).toHaveLength(1);
});

test("a station is told once for each change, not again with somebody else's", async () => {
  const { texts } = await watcher();
  events.publish({ type: "deviceChanged", device });
  await pass(500);
  events.publish({ type: "quarantined" });
  await pass(500);
  expect(texts.filter((text) => text.includes('"quarantine"'))).toHaveLength(1);
  expect(stationsIn(texts)).toBe(1);
});

test("quiet streams get a sign of life every twenty seconds", async () => {
  const { texts, leave } = await watcher();
  await pass(60_000);
  expect(texts.filter((text) => text.startsWith(":"))).toHaveLength(3);
  leave();
  await pass(60_000);
  expect(texts.filter((text) => text.startsWith(":"))).toHaveLength(3);
});

test("a closed channel leaves no alarm behind", async () => {
  const { ended } = await watcher();
  events.publish({ type: "deviceChanged", device });
  live.close();
  expect(ended()).toBe(true);
  expect(alarms).toEqual([]);
});

const named = (name: string) => rooms.map((room) => ({ ...room, name }));

test("a dashboard that joins does not take a change from those who watch already", async () => {
  const { texts } = await watcher();
  rooms = named("Phòng mới");
  events.publish({ type: "schoolChanged" });
  const second = await watcher();
  await pass(500);
  expect(texts.filter((text) => text.includes("Phòng mới"))).toHaveLength(1);
  rooms = named("Phòng");
  events.publish({ type: "schoolChanged" });
  await pass(500);
  expect(texts.at(-1)).toContain('"name":"Phòng"');
  expect(second.texts.at(-1)).toContain('"name":"Phòng"');
});

test("a station is told as it is when the rooms have been read, however long that took", async () => {
  const { texts } = await watcher();
  const slow = Promise.withResolvers<Board["rooms"]>();
  reading = () => slow.promise;
  events.publish({ type: "deviceListChanged", device });
  events.publish({ type: "deviceChanged", device });
  await pass(250);
  reachable = true;
  events.publish({ type: "deviceChanged", device });
  await pass(250);
  slow.resolve(rooms);
  await new Promise(setImmediate);
  const told = texts.filter((text) => text.includes('"station"'));
  expect(told.length).toBeGreaterThan(0);
  expect(told.join("")).not.toContain("offline");
});

test("what happens while the first dashboard's snapshot is read reaches it", async () => {
  const slow = Promise.withResolvers<Board["rooms"]>();
  reading = () => slow.promise;
  const joined = watcher();
  await new Promise(setImmediate);
  events.publish({ type: "deviceChanged", device });
  slow.resolve(rooms);
  const { texts } = await joined;
  await pass(250);
  expect(stationsIn(texts)).toBe(1);
});

test("the load of a device that is looked at is told once, the newest of it, and to nobody who comes later", async () => {
  const { texts } = await watcher();
  const load = { memoryPercent: 2, temperatureC: null, receivedKiBPerSecond: 3, sentKiBPerSecond: 0 };
  events.publish({ type: "deviceLoad", device, at: 1, load: { cpuPercent: 10, ...load } });
  events.publish({ type: "deviceLoad", device, at: 2, load: { cpuPercent: 20, ...load } });
  await pass(5000);
  const told = texts.filter((text) => text.includes('"load"'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(
    JSON.stringify({ type: "load", deviceId: device, at: 2, cpuPercent: 20, ...load }),
  );
  const late = await watcher();
  await pass(5000);
  expect(late.texts.filter((text) => text.includes('"load"'))).toEqual([]);
});
