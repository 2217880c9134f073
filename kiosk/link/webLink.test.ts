import { expect, it } from "vitest";
import type { KioskMessage, KioskRecord, ServerMessage } from "../../protocol/link.ts";
import { ids, sampleConfig, samplePlan } from "../testing/sampleRoom.ts";
import type { StationEvent } from "./stationLink.ts";
import { type LinkSocket, type LinkStorage, type WebLinkDependencies, webLink } from "./webLink.ts";

function memoryStorage(): LinkStorage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (place) => [...held.keys()][place] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

function setUp(
  storage = memoryStorage(),
  fetchLasting: WebLinkDependencies["fetchLasting"] = () => Promise.reject(new Error("no network")),
  fetchCatalogue: WebLinkDependencies["fetchCatalogue"] = () => Promise.reject(new Error("no network")),
) {
  const sockets: LinkSocket[] = [];
  const sent: KioskMessage[] = [];
  const events: StationEvent[] = [];
  const later: (() => void)[] = [];
  const link = webLink({
    openSocket: () => {
      const socket: LinkSocket = {
        send: (text) => void sent.push(JSON.parse(text) as KioskMessage),
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
      };
      sockets.push(socket);
      return socket;
    },
    storage,
    fetchCatalogue,
    fetchLasting,
    now: () => 2000,
    random: () => 0,
    newId: () => record(99).id,
    freeBytes: () => Promise.resolve(null),
    after: (_ms, run) => void later.push(run),
    builtAt: 1000,
    version: "0.1.0",
    shell: "web",
    reload: () => undefined,
    onProblem: () => undefined,
  });
  const hear = (message: ServerMessage) => sockets.at(-1)?.onmessage?.({ data: JSON.stringify(message) });
  const welcome = () =>
    hear({
      type: "welcome",
      deviceId: ids.device as never,
      boot: "0123456789abcdef" as never,
      clock: { offsetMs: 5, trusted: true },
      hubOnline: true,
    });
  return {
    link,
    sent,
    sockets,
    storage,
    hear,
    welcome,
    events,
    begin: () => link.begin((event) => events.push(event)),
    open: () => sockets.at(-1)?.onopen?.(),
    lose: () => {
      sockets.at(-1)?.onclose?.();
      later.shift()?.();
    },
  };
}

const record = (n: number): KioskRecord => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as KioskRecord["id"],
  at: n,
  type: "fault",
  body: { kind: "other", detail: "" },
});
const sentRecords = (sent: readonly KioskMessage[]) =>
  sent.flatMap((message) => (message.type === "record" ? [message.record.id] : []));

it("A record is sent again on every new connection until the hub stored it", async () => {
  const { begin, link, open, welcome, lose, hear, sent } = setUp();
  await begin();
  await link.record(record(2));
  await link.record(record(1));
  open();
  welcome();
  expect(sentRecords(sent)).toEqual([record(1).id, record(2).id]);
  hear({ type: "stored", ids: [record(1).id] });
  sent.length = 0;
  lose();
  open();
  welcome();
  expect(sentRecords(sent)).toEqual([record(2).id]);
});

it("Documents outlive the page, and the next page begins with them and tells that it has them", async () => {
  const first = setUp();
  await first.begin();
  first.open();
  first.hear({ type: "document", document: { doc: "plan", version: 3, body: samplePlan([]) } });
  first.hear({ type: "document", document: { doc: "config", version: 2, body: sampleConfig() } });
  const second = setUp(first.storage);
  const { status } = await second.begin();
  expect(status.plan?.roomName).toBe("Phòng Kidsmart");
  expect(status.config).not.toHaveProperty("pins");
  second.open();
  expect(second.sent[0]).toMatchObject({ type: "hello", have: { plan: 3, config: 2, content: 0 } });
});

it("A PIN is asked of the hub; without one the answer is a refusal and not a hang", async () => {
  const { begin, link, open, welcome, hear } = setUp();
  await begin();
  await expect(link.checkPin("2468")).rejects.toThrow();
  open();
  welcome();
  const asked = link.checkPin("2468");
  hear({ type: "pin", request: 1, result: { outcome: "wrong", triesLeft: 4 } });
  expect(await asked).toEqual({ outcome: "wrong", triesLeft: 4 });
});

it("When the hub cannot be reached the screen judges its clock alone and goes on", async () => {
  const { begin, lose, events } = setUp();
  await begin();
  lose();
  expect(events.at(-1)).toMatchObject({
    status: { serverOnline: false, clock: { judged: true, trusted: true } },
  });
});

const pause = {
  order: "pause",
  sessionId: "00000000-0000-7000-8000-00000000aaaa" as never,
  stations: null,
} as const;

it("An order for the whole room goes to the hub once a PIN was right, and not before, nor after the panel closed", async () => {
  const { begin, link, open, welcome, hear, sent } = setUp();
  await begin();
  open();
  welcome();
  expect(await link.ask(pause)).toBe(false);
  const asked = link.checkPin("2468");
  hear({ type: "pin", request: 1, result: { outcome: "right", staffId: ids.staff as never } });
  await asked;
  expect(await link.ask(pause)).toBe(true);
  // The device's clock is 5 ms behind the hub's.
  expect(sent.at(-1)).toMatchObject({
    type: "ask",
    ask: { staffId: ids.staff, askedAt: 2005, order: pause },
  });
  hear({ type: "hub", online: false });
  expect(await link.ask(pause)).toBe(false);
  hear({ type: "hub", online: true });
  link.panelClosed();
  expect(sent.at(-1)).toEqual({ type: "panelClosed" });
  expect(await link.ask(pause)).toBe(false);
});

it("A plan newer than this page understands leaves the one it has, and is told once in plain words", async () => {
  const { begin, open, welcome, hear, sent, events } = setUp();
  await begin();
  open();
  welcome();
  hear({ type: "document", document: { doc: "plan", version: 3, body: samplePlan([]) } });
  const newer = { ...samplePlan([]), format: 99 };
  hear({ type: "document", document: { doc: "plan", version: 4, body: newer } });
  hear({ type: "document", document: { doc: "plan", version: 4, body: newer } });
  const faults = sent.flatMap((message) => (message.type === "record" ? [message.record] : []));
  expect(faults).toMatchObject([{ type: "fault", body: { kind: "documentRefused" } }]);
  expect(JSON.stringify(faults)).toContain("cập nhật Kidsmart");
  expect(events.at(-1)).toMatchObject({
    status: { planRefused: true, plan: { roomName: "Phòng Kidsmart" } },
  });
});

const sha = (digit: string) => digit.repeat(64);
const contentWith = (version: number, voices: { sha256: string; bytes: number } | null): ServerMessage => ({
  type: "document",
  document: { doc: "content", version, body: { catalogueHash: "h", games: [], voices } },
});
const listWith = (text: string, sha256: string) => ({
  format: 1,
  recordings: [{ locale: "vi", text, sha256, bytes: 9 }],
});
const shownVoices = (events: readonly StationEvent[]) =>
  events.flatMap((event) => (event.type === "status" ? [event.status.ownVoices?.vi] : [])).at(-1);

it("The voices that the content document names are read from the hub, and withdrawn with it", async () => {
  const asked: string[] = [];
  const { begin, open, welcome, hear, events, link } = setUp(memoryStorage(), async (path) => {
    asked.push(path);
    return listWith("Giỏi lắm!", sha("b"));
  });
  await begin();
  open();
  welcome();
  hear(contentWith(1, { sha256: sha("a"), bytes: 5 }));
  await expect.poll(() => shownVoices(events)).toEqual({ "Giỏi lắm!": sha("b") });
  expect(asked).toEqual([`/voices/${sha("a")}.json`]);
  expect(link.ownVoice(sha("b"))).toBe(`/voices/${sha("b")}.opus`);
  hear(contentWith(2, null));
  await expect.poll(() => shownVoices(events)).toEqual({});
});

it("A page that is loaded anew speaks with the voices it had, before the hub is reached", async () => {
  const storage = memoryStorage();
  const before = setUp(storage, async () => listWith("Giỏi lắm!", sha("b")));
  await before.begin();
  before.open();
  before.hear(contentWith(1, { sha256: sha("a"), bytes: 5 }));
  await expect.poll(() => shownVoices(before.events)).toEqual({ "Giỏi lắm!": sha("b") });
  const after = setUp(storage);
  expect((await after.begin()).status.ownVoices?.vi).toEqual({ "Giỏi lắm!": sha("b") });
  after.open();
  after.hear(contentWith(2, null));
  await expect.poll(() => shownVoices(after.events)).toEqual({});
  expect((await setUp(storage).begin()).status.ownVoices?.vi ?? {}).toEqual({});
  expect(storage.getItem("kidsmart.voices")).toBeNull();
});

it("A list that was not to be had is asked for again at the next welcome", async () => {
  let fails = true;
  const { begin, open, welcome, hear, events } = setUp(memoryStorage(), async () => {
    if (fails) throw new Error("HTTP 502");
    return listWith("Giỏi lắm!", sha("b"));
  });
  await begin();
  open();
  welcome();
  hear(contentWith(1, { sha256: sha("a"), bytes: 5 }));
  await Promise.resolve();
  expect(shownVoices(events)).toBeUndefined();
  fails = false;
  welcome();
  await expect.poll(() => shownVoices(events)).toEqual({ "Giỏi lắm!": sha("b") });
});

const faultsOf = (sent: readonly KioskMessage[]) =>
  sent.flatMap((message) =>
    message.type === "record" && message.record.type === "fault" ? [message.record.body] : [],
  );
const statusOf = (events: readonly StationEvent[]) =>
  events.flatMap((event) => (event.type === "status" ? [event.status] : [])).at(-1);

it("hides the games that the hub found damaged, and tells of each once", async () => {
  const damaged = [{ id: "torn-game", detail: "torn-game 1.0.0: index.html has another content" }];
  const fetchCatalogue = () => Promise.resolve({ games: [], hash: "0".repeat(64), damaged });
  const { begin, open, welcome, hear, sent, events } = setUp(memoryStorage(), undefined, fetchCatalogue);
  await begin();
  open();
  welcome();
  await expect.poll(() => statusOf(events)?.damagedGames, { timeout: 10_000 }).toEqual(["torn-game"]);
  hear({
    type: "document",
    document: { doc: "content", version: 2, body: { catalogueHash: "h", games: [], voices: null } },
  });
  await expect.poll(() => faultsOf(sent).length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(faultsOf(sent)).toEqual([{ kind: "contentDamaged", detail: damaged[0]?.detail }]);
});

it("tells of a catalogue that is torn, but not of one that it did not reach", async () => {
  const torn = setUp(memoryStorage(), undefined, async () => JSON.parse('{"games":['));
  await torn.begin();
  torn.open();
  torn.welcome();
  await expect
    .poll(() => faultsOf(torn.sent), { timeout: 10_000 })
    .toMatchObject([{ kind: "contentDamaged" }]);
  const unreached = setUp();
  await unreached.begin();
  unreached.open();
  unreached.welcome();
  expect(faultsOf(unreached.sent)).toEqual([]);
});

it("keeps a lock across page loads, and opens it for a right PIN only", async () => {
  const first = setUp();
  await first.begin();
  first.open();
  first.welcome();
  const command = { id: record(7).id as never, issuedAt: 0, expiresAt: 9e12, issuedBy: "hub" };
  first.hear({ type: "deviceCommand", command: { ...command, name: "lock", until: null } });
  expect(first.sent.at(-1)).toMatchObject({ type: "commandResult", outcome: "done" });
  const second = setUp(first.storage);
  const { status } = await second.begin();
  expect(status.standing?.lock).toEqual({ since: 2005, until: null });
  expect(await second.link.unlock()).toBe(false);
  second.open();
  second.welcome();
  const asked = second.link.checkPin("2468");
  second.hear({ type: "pin", request: 1, result: { outcome: "right", staffId: ids.staff as never } });
  await asked;
  expect(await second.link.unlock()).toBe(true);
  expect((await setUp(first.storage).begin()).status.standing?.lock).toBeNull();
});

it("opens a lock also when the browser keeps nothing any more, and says that it was not kept", async () => {
  const storage = memoryStorage();
  const { begin, open, welcome, hear, sent, events } = setUp(storage);
  await begin();
  open();
  welcome();
  const command = { id: record(7).id as never, issuedAt: 0, expiresAt: 9e12, issuedBy: "hub" };
  hear({ type: "deviceCommand", command: { ...command, name: "lock", until: null } });
  storage.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  hear({ type: "deviceCommand", command: { ...command, name: "unlock" } });
  expect(sent.at(-1)).toMatchObject({
    outcome: "done",
    detail: expect.stringContaining("không còn chỗ lưu"),
  });
  expect(events.at(-1)).toMatchObject({ type: "status", status: { standing: { lock: null } } });
});

it("refuses what a page cannot do, in words", async () => {
  const { begin, open, welcome, hear, sent } = setUp();
  await begin();
  open();
  welcome();
  for (const name of ["reboot", "shutDown", "screenshot", "collectLogs"] as const) {
    const id = record(7).id as never;
    hear({ type: "deviceCommand", command: { id, issuedAt: 0, expiresAt: 9e12, issuedBy: "hub", name } });
    expect(sent.at(-1), name).toMatchObject({
      outcome: "refused",
      detail: expect.stringContaining("trang web"),
    });
  }
});
