// Games that are broken or mean harm on a web screen: real hub, real Chromium, the kiosk's own page. What is told reaches the hub.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, wholeChromiumPath } from "../../content/robot/chromium.ts";
import { bundleKit } from "../../kiosk/testing/bundleKit.ts";
import { begin, writeFixtureGames } from "../../kiosk/testing/fixtureGames.ts";
import { type HostileGame, hostileGames } from "../../kiosk/testing/hostileGames.ts";
import { openOutside, type WatchedOutside } from "../../kiosk/testing/outside.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

/** A lesson has twelve games at most; Electron's tests play those that are left out here. */
const names = [
  "throws-at-start",
  "rejects",
  "loops-later",
  "never-ready",
  "goes-to-another-game",
  "goes-outside",
  "calls-the-network",
  "sends-huge-messages",
  "floods-without-end",
  "speaks-past-its-port",
  "finishes-twice",
  "grows",
];
/** Memory cannot be watched from a page. Where the browser gives the game a process of its own, that process ends first. */
const growing: HostileGame = {
  script: `${begin}onStart.push(() => {
    const kept = [];
    setInterval(() => { for (let n = 0; n < 400_000; n += 1) kept.push({ n, more: [n] }); }, 10);
  });`,
  fault: { kind: "gameHang", detail: /silent for/ },
};

describe.skipIf(wholeChromiumPath === undefined)("on a web screen, a game that", () => {
  let served: ServedHub;
  let outside: WatchedOutside;
  let browser: Browser | undefined;
  let page: Page;
  /** Playwright gives a page up when a frame's own process ends; Chromium does not, and answers here. */
  let devTools: CDPSession;
  let games: Record<string, HostileGame>;

  beforeAll(async () => {
    outside = await openOutside(false);
    games = { ...hostileGames(await bundleKit(), begin, outside), grows: growing };
    served = await startServedHub();
    mkdirSync(served.dist, { recursive: true });
    symlinkSync(join(import.meta.dirname, "..", "..", "dist", "kiosk"), join(served.dist, "kiosk"));
    const scripts = names.map((game) => [game, games[game]?.script ?? ""]);
    writeFixtureGames(join(served.dist, "content"), Object.fromEntries(scripts));
    const principal = await served.as("vicePrincipalEducation");
    const planned = names.map((gameId) => ({ gameId, level: "one", mode: "quiz" }));
    const lessons = (await (await principal("listWholeLessons")).json()) as { id: string }[];
    for (const { id } of lessons) {
      const changed = await principal("changeLesson", {
        params: { lessonId: id },
        body: { ageBand: "5-6", games: planned },
      });
      if (!changed.ok) throw new Error(await changed.text());
    }
    const identity = await served.enrolScreen();
    browser = await launchChromium({
      // With its processes as a teacher's browser has them.
      path: wholeChromiumPath,
      // A heap of 100 MB a page, so that a growing game ends before it costs this machine gigabytes.
      args: ["--js-flags=--max-old-space-size=100"],
    });
    page = await browser.newPage();
    devTools = await page.context().newCDPSession(page);
    await page.addInitScript(
      (kept) => localStorage.setItem("kidsmart.identity", kept),
      JSON.stringify(identity),
    );
    await page.goto(`${served.hub.url}/screen/`);
    await card("never-ready").waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await served.close();
    await outside.close();
  });

  const card = (game: string) => page.getByRole("button", { name: new RegExp(`(^|\\s)${game}(\\s|$)`) });
  /** The child is at the menu again: every game's card is there, and no game. */
  const menuShows = async () => {
    const expression = `(() => {
      const shown = [...document.querySelectorAll("button")].filter((button) => button.checkVisibility());
      const said = shown.map((button) => button.ariaLabel ?? button.innerText);
      return document.querySelector("iframe") === null &&
        ${JSON.stringify(names)}.every((name) => said.some((words) => words.split(/\\s+/).includes(name)));
    })()`;
    return (await devTools.send("Runtime.evaluate", { expression })).result.value as unknown;
  };
  const stored = async (type: string) => {
    const rows = await served.hub.store.query
      .selectFrom("record")
      .where("type", "=", type)
      .selectAll()
      .execute();
    return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  };

  it.each(names)("%s", { timeout: 15_000 }, async (name) => {
    const fault = games[name]?.fault ?? null;
    await card(name).press("Enter");
    if (fault === null) {
      const win = page.frameLocator("iframe").locator("#win");
      if (name === "calls-the-network") await win.and(page.locator("[data-tried]")).waitFor();
      await win.click();
    }
    await expect
      .poll(async () => (await stored("gameRun")).filter(({ gameId }) => gameId === name), {
        timeout: 10_000,
      })
      .toMatchObject([{ ended: fault === null ? "finished" : "faulted" }]);
    await expect.poll(menuShows, { timeout: 10_000 }).toBe(true);
    // It may travel in the batch after the run's.
    await expect
      .poll(
        async () => (await stored("fault")).filter(({ detail }) => String(detail).startsWith(`${name} `)),
        { timeout: 10_000 },
      )
      .toMatchObject(
        fault === null ? [] : [{ kind: fault.kind, detail: expect.stringMatching(fault.detail) }],
      );
    expect(browser?.contexts().flatMap((context) => context.pages())).toHaveLength(1);
    expect(page.url()).toBe(`${served.hub.url}/screen/`);
  });

  it("tries every way out is heard by nobody", () => {
    // Chromium opens a connection before it asks the page whether the frame may go there; nothing is said over it.
    expect(outside.heard.filter((what) => what !== "connection")).toEqual([]);
  });
});
