// The packs that web screens get from the hub: damaged ones are kept back, the others play on.
import { rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { writeFixtureGames } from "../../kiosk/testing/fixtureGames.ts";
import type { Catalogue } from "../../protocol/game.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let content: string;
let builds = 0;
beforeAll(async () => {
  served = await startServedHub();
  content = join(served.dist, "content");
});
afterAll(() => served.close());
beforeEach(async () => {
  writeFixtureGames(content);
  // Two builds within a millisecond look alike to whoever reads the file anew when it changed.
  const later = new Date(Date.now() + ++builds * 1000);
  await utimes(join(content, "catalogue.json"), later, later);
});

const get = (path: string) => fetch(`${served.hub.url}${path}`);
const catalogue = async () => (await (await get("/catalogue.json")).json()) as Catalogue;
const names = async () => (await catalogue()).games.map(({ id }) => id as string);
const file = (path: string) => join(content, "games", "good-game", path);

test("whole packs are all in the catalogue, and none is called damaged", async () => {
  expect(await names()).toEqual(["good-game", "curious-game"]);
  expect(await catalogue()).not.toHaveProperty("damaged");
  expect((await get("/games/good-game/game.js")).status).toBe(200);
});

test.each([
  ["another content", () => writeFile(file("icon.svg"), "<svg/>"), /icon\.svg has \d+ bytes/],
  ["a file that is gone", () => rm(file("game.js")), /game\.js cannot be read/],
])("a pack with %s is left out, told of, and not served; the others are", async (_what, damage, detail) => {
  await damage();
  expect(await names()).toEqual(["curious-game"]);
  const [damaged] = (await catalogue()).damaged ?? [];
  expect(damaged?.id).toBe("good-game");
  expect(damaged?.detail).toMatch(detail);
  for (const path of ["", "index.html", "game.js", "icon.svg"])
    expect((await get(`/games/good-game/${path}`)).status, path).toBe(404);
  expect((await get("/games/curious-game/index.html")).status).toBe(200);
});

test("a pack that was built anew is whole again without a restart of the hub", async () => {
  await rm(file("game.js"));
  expect(await names()).toEqual(["curious-game"]);
  writeFixtureGames(content);
  const later = new Date(Date.now() + ++builds * 1000);
  await utimes(join(content, "catalogue.json"), later, later);
  expect(await names()).toEqual(["good-game", "curious-game"]);
  expect((await get("/games/good-game/game.js")).status).toBe(200);
});

test("a torn catalogue reaches a screen as it is, so that the screen tells of it", async () => {
  await writeFile(join(content, "catalogue.json"), '{"games":[{"id":"good');
  const later = new Date(Date.now() + ++builds * 1000);
  await utimes(join(content, "catalogue.json"), later, later);
  const answer = await get("/catalogue.json");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('{"games":[{"id":"good');
});
