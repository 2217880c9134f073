// The kiosk as a child meets it: real Electron, a real local socket, games in real frames.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { KioskRecord } from "../protocol/link.ts";
import { stationSentences } from "../protocol/stationSentences.ts";
import { linkPath } from "../runtime/linkPath.ts";
import { prepareElectronKiosk } from "./testing/electronKiosk.ts";
import { startFakeAgent } from "./testing/fakeAgent.ts";
import { writeFixtureGames } from "./testing/fixtureGames.ts";
import { ids } from "./testing/sampleRoom.ts";

const kiosk = await prepareElectronKiosk("the kiosk's Electron tests");

const isSession = (event: string) => (record: KioskRecord) =>
  record.type === "session" && record.body.event === event;
const opened = (records: readonly KioskRecord[]) => records.filter(isSession("opened")).length;

describe.skipIf(kiosk === null)("the kiosk in Electron", () => {
  if (kiosk === null) return;
  const { room, open, closing } = kiosk;
  beforeAll(async () => {
    writeFixtureGames(join(kiosk.folder, "content"));
  });
  afterEach(kiosk.closeAll);
  afterAll(kiosk.remove);

  it("needs one file for its first picture, without the schemas that only what comes later is checked by", () => {
    const assets = join(kiosk.built, "renderer", "assets");
    const [first, ...others] = readdirSync(assets).filter((name) => /^index-.*\.js$/.test(name));
    expect(others).toEqual([]);
    expect(readFileSync(join(assets, first ?? ""), "utf8")).not.toContain("ZodError");
  });

  it("opens the lesson of the plan that came over the link, plays a game and tells of it", async () => {
    const { home, agent } = await room(["good-game"]);
    const { page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).click();
    await page.frameLocator("iframe").locator("#win").click();
    const run = await agent.untilRecord(({ type }) => type === "gameRun");
    expect(run).toMatchObject({
      body: {
        ...{ gameId: "good-game", ended: "finished", classId: ids.rabbits, ageBand: "5-6" },
        ...{ rounds: 1, correctFirstTry: 1, hints: 0, shownHow: 0, roundsMs: 5 },
      },
    });
    await page.getByRole("button", { name: "good-game" }).waitFor();
    expect(agent.records.map(({ type }) => type)).toEqual(["session", "gameRun"]);
    await agent.until(
      (message): message is typeof message & { type: "live" } =>
        message.type === "live" && message.live.state === "game",
    );
  });

  it("goes on with the same session when its page crashes, and reports the fault", async () => {
    const { home, agent } = await room(["good-game"]);
    const { app, page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).waitFor();
    await agent.untilRecord(isSession("opened"));
    agent.received.length = 0;
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await agent.untilRecord((record) => record.type === "fault" && record.body.kind === "kioskCrash");
    // A page that died cannot be asked; the new one tells by itself that its menu is there.
    const live = await agent.until(
      (message): message is typeof message & { type: "live" } =>
        message.type === "live" && message.live.state === "menu",
    );
    expect(live.live.sessionId).toBe(agent.records.find(isSession("opened"))?.body["sessionId" as never]);
    expect(opened(agent.records)).toBe(1);
  });

  it("lets a game reach nothing: no network, host, Node, storage, window, navigation, camera or eval", async () => {
    const { home, agent } = await room(["curious-game"]);
    const { app, page } = await open(home, agent);
    await page.getByRole("button", { name: "curious-game" }).click();
    const fault = await agent.untilRecord(({ type }) => type === "fault");
    expect(fault).toMatchObject({ body: { kind: "gameCrash", detail: "curious-game 1.0.0: got: " } });
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toBe("kiosk://app/index.html");
  });

  it("runs its cached lesson with no agent at all and sends the records when one comes", async () => {
    const { home, agent } = await room(["good-game"]);
    const first = await open(home, agent);
    await first.page.getByRole("button", { name: "good-game" }).waitFor();
    await agent.untilRecord(isSession("opened"));
    await kiosk.closeAll();

    const { page } = await open(home, null);
    await page.getByRole("button", { name: "good-game" }).click();
    await page.frameLocator("iframe").locator("#win").click();
    await page.getByRole("button", { name: "good-game" }).waitFor();
    const late = await startFakeAgent(linkPath(home));
    closing.unshift(() => late.stop());
    await late.untilRecord(({ type }) => type === "gameRun");
    expect(opened(late.records)).toBe(0);
  });

  it("opens the teacher's panel over a game by the held key, and ends the lesson by PIN", async () => {
    const { home, agent } = await room(["good-game"]);
    const { app, page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).click();
    await page.frameLocator("iframe").locator("#win").waitFor();
    // As the system sends keys: those of the debugging protocol go past the shell, straight to the page in focus.
    const key = (type: "keyDown" | "keyUp") =>
      app.evaluate(({ BrowserWindow }, event) => {
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: event, keyCode: "F2" });
      }, type);
    const openPanel = async () => {
      await key("keyDown");
      await page.getByRole("dialog").waitFor();
      await key("keyUp");
    };
    await openPanel();
    // Two taps and no PIN; what is reported again at once is thanked for and not sent again.
    const door = page.getByRole("button", { name: "Báo hỏng" });
    await door.click();
    await page.getByRole("button", { name: "Chuột" }).click();
    await page.getByRole("status").getByText("Trạm").waitFor();
    expect(await agent.untilRecord(({ type }) => type === "report")).toMatchObject({
      body: { part: "mouse", staffId: null },
    });
    await page.getByRole("button", { name: "Xong" }).click();
    await openPanel();
    await door.click();
    await page.getByText("Cái gì bị hỏng?").waitFor();
    await page.keyboard.press("2");
    await page.getByText("Cảm ơn cô!").waitFor();
    expect(agent.records.filter(({ type }) => type === "report")).toHaveLength(1);
    await page.keyboard.press("Escape");
    await openPanel();
    // Typed: the keys must reach the panel and not the game that had them before.
    await page.keyboard.type("2468");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Trạm này" }).click();
    await page.getByRole("button", { name: "Kết thúc" }).click();
    await page.getByText("Tạm biệt Lớp Thỏ Trắng!").waitFor();
    expect(await agent.untilRecord(isSession("closed"))).toMatchObject({
      body: { source: "teacher", staffId: ids.staff },
    });
  });

  it("speaks with the teacher's own voice, which came through the agent, and has it anew when it is damaged", async () => {
    const sound = readFileSync(
      join(import.meta.dirname, "renderer", "public", "voice", "vi", "goodbye.opus"),
    );
    const nameOf = (bytes: Buffer) => ({
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
    });
    // The name of the game, too: a pointer that rests on its card interrupts the first sentence with it.
    const recordings = [stationSentences["choose-game"].vi, "good-game"].map((text) => ({
      locale: "vi",
      text,
      ...nameOf(sound),
    }));
    const list = Buffer.from(JSON.stringify({ format: 1, recordings }));
    const { home, agent } = await room(["good-game"]);
    const { page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).waitFor();
    const body = { catalogueHash: "h", games: [], voices: nameOf(list) };
    agent.send({ type: "document", document: { doc: "content", version: 1, body } });
    const give = async (bytes: Buffer) => {
      const { sha256 } = nameOf(bytes);
      await agent.until(
        (message): message is typeof message & { type: "fetch" } =>
          message.type === "fetch" && message.file.sha256 === sha256,
      );
      agent.send({ type: "filePart", sha256, part: 0, parts: 1, data: bytes.toString("base64") });
    };
    await give(list);
    await give(sound);
    const { sha256 } = nameOf(sound);
    const file = join(home, "kiosk", "voices", `${sha256}.opus`);
    await expect.poll(() => existsSync(file)).toBe(true);
    await page.reload();
    await page.locator('html[data-spoken-by="own"]').waitFor({ state: "attached" });

    agent.received.length = 0;
    writeFileSync(file, Buffer.alloc(sound.length));
    const served = () =>
      page.evaluate(async (name) => (await fetch(`./own-voices/${name}.opus`)).status, sha256);
    expect(await served()).toBe(404);
    await agent.untilRecord((record) => record.type === "fault" && record.body.kind === "contentDamaged");
    await give(sound);
    await expect.poll(served).toBe(200);
  });

  it.skipIf(process.platform === "win32")(
    "keeps its files from every other user of the machine",
    async () => {
      const { home, agent } = await room(["good-game"]);
      const before = process.umask(0o022);
      closing.push(async () => process.umask(before));
      await open(home, agent);
      expect(statSync(join(home, "kiosk", "spool.db")).mode & 0o077).toBe(0);
    },
  );

  it("in kiosk mode has no developer tools and no menu", async () => {
    const { home, agent } = await room(["good-game"]);
    const { app } = await open(home, agent, "kiosk");
    const facts = await app.evaluate(({ BrowserWindow, Menu }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.webContents.openDevTools();
      return {
        menu: Menu.getApplicationMenu(),
        tools: window?.webContents.isDevToolsOpened(),
        kiosk: window?.isKiosk(),
      };
    });
    expect(facts).toEqual({ menu: null, tools: false, kiosk: true });
  });

  it("ends a second instance on the same data by itself; the first goes on", async () => {
    const { home, agent } = await room(["good-game"]);
    const { app, page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).waitFor();
    const second = spawn(kiosk.command.executable, kiosk.command.args, {
      env: kiosk.environment(home, "window"),
    });
    closing.push(async () => second.kill());
    const [code] = (await once(second, "exit")) as [number | null];
    expect(code).toBe(0);
    expect(agent.received.filter(({ type }) => type === "hello")).toHaveLength(1);
    expect(app.windows()).toHaveLength(1);
    await page.getByRole("button", { name: "good-game" }).click();
    await page.frameLocator("iframe").locator("#win").waitFor();
  });
});
