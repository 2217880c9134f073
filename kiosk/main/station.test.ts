import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { KioskMessage, KioskRecord } from "../../protocol/link.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import { openDatabase } from "../../runtime/database.ts";
import { openGamePacks } from "../../runtime/gamePacks.ts";
import { makeVerifier } from "../../runtime/secret.ts";
import type { StationEvent, StationStatus } from "../link/stationLink.ts";
import { type FakeAgent, startFakeAgent } from "../testing/fakeAgent.ts";
import { ids, sampleConfig, samplePlan } from "../testing/sampleRoom.ts";
import { openAgentLink } from "./agentLink.ts";
import { openDocuments } from "./documents.ts";
import { openPinKeeper } from "./pinKeeper.ts";
import { openSpool } from "./spool.ts";
import { openStation, type Station } from "./station.ts";
import { openVoiceFiles } from "./voiceFiles.ts";
import { readWhole, writeWhole } from "./wholeFile.ts";

let folder: string;
let socket: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-station-"));
  socket = join(folder, "agent.sock");
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true });
});

const plan: Desired = { doc: "plan", version: 4, body: samplePlan([{ startMinute: 540, endMinute: 570 }]) };
const config = (pins: ReturnType<typeof sampleConfig>["pins"] = []): Desired => ({
  doc: "config",
  version: 2,
  body: sampleConfig({ pins }),
});
const record = (n: number): KioskRecord => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as KioskRecord["id"],
  at: n,
  type: "fault",
  body: { kind: "other", detail: `${n}` },
});

type Open = {
  station: Station;
  events: StationEvent[];
  restarts: number;
  captures: number;
  /** Lets the time pass between the camera's frame and the picture. */
  camera(): void;
  problems: string[];
  until(fits: (event: StationEvent) => boolean): Promise<StationEvent>;
};

function open(part: { builtAt?: number; now?: number; content?: string } = {}): Open {
  const documents = openDocuments(join(folder, "documents"), () => undefined);
  const now = () => part.now ?? 2000;
  const watchers = new Set<() => void>();
  const problems: string[] = [];
  const camera = Promise.withResolvers<void>();
  const result: Open = {
    events: [],
    restarts: 0,
    captures: 0,
    camera: camera.resolve,
    problems,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = result.events.find(fits);
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    station: openStation({
      now,
      random: () => 0,
      builtAt: part.builtAt ?? 1000,
      version: "0.1.0",
      shell: "Electron 42.0.0",
      spool: openSpool(join(folder, "spool.db")),
      documents,
      pins: openPinKeeper({
        file: join(folder, "pinTries.json"),
        pins: () => documents.get("config")?.pins ?? [],
        now,
        onProblem: () => undefined,
      }),
      packs: openGamePacks({
        folder: part.content ?? folder,
        onDamaged: (_game, detail) => result.station.gameDamaged(detail),
        onProblem: () => undefined,
      }),
      voices: openVoiceFiles({
        folder: join(folder, "voices"),
        onDamaged: (detail) => result.station.voiceDamaged(detail),
        onProblem: () => undefined,
      }),
      lesson: {
        load: () => readWhole(join(folder, "lesson.json")),
        save: (text) => writeWhole(join(folder, "lesson.json"), text),
      },
      standing: {
        load: () => readWhole(join(folder, "standing.json")),
        save: (text) => writeWhole(join(folder, "standing.json"), text),
      },
      capture: async () => {
        result.captures += 1;
        return Buffer.from("a picture");
      },
      wait: () => camera.promise,
      log: () => "một dòng\n",
      openLink: (events) =>
        openAgentLink({ ...events, path: socket, random: () => 0, onProblem: () => undefined }),
      restart: () => {
        result.restarts += 1;
        for (const look of watchers) look();
      },
      onProblem: (detail) => problems.push(detail),
    }),
  };
  result.station.begin((event) => {
    result.events.push(event);
    for (const look of watchers) look();
  });
  closing.push(() => result.station.close());
  return result;
}

async function agent(documents: readonly Desired[] = [], deviceId: string = ids.device): Promise<FakeAgent> {
  const started = await startFakeAgent(socket, documents, { offsetMs: 0, trusted: true }, deviceId);
  closing.push(() => started.stop());
  return started;
}

const status = (fits: (status: StationStatus) => boolean) => (event: StationEvent) =>
  event.type === "status" && fits(event.status);

it("It says hello with the versions it holds, and keeps what the agent then sends for a run without agent", async () => {
  const first = await agent([plan, config()]);
  const before = open();
  expect(await first.until((message) => message.type === "hello")).toEqual({
    type: "hello",
    kiosk: "0.1.0 (Electron 42.0.0)",
    have: { plan: 0, config: 0, content: 0 },
  });
  await before.until(status((now) => now.plan !== null && now.config !== null));
  for (const close of closing.splice(0).reverse()) await close();

  const alone = open();
  await alone.until(status((now) => now.clock.judged));
  const beginning = alone.station.begin(() => undefined).status;
  expect(beginning.plan).toEqual(plan.body);
  expect(beginning.clock.trusted).toBe(true);
  expect(beginning.serverOnline).toBe(false);
});

it("Enrolled anew, it forgets the other school's plan and PINs and asks for its own, even of the same version", async () => {
  const verifier = await makeVerifier("2468", { N: 16, r: 1, p: 1 });
  await agent([plan, config([{ staffId: ids.staff as never, verifier }])]);
  const before = open();
  await before.until(status((now) => now.plan !== null && now.config !== null));
  for (const close of closing.splice(0).reverse()) await close();

  const body = { ...samplePlan([]), roomName: "Phòng của trường khác" };
  const there = await agent([{ ...plan, body }], ids.room);
  const anew = open();
  await anew.until(status((now) => now.hubOnline && now.plan === null && now.config === null));
  expect(await anew.station.checkPin("2468")).toEqual({ outcome: "unavailable" });
  await anew.until(status((now) => now.plan?.roomName === body.roomName));
  expect(there.received.filter(({ type }) => type === "hello")).toMatchObject([
    { have: { plan: 4, config: 2 } },
    { have: { plan: 0, config: 0 } },
  ]);
  for (const close of closing.splice(0).reverse()) await close();

  const alone = open();
  await alone.until(status((now) => now.clock.judged));
  expect(alone.station.begin(() => undefined).status).toMatchObject({ plan: body, config: null });
});

it("The renderer never gets a PIN's verifier", async () => {
  const verifier = "scrypt$2$1$1$c2FsdA$a2V5";
  await agent([config([{ staffId: ids.staff as never, verifier }])]);
  const { until, station } = open();
  await until(status((now) => now.config !== null));
  expect(JSON.stringify(station.begin(() => undefined))).not.toContain("scrypt");
});

it("Records made without an agent are sent when it comes, and again after a lost connection, until it stored them", async () => {
  const { station } = open();
  station.record(record(1));
  const late = await agent();
  late.storing = false;
  await late.untilRecord(({ id }) => id === record(1).id);
  late.dropConnections();
  late.received.length = 0;
  await late.until((message) => message.type === "record");
  late.send({ type: "stored", ids: [record(1).id] });
  station.record(record(2));
  await late.untilRecord(({ id }) => id === record(2).id);
  late.received.length = 0;
  late.dropConnections();
  // After `stored` only the second is still owed.
  expect(await late.until((message) => message.type === "record")).toMatchObject({
    record: { id: record(2).id },
  });
});

it("A lesson's state survives a kiosk that is ended", async () => {
  open().station.saveLesson("half a lesson");
  for (const close of closing.splice(0)) await close();
  expect(open().station.begin(() => undefined).lesson).toBe("half a lesson");
});

it("Without an agent a clock earlier than the build is not trusted", async () => {
  const { until } = open({ now: 10, builtAt: 1000 });
  expect(await until(status((now) => now.clock.judged))).toMatchObject({
    status: { clock: { trusted: false } },
  });
});

it("PINs are checked here, and wrong tries are counted across restarts", async () => {
  const verifier = await makeVerifier("2468", { N: 16, r: 1, p: 1 });
  await agent([config([{ staffId: ids.staff as never, verifier }])]);
  const first = open();
  await first.until(status((now) => now.config !== null));
  // Side by side: every one of them counts.
  const tries = await Promise.all(["1", "2", "3"].map((pin) => first.station.checkPin(pin)));
  expect(tries.map((result) => result.outcome === "wrong" && result.triesLeft)).toEqual([4, 3, 2]);
  await closing.pop()?.();
  const second = open();
  await second.until(status((now) => now.config !== null));
  expect(await second.station.checkPin("9999")).toEqual({ outcome: "wrong", triesLeft: 1 });
  expect(await second.station.checkPin("2468")).toEqual({ outcome: "right", staffId: ids.staff });
});

it("identify reaches the screen; restartKiosk is answered before the kiosk ends", async () => {
  const there = await agent();
  const kiosk = open();
  await there.until((message) => message.type === "hello");
  const command = { id: ids.slot(1), issuedAt: 0, expiresAt: 1, issuedBy: "hub" };
  there.send({ type: "deviceCommand", command: { ...command, name: "identify", seconds: 7 } });
  expect(await kiosk.until(({ type }) => type === "identify")).toEqual({ type: "identify", seconds: 7 });
  there.send({ type: "deviceCommand", command: { ...command, id: ids.slot(2), name: "restartKiosk" } });
  await there.until(
    (message): message is typeof message & { type: "commandResult" } =>
      message.type === "commandResult" && message.commandId === ids.slot(2),
  );
  await expect.poll(() => kiosk.restarts).toBe(1);
});

const order = (n: number, part: object) => ({
  type: "deviceCommand",
  command: {
    id: record(n).id,
    issuedAt: 1,
    expiresAt: 9_999_999_999_999,
    issuedBy: "hub",
    ...part,
  },
});
const answerTo = (there: FakeAgent, n: number) =>
  there.until(
    (message): message is Extract<KioskMessage, { type: "commandResult" }> =>
      message.type === "commandResult" && message.commandId === record(n).id,
  );

it("A lock outlives the kiosk, and only a PIN at the station or an order opens it", async () => {
  const verifier = await makeVerifier("2468", { N: 16, r: 1, p: 1 });
  const there = await agent([config([{ staffId: ids.staff as never, verifier }])]);
  const before = open();
  await before.until(status((now) => now.config !== null));
  there.send(order(1, { name: "lock", until: 99_000 }));
  expect(await answerTo(there, 1)).toMatchObject({ outcome: "done" });
  for (const close of closing.splice(0).reverse()) await close();

  const after = open();
  expect(after.station.begin(() => undefined).status.standing?.lock).toEqual({ since: 2000, until: 99_000 });
  expect(after.station.unlock()).toBe(false);
  await after.station.checkPin("2468");
  expect(after.station.unlock()).toBe(true);
  expect(JSON.parse(readWhole(join(folder, "standing.json")) ?? "")).toMatchObject({ lock: null });
});

it("A lock that the disk does not keep is not one, and says so", async () => {
  const there = await agent([config()]);
  const { station, until } = open();
  await until(status((now) => now.config !== null));
  mkdirSync(join(folder, "standing.json"));
  there.send(order(1, { name: "lock", until: null }));
  expect(await answerTo(there, 1)).toMatchObject({ outcome: "failed" });
  expect(station.begin(() => undefined).status.standing?.lock).toBeNull();
});

it("No picture is taken where the config does not allow it, whoever asks", async () => {
  const there = await agent([config()]);
  const opened = open();
  await opened.until(status((now) => now.config !== null));
  there.send(order(1, { name: "screenshot" }));
  expect(await answerTo(there, 1)).toMatchObject({ outcome: "refused" });
  expect(opened.captures).toBe(0);
  expect(opened.events.some(({ type }) => type === "camera")).toBe(false);
  expect(there.received.some(({ type }) => type === "file")).toBe(false);
});

it("A picture is told on the screen before it is taken, and goes out before its answer", async () => {
  const allowed: Desired = { doc: "config", version: 3, body: sampleConfig({ allowScreenshot: true }) };
  const there = await agent([allowed]);
  const opened = open();
  await opened.until(status((now) => now.config !== null));
  there.send(order(1, { name: "screenshot" }));
  await opened.until(({ type }) => type === "camera");
  expect(opened.captures).toBe(0);
  opened.camera();
  await answerTo(there, 1);
  const sent = there.received.filter(({ type }) => type === "file" || type === "commandResult");
  expect(sent).toMatchObject([
    { type: "file", kind: "screenshot", data: Buffer.from("a picture").toString("base64") },
    { type: "commandResult", outcome: "done" },
  ]);
});

it("What the agent sends amiss is left aside and the link goes on", async () => {
  const there = await agent();
  const kiosk = open();
  await there.until((message) => message.type === "hello");
  there.send({ type: "nonsense" });
  there.send("text");
  there.send({ type: "document", document: { ...plan, body: { roomId: 1 } } });
  there.send({ type: "document", document: plan });
  expect(await kiosk.until(status((now) => now.plan !== null))).toBeDefined();
});

it("A full disk that refuses to forget stored records leaves the kiosk and its link alive", async () => {
  const there = await agent([config()]);
  const kiosk = open();
  await kiosk.until(status((now) => now.config !== null));
  const disk = openDatabase(join(folder, "spool.db"));
  disk.exec(
    "CREATE TRIGGER refuse BEFORE DELETE ON spool BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END",
  );
  disk.close();
  kiosk.station.record(record(1));
  await there.untilRecord(({ id }) => id === record(1).id);
  // Comes after `stored`, which the disk refuses to act on.
  there.send({ type: "document", document: plan });
  await kiosk.until(status((now) => now.plan !== null));
  expect(kiosk.problems).toContainEqual(expect.stringContaining("disk is full"));
  there.received.length = 0;
  there.dropConnections();
  // Still owed, as far as the kiosk can tell: a repeat is ignored by its id.
  await there.until((message) => message.type === "record");
});

it("A damaged spool keeps no screen dark: the station runs on a new one, and the agent gets a fault record", async () => {
  writeFileSync(join(folder, "spool.db"), "no database".repeat(1000));
  const there = await agent([plan]);
  const kiosk = open();
  await kiosk.until(status((now) => now.plan !== null));
  kiosk.station.record(record(1));
  await there.untilRecord(({ id }) => id === record(1).id);
  expect(await there.untilRecord(({ id }) => id !== record(1).id)).toMatchObject({
    type: "fault",
    body: { kind: "other", detail: expect.stringContaining("spool.db.damaged") },
  });
});

it("A spooled record that can no longer be read holds none of the others back, and the agent gets a fault record", async () => {
  const { station } = open();
  const file = openDatabase(join(folder, "spool.db"));
  file.exec("INSERT INTO spool (id, record) VALUES ('old', '{}')");
  file.close();
  station.record(record(1));
  const late = await agent();
  await late.untilRecord(({ id }) => id === record(1).id);
  expect(await late.untilRecord(({ id }) => id !== record(1).id)).toMatchObject({
    type: "fault",
    body: { detail: expect.stringContaining("old") },
  });
});

it("A damaged game pack is not served, and the agent gets a fault record", async () => {
  const content = join(folder, "content");
  const page = "<p>game</p>";
  const sha256 = createHash("sha256").update(page).digest("hex");
  mkdirSync(join(content, "games", "count-animals"), { recursive: true });
  writeFileSync(join(content, "games", "count-animals", "index.html"), "<p>gamE</p>");
  const text = { vi: "Đếm con vật", en: "Counting animals" };
  writeFileSync(
    join(content, "catalogue.json"),
    JSON.stringify({
      hash: sha256,
      games: [
        {
          id: "count-animals",
          version: "1.0.0",
          title: text,
          house: "math",
          domains: ["cognition"],
          goal: text,
          modes: ["quiz"],
          levels: [{ id: "mixed", ageBand: "5-6", title: text, modes: ["quiz"] }],
          prompts: {},
          icon: "icon.svg",
          files: { "index.html": { bytes: page.length, sha256 } },
          hash: sha256,
        },
      ],
    }),
  );
  const there = await agent([plan]);
  const kiosk = open({ content });
  await kiosk.until(status((now) => now.plan !== null));
  await kiosk.station.checkGames();
  const fault = await there.untilRecord(({ type }) => type === "fault");
  expect(fault).toMatchObject({
    body: { kind: "contentDamaged", detail: expect.stringContaining("index.html") },
  });
  expect(kiosk.station.begin(() => undefined).status.damagedGames).toEqual(["count-animals"]);
});

it.each([
  ["torn", '{"games":[{"id":"count-an', /catalogue\.json/, null],
  [
    "partly broken",
    JSON.stringify({ hash: "0".repeat(64), games: [{ id: "torn-game", version: "one" }] }),
    /catalogue\.json: torn-game/,
    [],
  ],
])(
  "A %s catalogue leaves the station running, and the agent gets a fault record",
  async (_how, text, detail, games) => {
    const content = join(folder, "content");
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, "catalogue.json"), text);
    const there = await agent([plan]);
    const kiosk = open({ content });
    await kiosk.until(status((now) => now.plan !== null));
    const fault = await there.untilRecord(({ type }) => type === "fault");
    expect(fault).toMatchObject({ body: { kind: "contentDamaged", detail: expect.stringMatching(detail) } });
    expect(kiosk.station.begin(() => undefined).status.catalogue?.games ?? null).toEqual(games);
  },
);

const pause = {
  order: "pause",
  sessionId: "00000000-0000-7000-8000-00000000aaaa" as never,
  stations: null,
} as const;

it("An order for the whole room carries the person whose PIN opened the panel, as long as the panel is open", async () => {
  const verifier = await makeVerifier("2468", { N: 16, r: 1, p: 1 });
  const hub = await agent([plan, config([{ staffId: ids.staff as never, verifier }])]);
  const { station, until } = open();
  await until(status((now) => now.config !== null && now.hubOnline));
  expect(station.ask(pause)).toBe(false);
  await station.checkPin("1111");
  expect(station.ask(pause)).toBe(false);
  await station.checkPin("2468");
  expect(station.ask(pause)).toBe(true);
  const told = await hub.until((message) => message.type === "ask");
  expect(told).toMatchObject({ ask: { staffId: ids.staff, askedAt: 2000, order: pause } });
  station.panelClosed();
  expect(station.ask(pause)).toBe(false);
});

it("Without the hub an order for the whole room goes nowhere, and says so", async () => {
  const verifier = await makeVerifier("2468", { N: 16, r: 1, p: 1 });
  const hub = await agent([plan, config([{ staffId: ids.staff as never, verifier }])]);
  const { station, until } = open();
  await until(status((now) => now.config !== null));
  await station.checkPin("2468");
  hub.send({ type: "hub", online: false });
  await until(status((now) => now.serverOnline && !now.hubOnline && now.config !== null && now.clock.judged));
  await until(status((now) => !now.hubOnline));
  expect(station.ask(pause)).toBe(false);
  expect(hub.received.some(({ type }) => type === "ask")).toBe(false);
});

it("A plan newer than this kiosk understands leaves the one it has, and is told once in plain words", async () => {
  const hub = await agent([plan]);
  const { station, until } = open();
  await until(status((now) => now.plan !== null));
  const newer = {
    type: "document",
    document: { doc: "plan", version: 9, body: { ...plan.body, format: 99 } },
  };
  hub.send(newer);
  hub.send(newer);
  await until(status((now) => now.planRefused === true));
  hub.send({ type: "clock", clock: { offsetMs: 7, trusted: true } });
  await until(status((now) => now.clock.offsetMs === 7));
  await hub.untilRecord(({ type }) => type === "fault");
  const faults = hub.records.filter(({ type }) => type === "fault");
  expect(faults).toMatchObject([{ body: { kind: "documentRefused" } }]);
  expect(JSON.stringify(faults)).toContain("cập nhật Kidsmart");
  expect(station.begin(() => undefined).status.plan).toEqual(plan.body);
});

it("A check before a class that somebody asks for reaches the page and is answered", async () => {
  const hub = await agent([plan]);
  const { until } = open();
  await until(status((now) => now.plan !== null));
  const command = {
    id: "00000000-0000-7000-8000-00000000c001",
    issuedAt: 0,
    expiresAt: 9e12,
    issuedBy: "hub",
    name: "checkReadiness",
  };
  hub.send({ type: "deviceCommand", command });
  await until(({ type }) => type === "checkReadiness");
  expect(await hub.until((message) => message.type === "commandResult")).toMatchObject({ outcome: "done" });
});

it("The voices that the content document names come through the agent once, and speak on after a restart", async () => {
  const sound = Buffer.from("giọng cô giáo");
  const nameOf = (bytes: Buffer) => ({
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  });
  const entry = { locale: "vi" as const, text: "Giỏi lắm!", ...nameOf(sound) };
  const list = Buffer.from(JSON.stringify({ format: 1, recordings: [entry] }));
  const content: Desired = {
    doc: "content",
    version: 1,
    body: { catalogueHash: "h", games: [], voices: nameOf(list) },
  };
  const server = await agent([content]);
  const { until } = open();
  for (const bytes of [list, sound]) {
    const { sha256 } = nameOf(bytes);
    const fits = (message: KioskMessage): message is Extract<KioskMessage, { type: "fetch" }> =>
      message.type === "fetch" && message.file.sha256 === sha256;
    await server.until(fits);
    server.send({ type: "filePart", sha256, part: 0, parts: 1, data: bytes.toString("base64") });
  }
  const speaks = status(({ ownVoices }) => ownVoices?.vi["Giỏi lắm!"] === entry.sha256);
  await until(speaks);
  // Another start on the same disk.
  await open().until(speaks);
  expect(server.received.filter(({ type }) => type === "fetch")).toHaveLength(2);
});
