import { expect, it } from "vitest";
import { chooseLevel, type LevelBase } from "./level.ts";

const level = (id: string, ageBand: LevelBase["ageBand"], mode: LevelBase["mode"]): LevelBase => ({
  id,
  ageBand,
  mode,
  title: { vi: id, en: id },
  picture: `levels/${id}.svg`,
});
const levels = [level("free", "3-4", "explore"), level("easy", "3-4", "quiz"), level("hard", "5-6", "quiz")];

it("takes the level that was asked for", () => {
  expect(chooseLevel(levels, { level: "hard", mode: "quiz", ageBand: "3-4" }).id).toBe("hard");
});

it("takes one for the children's age when an older plan names a level that is gone", () => {
  expect(chooseLevel(levels, { level: "gone", mode: "quiz", ageBand: "5-6" }).id).toBe("hard");
});

it("never answers with a level of the other mode", () => {
  expect(chooseLevel(levels, { level: "hard", mode: "explore", ageBand: "5-6" }).id).toBe("free");
  expect(() => chooseLevel(levels.slice(1), { level: "free", mode: "explore", ageBand: "3-4" })).toThrow();
});
