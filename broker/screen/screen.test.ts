// Tests the link of web screens over real WebSockets.
import { connect as connectTcp } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import WebSocket from "ws";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import { type KioskMessage, type ServerMessage, serverMessage } from "../../protocol/link.ts";
import { type ServedHub, startServedHub } from "../http/servedHubFixture.ts";

let served: ServedHub;
const open: WebSocket[] = [];
beforeAll(async () => {
  served = await startServedHub();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});
afterAll(() => served.close());

type Screen = {
  readonly socket: WebSocket;
  say(message: KioskMessage | string): void;
  next<Type extends ServerMessage["type"]>(type: Type): Promise<Extract<ServerMessage, { type: Type }>>;
  readonly closed: Promise<number>;
};

function connect(
  { deviceId, secret }: Pick<DeviceIdentity, "deviceId" | "secret">,
  headers = {},
  url = served.hub.url,
): Promise<Screen> {
  const address = `${url.replace("http", "ws")}/screen/link?device=${deviceId}`;
  const socket = new WebSocket(address, [`kidsmart.${secret}`], { headers });
  open.push(socket);
  const heard: ServerMessage[] = [];
  let look = () => {};
  socket.on("message", (data) => {
    heard.push(serverMessage.parse(JSON.parse(String(data))));
    look();
  });
  const screen: Screen = {
    socket,
    say: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    next: (type) =>
      new Promise((resolve) => {
        look = () => {
          const index = heard.findIndex((message) => message.type === type);
          if (index < 0) return;
          // Two may come in one piece: the next one is for whoever asks next.
          look = () => {};
          // Found by its type in the line above.
          resolve(heard.splice(index, 1)[0] as never);
        };
        look();
      }),
    closed: new Promise((resolve) => socket.on("close", resolve)),
  };
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(screen));
    socket.on("error", reject);
  });
}

const hello: KioskMessage = {
  type: "hello",
  kiosk: "0.1.0 (test)",
  have: { plan: 0, config: 0, content: 0 },
};
const reachability = (identity: DeviceIdentity) =>
  served.hub.core.devices.station(identity.deviceId).reachability;

/** Resolves when the hub's bus tells that the device is now so. */
function becomes(identity: DeviceIdentity, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (reachability(identity) === wanted) resolve();
      else setImmediate(look);
    };
    look();
  });
}

test("a screen that greets is welcomed, gets its documents, and no PIN verifier among them", async () => {
  const identity = await served.enrolScreen();
  const screen = await connect(identity);
  screen.say(hello);
  expect(await screen.next("welcome")).toMatchObject({ deviceId: identity.deviceId, hubOnline: true });
  const documents = [await screen.next("document"), await screen.next("document")];
  expect(documents.map(({ document }) => document.doc).sort()).toEqual(["config", "plan"]);
  const config = documents.find(({ document }) => document.doc === "config")?.document;
  expect(config?.body).toMatchObject({ deviceName: "Màn hình", pins: [] });
  expect(reachability(identity)).toBe("online");
});

test("a record is stored once and confirmed, also when it comes again", async () => {
  const identity = await served.enrolScreen();
  const screen = await connect(identity);
  screen.say(hello);
  const id = "0190a0a0-0000-7000-8000-00000000abcd";
  const record = { id, at: Date.now(), type: "fault", body: { kind: "other", detail: "thử" } };
  screen.say(JSON.stringify({ type: "record", record }));
  expect((await screen.next("stored")).ids).toEqual([id]);
  screen.say(JSON.stringify({ type: "record", record }));
  expect((await screen.next("stored")).ids).toEqual([id]);
  const rows = await served.hub.store.query.selectFrom("record").where("id", "=", id).selectAll().execute();
  expect(rows).toHaveLength(1);
});

test("what the screen shows stands on the board", async () => {
  const identity = await served.enrolScreen();
  const screen = await connect(identity);
  screen.say(hello);
  await screen.next("welcome");
  const told = new Promise<void>((resolve) => {
    const client = served.hub.core.devices;
    const look = () =>
      client.station(identity.deviceId).kiosk?.state === "menu" ? resolve() : setImmediate(look);
    look();
  });
  screen.say({
    type: "live",
    live: {
      state: "menu",
      gameId: null,
      sessionId: null,
      endAt: null,
      paused: false,
      place: null,
      leadRevision: 0,
      seats: null,
    },
  });
  await told;
});

test("a teacher's PIN is right on a screen; five wrong ones lock it, and a reload is no way round", async () => {
  const teacher = served.signIns.find(({ role }) => role === "teacher");
  const identity = await served.enrolScreen();
  let screen = await connect(identity);
  screen.say(hello);
  screen.say({ type: "checkPin", request: 1, pin: teacher?.pin ?? "" });
  expect(await screen.next("pin")).toMatchObject({ request: 1, result: { outcome: "right" } });
  const outcomes = [];
  for (let request = 2; request <= 5; request += 1) {
    screen.say({ type: "checkPin", request, pin: "wrong" });
    outcomes.push((await screen.next("pin")).result.outcome);
  }
  expect(outcomes).toEqual(["wrong", "wrong", "wrong", "wrong"]);
  screen.socket.close(1001);
  await screen.closed;
  screen = await connect(identity);
  screen.say(hello);
  screen.say({ type: "checkPin", request: 6, pin: "wrong" });
  expect((await screen.next("pin")).result.outcome).toBe("locked");
  screen.say({ type: "checkPin", request: 7, pin: teacher?.pin ?? "" });
  expect((await screen.next("pin")).result.outcome).toBe("locked");
});

test("commands for the device and for its room reach the screen, and its answer the command", async () => {
  const identity = await served.enrolScreen();
  const screen = await connect(identity);
  screen.say(hello);
  await screen.next("welcome");
  const officer = await served.as("itOfficer");
  const params = { deviceId: identity.deviceId };
  await officer("sendCommand", { params, body: { name: "identify", seconds: 5 } });
  const { command } = await screen.next("deviceCommand");
  expect(command).toMatchObject({ name: "identify", seconds: 5 });
  const answered = new Promise<void>((resolve) => {
    const stop = served.hub.core.commands;
    const look = async () => {
      const [row] = await stop.list(identity.deviceId, 1);
      if (row?.state === "done") resolve();
      else setImmediate(look);
    };
    void look();
  });
  screen.say({ type: "commandResult", commandId: command.id, outcome: "done", detail: "" });
  await answered;

  const [schoolClass] = await served.hub.store.query.selectFrom("schoolClass").select("id").execute();
  const [lesson] = await served.hub.store.query.selectFrom("lesson").select("id").execute();
  const body = {
    order: "start",
    classId: schoolClass?.id,
    lessonId: lesson?.id,
    headcount: null,
    stationsInUse: null,
  };
  const params2 = { roomId: identity.roomId ?? "" };
  await officer("giveOrder", { params: params2, body });
  expect((await screen.next("roomCommand")).command).toMatchObject({
    name: "leadLesson",
    lead: { classId: schoolClass?.id, lessonId: lesson?.id, revision: 1 },
  });
});

test("a page leads its room as whoever's PIN the hub found right on that connection, not as it says itself", async () => {
  const own = await startServedHub();
  const teacher = own.signIns.find(({ role }) => role === "teacher");
  const identity = await own.enrolScreen();
  const { query } = own.hub.store;
  const person = await query
    .selectFrom("staff")
    .select(["id", "displayName"])
    .where("username", "=", teacher?.username ?? "")
    .executeTakeFirstOrThrow();
  const other = await query
    .selectFrom("staff")
    .select("id")
    .where("id", "!=", person.id)
    .executeTakeFirstOrThrow();
  const page = await connect(identity, {}, own.hub.url);
  page.say(hello);
  await page.next("welcome");
  const schoolClass = await query.selectFrom("schoolClass").select("id").executeTakeFirstOrThrow();
  const lesson = await query.selectFrom("lesson").select("id").executeTakeFirstOrThrow();
  const ask = (n: number) =>
    page.say({
      type: "ask",
      ask: {
        id: `0190a0a0-0000-7000-8000-00000000000${n}` as never,
        askedAt: null,
        staffId: other.id as never,
        order: {
          order: "start",
          classId: schoolClass.id as never,
          lessonId: lesson.id as never,
          headcount: null,
          stationsInUse: null,
        },
      },
    });
  ask(1);
  page.say({ type: "checkPin", request: 1, pin: teacher?.pin ?? "" });
  expect((await page.next("pin")).result.outcome).toBe("right");
  expect(await query.selectFrom("roomLead").selectAll().execute()).toEqual([]);
  ask(2);
  const { command } = await page.next("roomCommand");
  expect(command).toMatchObject({ name: "leadLesson", issuedBy: person.id, lead: { revision: 1 } });
  // A wrong PIN and a closed panel end what the right one allowed; the answer to the next PIN comes after the asks before it.
  const right = async (request: number) => {
    page.say({ type: "checkPin", request, pin: teacher?.pin ?? "" });
    expect((await page.next("pin")).result.outcome).toBe("right");
  };
  const asked = vi.spyOn(own.hub.core.leads, "giveOrder");
  page.say({ type: "checkPin", request: 2, pin: "0" });
  expect((await page.next("pin")).result.outcome).toBe("wrong");
  ask(3);
  await right(3);
  page.say({ type: "panelClosed" });
  ask(4);
  await right(4);
  expect(asked).not.toHaveBeenCalled();
  // A page that was loaded anew is nobody's panel.
  page.socket.close(1001);
  await page.closed;
  const again = await connect(identity, {}, own.hub.url);
  again.say(hello);
  expect((await again.next("roomCommand")).command).toMatchObject({ lead: { revision: 1 } });
  await own.close();
});

test("a page that is left stops, a socket that breaks is lost", async () => {
  const identity = await served.enrolScreen();
  const left = await connect(identity);
  left.say(hello);
  await left.next("welcome");
  left.socket.close(1001);
  await becomes(identity, "stopped");
  const broken = await connect(identity);
  broken.say(hello);
  await broken.next("welcome");
  broken.socket.terminate();
  await becomes(identity, "lost");
});

test.each([
  ["not JSON", "{", 1007],
  ["no message", '{"type":"dance"}', 1007],
  ["a binary frame", Buffer.from([1, 2]), 1007],
  [
    "a record before hello",
    '{"type":"live","live":{"state":"menu","gameId":null,"sessionId":null,"endAt":null}}',
    1008,
  ],
  ["a frame above the bound", "x".repeat(1024 * 1024 + 1), 1009],
])("%s closes that socket only", async (_, frame, code) => {
  const other = await connect(await served.enrolScreen());
  other.say(hello);
  await other.next("welcome");
  const screen = await connect(await served.enrolScreen());
  screen.socket.on("error", () => {});
  screen.socket.send(frame);
  expect(await screen.closed).toBe(code);
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
});

test("a wrong secret, an unknown device and another site's page are refused", async () => {
  const identity = await served.enrolScreen();
  await expect(connect({ ...identity, secret: "x".repeat(43) })).rejects.toThrow("401");
  await expect(connect({ ...identity, deviceId: "nobody" as never })).rejects.toThrow("401");
  await expect(connect(identity, { origin: "http://evil.example" })).rejects.toThrow("401");
  await connect(identity, { origin: served.hub.url });
});

test.each(["//", "http://[", "/screen/link?device=%", "*"])(
  "an upgrade to %s is refused and the hub lives on",
  async (target) => {
    const { hostname, port } = new URL(served.hub.url);
    const socket = connectTcp(Number(port), hostname);
    socket.write(
      `GET ${target} HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /);
    expect((await fetch(`${served.hub.url}/healthz`)).status).toBe(200);
  },
);

test("a revoked screen is closed at once and does not come back", async () => {
  const identity = await served.enrolScreen();
  const screen = await connect(identity);
  screen.say(hello);
  await screen.next("welcome");
  const officer = await served.as("itOfficer");
  await officer("revokeDevice", { params: { deviceId: identity.deviceId } });
  expect(await screen.closed).toBe(4001);
  await expect(connect(identity)).rejects.toThrow("401");
});

test("a screen that answers nothing more does not keep the hub from stopping", async () => {
  const own = await startServedHub();
  const screen = await connect(await own.enrolScreen(), {}, own.hub.url);
  screen.socket.pause();
  await own.close();
});
