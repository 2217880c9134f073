import { once } from "node:events";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { commandId, sessionId, staffId } from "../../protocol/ids.ts";
import type { KioskMessage, KioskRecord, ServerMessage } from "../../protocol/link.ts";
import { maxLinkBytes } from "../../protocol/link.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { KioskLive, Live } from "../../protocol/messages/live.ts";
import { makeLines } from "../../runtime/lines.ts";
import { linkPath } from "../../runtime/linkPath.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { boot, device, quietLog, recordIdOf, sessionRecord, temporaryFolder } from "../testing/fixtures.ts";
import { type ConnectedKiosk, type LinkServerDeps, makeLinkServer } from "./linkServer.ts";
import { makeLiveFeed } from "./liveFeed.ts";

const content: Desired = { doc: "content", version: 3, body: { catalogueHash: "h", games: [] } };
const hello = (version = 0): KioskMessage => ({
  type: "hello",
  kiosk: "0.1.0 (test)",
  have: { plan: 0, config: 0, content: version },
});
const liveOf = (state: "menu" | "waiting" | "game"): KioskLive => ({
  state,
  gameId: null,
  sessionId: null,
  endAt: null,
  paused: false,
  place: null,
  leadRevision: 0,
  seats: null,
});
const live = (state: "menu" | "waiting"): KioskMessage => ({
  type: "live",
  live: liveOf(state),
});

function kioskRecord(n: number): KioskRecord {
  const record = sessionRecord(n);
  if (record.type !== "session") throw new Error("the fixture is a session");
  return { id: recordIdOf(n), at: n, type: "session", body: record.body };
}

async function serve(overrides: Partial<LinkServerDeps> = {}) {
  const path = overrides.path ?? join(temporaryFolder(), "link.sock");
  const changes: (ConnectedKiosk | null)[] = [];
  const waiting = new Set<() => void>();
  const server = makeLinkServer({
    path,
    log: quietLog,
    deviceId: device,
    boot,
    clock: () => ({ offsetMs: 5, trusted: true }),
    hubOnline: () => true,
    otherDocuments: (have) => (have.content !== 3 ? [content] : []),
    keep: (_record, stored) => {
      stored();
      return "stored";
    },
    commandResult: () => {},
    commandFile: () => {},
    ask: () => {},
    fetchFile: () => {},
    kioskCame: () => {},
    kioskChanged: (kiosk) => {
      changes.push(kiosk);
      for (const look of waiting) look();
    },
    ...overrides,
  });
  await server.listen();
  onTestFinished(() => server.close());
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!condition()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { server, path, changes, until };
}

async function enter(path: string) {
  const socket: Socket = connect(path);
  await once(socket, "connect");
  const lines = makeLines(maxLinkBytes);
  const arrived: ServerMessage[] = [];
  let wake = () => {};
  socket.on("data", (chunk) => {
    for (const line of lines.push(chunk).lines) arrived.push(JSON.parse(line) as ServerMessage);
    wake();
  });
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  return {
    socket,
    arrived,
    say: (message: KioskMessage) => socket.write(`${JSON.stringify(message)}\n`),
    closed: once(socket, "close"),
    async hears(count: number): Promise<ServerMessage[]> {
      while (arrived.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return arrived;
    },
  };
}

describe("the link", () => {
  test("a kiosk is welcomed and given the documents it lacks", async () => {
    const { path } = await serve();
    const kiosk = await enter(path);
    kiosk.say(hello());
    expect(await kiosk.hears(2)).toEqual([
      { type: "welcome", deviceId: device, boot, clock: { offsetMs: 5, trusted: true }, hubOnline: true },
      { type: "document", document: content },
    ]);
    const informed = await enter(path);
    informed.say(hello(3));
    informed.say({ type: "record", record: kioskRecord(1) });
    expect((await informed.hears(2)).map(({ type }) => type)).toEqual(["welcome", "stored"]);
  });

  test("an ask is passed on, and each hello tells that a kiosk came, also beside one that is still there", async () => {
    const told: string[] = [];
    const { path } = await serve({
      ask: ({ order }) => told.push(order.order),
      kioskCame: () => told.push("came"),
    });
    const ask = {
      id: commandId.parse(recordIdOf(1)),
      askedAt: null,
      staffId: staffId.parse(recordIdOf(2)),
      order: { order: "end", sessionId: sessionId.parse(recordIdOf(3)), stations: null },
    } as const;
    const first = await enter(path);
    first.say(hello(3));
    first.say({ type: "ask", ask });
    // Its answer comes after what was said before it was heard.
    first.say({ type: "checkPin", request: 1, pin: "0000" });
    await first.hears(2);
    const second = await enter(path);
    second.say(hello(3));
    await second.hears(1);
    expect(told).toEqual(["came", "end", "came"]);
  });

  test("`stored` is said only once the record is on the disk", async () => {
    const pending: (() => void)[] = [];
    const { path } = await serve({
      keep: (_record, stored) => {
        pending.push(stored);
        return "waiting";
      },
    });
    const kiosk = await enter(path);
    kiosk.say(hello(3));
    kiosk.say({ type: "record", record: kioskRecord(1) });
    kiosk.say({ type: "checkPin", request: 1, pin: "0000" });
    // The answer to the later question comes first: nothing was said about the record.
    expect((await kiosk.hears(2)).map(({ type }) => type)).toEqual(["welcome", "pin"]);
    for (const stored of pending) stored();
    expect((await kiosk.hears(3)).at(-1)).toEqual({ type: "stored", ids: [recordIdOf(1)] });
  });

  test("a record that nobody can keep closes the connection, so that the kiosk offers it again", async () => {
    const { path } = await serve({ keep: () => "refused" });
    const kiosk = await enter(path);
    kiosk.say(hello(3));
    kiosk.say({ type: "record", record: kioskRecord(1) });
    await kiosk.closed;
    expect(kiosk.arrived.map(({ type }) => type)).not.toContain("stored");
  });

  test.each([
    ["no JSON", "{nonsense\n"],
    ["an unknown type", '{"type":"formatDisk"}\n'],
    ["a record before hello", `${JSON.stringify({ type: "record", record: kioskRecord(1) })}\n`],
    ["a line without an end", "x".repeat(maxLinkBytes + 1)],
  ])("%s closes that connection and no other", async (_name, bytes) => {
    const { path, server } = await serve();
    const good = await enter(path);
    good.say(hello(3));
    await good.hears(1);
    const bad = await enter(path);
    bad.socket.write(bytes);
    await bad.closed;
    expect(server.send({ type: "hub", online: false })).toBe(true);
    expect((await good.hears(2))[1]).toEqual({ type: "hub", online: false });
  });

  test("what the kiosk shows is known, and that it has gone", async () => {
    const { path, changes, until, server } = await serve();
    expect(server.kiosk()).toBeNull();
    expect(server.send({ type: "hub", online: true })).toBe(false);
    const kiosk = await enter(path);
    kiosk.say(hello(3));
    kiosk.say(live("menu"));
    await until(() => changes.length === 2);
    expect(server.kiosk()).toMatchObject({ version: "0.1.0 (test)", live: { state: "menu" } });
    kiosk.socket.destroy();
    await until(() => changes.at(-1) === null);
    expect(server.kiosk()).toBeNull();
  });

  test.skipIf(process.platform === "win32")(
    "the socket is for its owner only, and an old one is no obstacle",
    async () => {
      const path = join(temporaryFolder(), "link.sock");
      writeFileSync(path, "left by a process that was killed");
      await serve({ path });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const kiosk = await enter(path);
      kiosk.say(hello(3));
      expect((await kiosk.hears(1))[0]?.type).toBe("welcome");
    },
  );

  test("the address is short enough for every system, and differs for every home", () => {
    const long = `/tmp/${"a".repeat(150)}`;
    expect(linkPath(long).length).toBeLessThan(100);
    expect(linkPath(long)).not.toBe(linkPath(`${long}b`));
    if (process.platform !== "win32") expect(linkPath("/srv/k")).toBe("/srv/k/agent/link.sock");
    expect(existsSync(linkPath(long))).toBe(false);
  });
});

test("live messages: only changes, at most one in 250 ms, the latest in the end", () => {
  const clock = makeFakeClock();
  const sent: (string | undefined)[] = [];
  const feed = makeLiveFeed(clock, ({ kiosk }) => sent.push(kiosk?.state));
  const show = (state: "menu" | "waiting" | "game") =>
    feed.show({ kiosk: liveOf(state), load: null } satisfies Live);
  show("waiting");
  show("menu");
  show("game");
  expect(sent).toEqual(["waiting"]);
  clock.advance(250);
  expect(sent).toEqual(["waiting", "game"]);
  clock.advance(10_000);
  show("game");
  expect(sent).toEqual(["waiting", "game"]);
});

test("lines are cut wherever the chunks end", () => {
  const lines = makeLines(100);
  const text = Buffer.from("một\nhai\nba");
  const heard = [...text].flatMap((byte) => lines.push(Uint8Array.of(byte)).lines);
  expect(heard).toEqual(["một", "hai"]);
  expect(lines.push(Buffer.from("\n")).lines).toEqual(["ba"]);
});
