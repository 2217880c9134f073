// The robot plays the template as it plays every game: whoever begins from it begins with something whole.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadGame } from "../catalogue/listGames.ts";
import { templateName } from "../catalogue/newGame.ts";
import { chromiumPath } from "./chromium.ts";
import { openRobot, type Robot } from "./openRobot.ts";
import { planPlays, playName } from "./plan.ts";
import { openTables, type Tables } from "./playAll.ts";

const gamesFolder = join(import.meta.dirname, "..", "template");
const template = await loadGame(join(gamesFolder, templateName));
const plays = template.ok ? planPlays([template.value.manifest], { allHands: false }) : [];

describe.skipIf(!chromiumPath).concurrent("the template, played by a robot", () => {
  let robot: Robot;
  let tables: Tables;
  beforeAll(async () => {
    robot = await openRobot({ gamesFolder });
    tables = openTables(robot);
  });
  afterAll(() => robot?.close());

  it.each(plays.map((play) => ({ play, name: playName(play) })))("$name", async ({ play }) => {
    expect((await tables.play(play)).faults).toEqual([]);
  });
});
