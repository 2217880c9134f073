// Tests the live channel as a dashboard meets it: server-sent events over a real socket.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type LiveEvent, liveEvent, livePath } from "../api/live.ts";
import { board } from "../api/rooms.ts";
import { type ServedHub, startServedHub } from "../http/servedHubFixture.ts";

let served: ServedHub;
const open: AbortController[] = [];
beforeAll(async () => {
  served = await startServedHub();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort();
});
afterAll(() => served.close());

/** The stream's events, parsed, one by one. */
async function watch(role: string): Promise<AsyncGenerator<LiveEvent>> {
  const { cookie } = await served.as(role);
  const stream = new AbortController();
  open.push(stream);
  const answer = await fetch(`${served.hub.url}${livePath}`, { headers: { cookie }, signal: stream.signal });
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  return eventsOf(answer);
}

async function* eventsOf(answer: Response): AsyncGenerator<LiveEvent> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks)
      if (block.startsWith("data: ")) yield liveEvent.parse(JSON.parse(block.slice("data: ".length)));
  }
}

async function nextOf(events: AsyncGenerator<LiveEvent>, type: LiveEvent["type"]): Promise<LiveEvent> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`the stream ended before a ${type}`);
    if (value.type === type) return value;
  }
}

test("nobody watches without a sign-in", async () => {
  expect((await fetch(`${served.hub.url}${livePath}`)).status).toBe(401);
});

test("one sign-in has ten streams at most: the oldest gives way, other people's stay", async () => {
  const other = await watch("principal");
  await nextOf(other, "board");
  const { cookie } = await served.as("teacher");
  const streams: AsyncGenerator<LiveEvent>[] = [];
  for (let count = 0; count < 11; count += 1) {
    const stream = new AbortController();
    open.push(stream);
    const answer = await fetch(`${served.hub.url}${livePath}`, {
      headers: { cookie },
      signal: stream.signal,
    });
    const events = eventsOf(answer);
    await nextOf(events, "board");
    streams.push(events);
  }
  await expect(streams[0]?.next()).rejects.toThrow();
  const officer = await served.as("itOfficer");
  const body = { deviceName: "Tivi", kind: "screen", roomId: null, stationNumber: null, emblem: "panda" };
  await officer("createEnrolment", { body });
  for (const events of [...streams.slice(1), other])
    expect(await nextOf(events, "changed")).toMatchObject({ what: "enrolments" });
});

test("a dashboard gets the whole board first, then what changes", async () => {
  const events = await watch("teacher");
  const { value: snapshot } = await events.next();
  expect(snapshot).toMatchObject({
    type: "board",
    board: { rooms: [{ name: "Phòng Kidsmart" }, {}, {}, {}] },
  });
  if (snapshot?.type !== "board") throw new Error("no board");
  // The sample school always has a slot running.
  expect(snapshot.board.rooms[0]?.current).not.toBeNull();

  const screen = await served.enrolScreen();
  const room = await nextOf(events, "room");
  expect(room).toMatchObject({ room: { id: screen.roomId, stations: [{ deviceId: screen.deviceId }] } });
  const officer = await served.as("itOfficer");
  await officer("changeDevice", { params: { deviceId: screen.deviceId }, body: { name: "Tivi mới" } });
  const renamed = await nextOf(events, "room");
  expect(renamed).toMatchObject({ room: { stations: [{ name: "Tivi mới" }] } });
});

test("what a device reports reaches every dashboard as its station", async () => {
  const screen = await served.enrolScreen();
  const watchers = [await watch("teacher"), await watch("principal")];
  for (const events of watchers) await nextOf(events, "board");
  const device = served.hub.core.devices.find(screen.deviceId);
  if (device === undefined) throw new Error("no device");
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const hello = { kiosk: "0.1.0 (test)", have: { plan: 0, config: 0, content: 0 } };
  const connection = served.hub.core.screens.open(device, hello, link);
  for (const events of watchers)
    expect(await nextOf(events, "station")).toMatchObject({
      roomId: screen.roomId,
      station: { deviceId: screen.deviceId, reachability: "online" },
    });
  connection.closed(true);
  for (const events of watchers)
    expect(await nextOf(events, "station")).toMatchObject({ station: { reachability: "stopped" } });
});

test("a changed timetable tells the pages to fetch it again and the room its slots", async () => {
  const events = await watch("teacher");
  const first = await nextOf(events, "board");
  if (first.type !== "board") throw new Error("no board");
  const [room] = first.board.rooms;
  // One that runs can no longer be taken away.
  const next = room?.next;
  if (!room || !next) throw new Error("no slot is to come");
  const planner = await served.as("vicePrincipalEducation");
  const changes = [{ change: "remove", seen: 1, id: next.slotId }];
  await planner("changeSlots", { body: { changes } });
  // The draft: planners' pages fetch again, and no room has other slots yet.
  expect(await nextOf(events, "changed")).toEqual({ type: "changed", what: "timetable", id: null });
  await planner("publishTimetable", { body: { fromDate: "2026-01-01", untilDate: "2099-12-31" } });
  const changedRoom = await nextOf(events, "room");
  if (changedRoom.type !== "room") throw new Error("no room");
  expect(changedRoom.room.id).toBe(room.id);
  expect(changedRoom.room.next?.slotId).not.toBe(next.slotId);
  expect(await nextOf(events, "changed")).toEqual({ type: "changed", what: "timetable", id: room.id });
});

test("a slot that is ended by hand is shown as ended at once, and a lesson by hand as running", async () => {
  const { hub, as, close } = await startServedHub();
  const teacher = await as("teacher");
  const boardNow = async () => {
    const found = board.parse(await (await teacher("board")).json());
    const room = found.rooms.find(({ current }) => current !== null);
    return { ...found, room };
  };
  const { room, classes, lessons } = await boardNow();
  if (!room?.current) throw new Error("no slot runs");
  const events = eventsOf(await fetch(`${hub.url}${livePath}`, { headers: { cookie: teacher.cookie } }));
  await nextOf(events, "board");
  const params = { roomId: room.id };
  const end = { order: "end", sessionId: room.current.sessionId, stations: null };
  await teacher("giveOrder", { params, body: end });
  const told = await nextOf(events, "room");
  const ended = (await boardNow()).room?.current;
  expect(told).toMatchObject({ room: { id: room.id, current: ended } });
  expect(ended).toEqual({ ...room.current, endedAt: expect.any(Number) });
  // A second time changes nothing.
  expect((await teacher("giveOrder", { params, body: end })).status).toBe(200);
  expect((await boardNow()).room?.current).toEqual(ended);

  const small = classes.find(({ ageBand }) => ageBand === "3-4");
  const body = {
    order: "start",
    classId: small?.id,
    lessonId: lessons[0]?.id,
    headcount: 21,
    stationsInUse: null,
  };
  const before = Date.now();
  const answer = await teacher("giveOrder", { params, body });
  const started = (await answer.json()) as { sessionId: string; endAt: number };
  // Children of three and four: fifteen minutes, as on the stations.
  expect(started.endAt - before).toBeLessThan(16 * 60_000);
  const { sessionId, endAt } = started;
  expect((await boardNow()).room).toMatchObject({
    current: { sessionId, endAt, slotId: null, endedAt: null, headcount: 21 },
    lead: started,
  });
  await close();
});

test("a hub that stops ends the streams", async () => {
  const own = await startServedHub();
  const { cookie } = await own.as("teacher");
  const answer = await fetch(`${own.hub.url}${livePath}`, { headers: { cookie } });
  const events = eventsOf(answer);
  await events.next();
  await own.close();
  await expect(events.next()).rejects.toThrow();
});
