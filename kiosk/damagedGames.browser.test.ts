// Games whose packs are damaged on a station's disk, in real Electron: they are not offered, the others play on.
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareElectronKiosk } from "./testing/electronKiosk.ts";
import type { FakeAgent } from "./testing/fakeAgent.ts";
import { begin, writeFixtureGames } from "./testing/fixtureGames.ts";

const kiosk = await prepareElectronKiosk("damaged games in Electron");

describe.skipIf(kiosk === null)("on a station whose disk damaged", () => {
  if (kiosk === null) return;
  const content = join(kiosk.folder, "content");
  const names = ["changed", "cut", "lost", "good-game"];
  beforeEach(() => writeFixtureGames(content, { changed: begin, cut: begin, lost: begin }));
  afterEach(kiosk.closeAll);
  afterAll(kiosk.remove);

  const damage = (agent: FakeAgent) =>
    agent.records.flatMap((record) =>
      record.type === "fault" && record.body.kind === "contentDamaged" ? [record.body.detail] : [],
    );

  it("three packs, their games are not offered, each is told of, and the fourth plays", async () => {
    const file = (game: string) => join(content, "games", game, "game.js");
    writeFileSync(file("changed"), readFileSync(file("changed"), "utf8").replace("port", "porT"));
    truncateSync(file("cut"), 10);
    rmSync(file("lost"));
    const { home, agent } = await kiosk.room(names);
    const { page } = await kiosk.open(home, agent);
    await expect.poll(() => damage(agent).length, { timeout: 20_000 }).toBe(3);
    const cards = page.locator("button[data-house]");
    await expect.poll(() => cards.count(), { timeout: 20_000 }).toBe(1);
    await cards.click();
    await page.frameLocator("iframe").locator("#win").click();
    expect(await agent.untilRecord(({ type }) => type === "gameRun")).toMatchObject({
      body: { gameId: "good-game", ended: "finished" },
    });
    expect(damage(agent).toSorted()).toEqual([
      "changed 1.0.0: game.js has another content",
      expect.stringMatching(/^cut 1\.0\.0: game\.js has 10 bytes instead of \d+/),
      expect.stringMatching(/^lost 1\.0\.0: game\.js cannot be read/),
    ]);
  });

  it("the catalogue itself, the screen stays calm, lessons run and the fault is told", async () => {
    truncateSync(join(content, "catalogue.json"), 200);
    const { home, agent } = await kiosk.room(names);
    const { page } = await kiosk.open(home, agent);
    await expect.poll(() => damage(agent), { timeout: 20_000 }).toHaveLength(1);
    expect(damage(agent)[0]).toMatch(/^catalogue\.json: /);
    await agent.untilRecord((record) => record.type === "session" && record.body.event === "opened");
    await page.getByText("Chờ cô một chút nhé!").waitFor();
    expect(await page.locator("button[data-house]").count()).toBe(0);
  });
});
