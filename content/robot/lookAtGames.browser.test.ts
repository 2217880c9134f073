// What a look at a game's first screens finds, in real Chromium: the template as it is, and copies with a fault each.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../catalogue/testing/workshop.ts";
import { chromiumPath } from "./chromium.ts";
import { lookAtGames } from "./lookAtGames.ts";
import { openRobot } from "./openRobot.ts";

describe.skipIf(!chromiumPath)("a look at", () => {
  let workshop: Workshop;
  const faults = new Map<string, readonly string[]>();
  beforeAll(async () => {
    workshop = openWorkshop();
    workshop.begin("whole-game");
    const wordy = workshop.begin("wordy-game");
    workshop.edit(wordy, "parts.ts", "pictures: [pictures[name]], size }", "pictures: [], size }");
    workshop.edit(
      wordy,
      "quiz.ts",
      "  table.stage.play.append(...",
      "  for (const each of choices) each.root.append(things[each.name].vi);\n  table.stage.play.append(...",
    );
    const unsaid = workshop.begin("unsaid-game");
    workshop.edit(unsaid, "explore.ts", 'speech.say([sentence("tidy-up")])', 'speech.say(["tidy-upp"])');
    const broken = workshop.begin("broken-game");
    workshop.edit(
      broken,
      "quiz.ts",
      "  const { kind, asked } = question;",
      '  const { kind, asked } = question;\n  if (kind === "odd") throw new Error("no odd one");',
    );
    const robot = await openRobot({ gamesFolder: workshop.gamesFolder });
    try {
      for (const look of await lookAtGames(robot)) faults.set(look.game.id, look.faults);
    } finally {
      await robot.close();
    }
  });
  afterAll(() => workshop.close());

  it("a game that was just begun finds nothing wrong", () => {
    expect(faults.get("whole-game")).toEqual([]);
  });

  it("choices that are words finds each of them", () => {
    const words = faults.get("wordy-game")?.filter((fault) => fault.includes("shows only the words")) ?? [];
    // Three levels of choosing one, with three or four cards each, of which those of one syllable may be known by shape.
    expect(words.length).toBeGreaterThanOrEqual(9);
    expect(words.join()).toContain("“quả");
  });

  it("a sentence that the manifest lacks names it", () => {
    expect(faults.get("unsaid-game")).toContain(
      'tidy-up, explore: it says "tidy-upp", which its manifest lacks',
    );
  });

  it("a game that throws tells where and what", () => {
    expect(faults.get("broken-game")?.join()).toMatch(/odd, quiz: .*no odd one/);
  });
});
