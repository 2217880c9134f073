// Games that are broken or mean harm, in real Electron: the child is back at the menu, the fault is told, nothing gets out.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KioskRecord } from "../protocol/link.ts";
import { bundleKit } from "./testing/bundleKit.ts";
import { type OpenKiosk, prepareElectronKiosk } from "./testing/electronKiosk.ts";
import type { FakeAgent } from "./testing/fakeAgent.ts";
import { begin, writeFixtureGames } from "./testing/fixtureGames.ts";
import { growingGame, type HostileGame, hostileGames } from "./testing/hostileGames.ts";
import { openOutside, type WatchedOutside } from "./testing/outside.ts";

const kiosk = await prepareElectronKiosk("hostile games in Electron");
const names = [...Object.keys(hostileGames("", "", { httpPort: 0, udpPort: 0, peers: true })), "grows"];

describe.skipIf(kiosk === null)("in the kiosk's Electron, a game that", () => {
  if (kiosk === null) return;
  let outside: WatchedOutside;
  let games: Record<string, HostileGame>;
  let opened: OpenKiosk;
  let agent: FakeAgent;
  let tabsBefore: number;

  const tabs = () =>
    opened.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === "Tab").length);
  const card = (game: string) =>
    opened.page.getByRole("button", { name: new RegExp(`(^|\\s)${game}(\\s|$)`) });

  // One kiosk for all: what a game broke would show in those after it.
  beforeAll(async () => {
    outside = await openOutside(true);
    games = { ...hostileGames(await bundleKit(), begin, outside), grows: growingGame(begin) };
    const scripts = Object.entries(games).map(([game, { script }]) => [game, script]);
    writeFixtureGames(join(kiosk.folder, "content"), Object.fromEntries(scripts));
    const room = await kiosk.room(names);
    agent = room.agent;
    opened = await kiosk.open(room.home, agent);
    await card("never-ready").waitFor();
    tabsBefore = await tabs();
  });
  afterAll(async () => {
    await kiosk.remove();
    await outside.close();
  });

  const isRunOf = (game: string) => (record: KioskRecord) =>
    record.type === "gameRun" && record.body.gameId === game;
  const isFaultOf = (game: string) => (record: KioskRecord) =>
    record.type === "fault" && record.body.detail.startsWith(`${game} `);

  // The child waits three seconds at most; the rest is for a machine that is busy with other tests.
  it.each(names)("%s", { timeout: 9_500 }, async (name) => {
    const { fault } = games[name] ?? { fault: null };
    // By key: so many cards reach out of the window.
    await card(name).press("Enter");
    if (fault === null) {
      const win = opened.page.frameLocator("iframe").locator("#win");
      // A game without fault is played to its end; the one that tries every way out has tried them all by then.
      if (name === "calls-the-network") await win.and(opened.page.locator("[data-tried]")).waitFor();
      await win.click();
    }
    const run = await agent.untilRecord(isRunOf(name));
    await card(name).waitFor();
    expect(run).toMatchObject({ body: { ended: fault === null ? "finished" : "faulted" } });
    expect(agent.records.filter(isRunOf(name))).toHaveLength(1);
    const told = fault && (await agent.untilRecord(isFaultOf(name)));
    if (fault) expect(told).toMatchObject({ body: { kind: fault.kind } });
    if (fault) expect(told?.type === "fault" && told.body.detail).toMatch(fault.detail);
    expect(agent.records.filter(isFaultOf(name))).toHaveLength(fault === null ? 0 : 1);
    expect(opened.app.windows()).toHaveLength(1);
    expect(opened.page.url()).toBe("kiosk://app/index.html");
  });

  it("was closed leaves no process behind, not even one that never gave its thread back", async () => {
    // Chromium keeps one ready for the next page.
    await expect.poll(tabs, { timeout: 10_000 }).toBeLessThanOrEqual(tabsBefore + 1);
  });

  it("tries every way out reaches nobody", () => {
    expect(outside.heard).toEqual([]);
  });
});
