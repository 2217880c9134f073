import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../protocol/game.ts";
import { type LevelUse, levelReports } from "./levelReports.ts";

const words = (vi: string) => ({ vi, en: vi });
// What a report reads of a game; the rest of the entry is files and prompts.
const game = {
  icon: "icon.svg",
  levels: [
    {
      id: "pond",
      ageBand: "4-5",
      title: words("Bờ ao"),
      modes: ["explore", "quiz"],
      picture: "levels/pond.svg",
    },
    { id: "moving", ageBand: "4-5", title: words("Đếm bạn đang đi"), modes: ["quiz"] },
  ],
} as unknown as CatalogueEntry;
const use = (more: Partial<LevelUse>): LevelUse => ({
  level: "moving",
  mode: "quiz",
  ageBand: "4-5",
  playedMs: 90_000,
  runs: 10,
  finished: 10,
  leftEarly: 0,
  rounds: 50,
  correctFirstTry: 20,
  hints: 50,
  toldRounds: 50,
  shownHow: 5,
  roundsMs: 500_000,
  ...more,
});

test("every level of the game is there in each of its modes, played or not, with its picture or the game's", () => {
  expect(
    levelReports(game, []).map(({ level, mode, about, played }) => [level, mode, about?.picture, played]),
  ).toEqual([
    ["pond", "explore", "levels/pond.svg", []],
    ["pond", "quiz", "levels/pond.svg", []],
    ["moving", "quiz", "icon.svg", []],
  ]);
});

test("the age a level is for stands first and alone decides whether it is hard", () => {
  const [, , moving] = levelReports(game, [
    use({ ageBand: "", runs: 2 }),
    use({ ageBand: "3-4", correctFirstTry: 0 }),
    use({ ageBand: "5-6", correctFirstTry: 50, hints: 0 }),
    use({ correctFirstTry: 30 }),
  ]);
  expect(moving?.played.map(({ ageBand, runs }) => [ageBand, runs])).toEqual([
    ["4-5", 10],
    ["3-4", 10],
    ["5-6", 10],
    [null, 2],
  ]);
  expect(moving?.difficulty).toBe("fits");
  expect(moving?.played.at(-1)).toMatchObject({ questions: 50, figures: null });
});

test("a level that is too hard says what to do next", () => {
  const [, , moving] = levelReports(game, [use({})]);
  expect(moving).toMatchObject({ difficulty: "hard", next: { explore: "pond", before: "pond" } });
});

test("levels that the game no longer has are told last, as one for all ages, and only if they were played", () => {
  const reports = levelReports(game, [use({ level: "old" }), use({ level: "old", ageBand: "5-6" })]);
  expect(reports.at(-1)).toMatchObject({ level: "old", about: null, difficulty: null });
  expect(reports.at(-1)?.played).toHaveLength(2);
  expect(reports).toHaveLength(4);
  expect(levelReports(undefined, [])).toEqual([]);
});
