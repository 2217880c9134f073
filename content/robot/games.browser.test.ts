// A robot plays every game at every level and mode to its end in a real Chromium, through real input.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listGameFolders, loadGame } from "../catalogue/listGames.ts";
import { chromiumPath } from "./chromium.ts";
import { handKinds } from "./hands.ts";
import { openRobot, type Robot } from "./openRobot.ts";
import { type Play, planPlays, playName } from "./plan.ts";
import { openTables, type Tables } from "./playAll.ts";

if (!chromiumPath) process.stderr.write("SKIPPED: no Chromium here, so no robot played the games.\n");

const folders = listGameFolders(join(import.meta.dirname, "..", "games"));
const loaded = await Promise.all(folders.map(loadGame));
const games = loaded.flatMap((game) => (game.ok ? [game.value.manifest] : []));
const plays = planPlays(games, { allHands: false });

let robot: Robot;
let tables: Tables;

beforeAll(async () => {
  if (!chromiumPath) return;
  robot = await openRobot({});
  tables = openTables(robot);
});
afterAll(() => robot?.close());

it("knows every game by its manifest", () => {
  expect(loaded.flatMap((game) => (game.ok ? [] : [`${game.code} ${game.detail}`]))).toEqual([]);
});

describe("the robot's plan", () => {
  it.each(games)(
    "lets $id meet every hand, every trouble, a voice and none, and one to three children",
    (game) => {
      const met = plays.filter((play) => play.game === game);
      const kinds = (kind: (play: Play) => unknown) => new Set(met.map(kind)).size;
      expect(kinds(({ hand }) => hand)).toBe(handKinds.length);
      expect(new Set(met.flatMap(({ troubles }) => [...troubles])).size).toBe(7);
      expect(kinds(({ voice }) => voice === "missing")).toBe(2);
      expect(kinds(({ calm }) => calm)).toBe(2);
      expect(kinds(({ volume }) => volume === 0)).toBe(2);
      expect(kinds(({ turns }) => turns.length)).toBe(4);
      expect(met).toHaveLength(game.levels.reduce((sum, { modes }) => sum + modes.length, 0));
    },
  );
});

describe.skipIf(!chromiumPath).concurrent("a game played by a robot", () => {
  it.each(plays.map((play) => ({ play, name: playName(play) })))(
    "$name gives what it should to its end, whatever comes between",
    async ({ play }) => {
      const { faults } = await tables.play(play);
      expect(faults).toEqual([]);
    },
  );
});
