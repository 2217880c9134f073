// The kiosk as a child meets it: real Electron, a real local socket, games in real frames.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "../protocol/documents/plan.ts";
import type { KioskRecord } from "../protocol/link.ts";
import { linkPath } from "../runtime/linkPath.ts";
import { makeVerifier, pinCost } from "../runtime/secret.ts";
import { type Display, hasDisplay, startVirtualDisplay } from "../tools/display.ts";
import { resolveElectron } from "../tools/electron.ts";
import { buildKiosk } from "./build.ts";
import { type FakeAgent, startFakeAgent } from "./testing/fakeAgent.ts";
import { writeFixtureGames } from "./testing/fixtureGames.ts";
import { ids, sampleConfig, samplePlan, slotAround, zoneAtNoon } from "./testing/sampleRoom.ts";

const electron = await resolveElectron();
const virtual = hasDisplay(process.env) ? undefined : await startVirtualDisplay();
const possible = electron.ok && (virtual !== undefined || hasDisplay(process.env));
if (possible) process.stderr.write(`Electron ${electron.value.version} (${electron.value.source})\n`);
else
  process.stderr.write(
    `SKIPPED: the kiosk's Electron tests: ${electron.ok ? "no display" : electron.detail}\n`,
  );

const work = mkdtempSync(join(tmpdir(), "kidsmart-kiosk-"));
const closing: (() => Promise<unknown>)[] = [];

const launchArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  join(work, "dist", "kiosk", "main", "main.mjs"),
];
const environmentOf = (home: string, mode: string): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  ...(virtual ? { DISPLAY: (virtual satisfies Display).name } : {}),
  KIDSMART_HOME: home,
  KIDSMART_CONTENT: join(work, "content"),
  KIDSMART_KIOSK: mode,
});

async function open(
  home: string,
  agent: FakeAgent | null,
  mode = "window",
): Promise<{ app: ElectronApplication; page: Page }> {
  if (!electron.ok) throw new Error(electron.detail);
  const app = await _electron.launch({
    executablePath: electron.value.executable,
    args: launchArguments,
    env: environmentOf(home, mode),
  });
  closing.push(() => app.close());
  const page = await app.firstWindow();
  if (agent !== null) await agent.until((message) => message.type === "hello");
  return { app, page };
}

async function room(games: readonly string[]): Promise<{ home: string; agent: FakeAgent }> {
  const home = mkdtempSync(join(work, "home-"));
  const now = Date.now();
  const plan = samplePlan([slotAround(now, 5, 25)], { zone: zoneAtNoon(now) });
  const lessons = plan.lessons.map((lesson) => ({
    ...lesson,
    games: games.map((gameId) => ({ gameId, level: "one", mode: "quiz" })),
  })) as PlanDocument["lessons"];
  const verifier = await makeVerifier("2468", pinCost);
  const agent = await startFakeAgent(linkPath(home), [
    { doc: "plan", version: 1, body: { ...plan, lessons } },
    { doc: "config", version: 1, body: sampleConfig({ pins: [{ staffId: ids.staff as never, verifier }] }) },
  ]);
  closing.push(() => agent.stop());
  return { home, agent };
}

const isSession = (event: string) => (record: KioskRecord) =>
  record.type === "session" && record.body.event === event;
const opened = (records: readonly KioskRecord[]) => records.filter(isSession("opened")).length;

describe.skipIf(!possible)("the kiosk in Electron", () => {
  beforeAll(async () => {
    await buildKiosk(join(work, "dist", "kiosk"));
    writeFixtureGames(join(work, "content"));
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(async () => {
    await virtual?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  it("needs one file for its first picture, without the schemas that only what comes later is checked by", () => {
    const assets = join(work, "dist", "kiosk", "renderer", "assets");
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
      body: { gameId: "good-game", ended: "finished", rounds: 1, classId: ids.rabbits },
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

  it("closes a game that hangs, stays alive itself, and the child is back at the menu", async () => {
    const { home, agent } = await room(["hanging-game"]);
    const { page } = await open(home, agent);
    await page.getByRole("button", { name: "hanging-game" }).click();
    expect(await agent.untilRecord(({ type }) => type === "fault")).toMatchObject({
      body: { kind: "gameHang" },
    });
    await page.getByRole("button", { name: "hanging-game" }).waitFor();
    expect(agent.records.find(({ type }) => type === "gameRun")).toMatchObject({
      body: { ended: "faulted" },
    });
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
    for (const close of closing.splice(0).reverse()) await close();

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
    await key("keyDown");
    await page.getByRole("dialog").waitFor();
    await key("keyUp");
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
    if (!electron.ok) return;
    const { home, agent } = await room(["good-game"]);
    const { app, page } = await open(home, agent);
    await page.getByRole("button", { name: "good-game" }).waitFor();
    const second = spawn(electron.value.executable, launchArguments, { env: environmentOf(home, "window") });
    closing.push(async () => second.kill());
    const [code] = (await once(second, "exit")) as [number | null];
    expect(code).toBe(0);
    expect(agent.received.filter(({ type }) => type === "hello")).toHaveLength(1);
    expect(app.windows()).toHaveLength(1);
    await page.getByRole("button", { name: "good-game" }).click();
    await page.frameLocator("iframe").locator("#win").waitFor();
  });
});
