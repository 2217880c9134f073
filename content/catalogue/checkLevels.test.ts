import { describe, expect, it } from "vitest";
import type { AgeBand, GameManifest, GameMode } from "../../protocol/game.ts";
import { checkLevels } from "./checkGame.ts";

type Level = GameManifest["levels"][number];

const level = (id: string, ageBand: AgeBand, mode: GameMode, kind: string | undefined = id): Level => ({
  id,
  ageBand,
  title: { vi: id, en: id },
  modes: [mode],
  kind,
});
const bands: AgeBand[] = ["3-4", "4-5", "5-6"];
const enough: Level[] = bands.flatMap((band) => [
  level(`free-${band}`, band, "explore", "explore"),
  level(`find-${band}`, band, "quiz", "find"),
  level(`match-${band}`, band, "quiz", "match"),
]);
const check = (levels: Level[], modes: GameMode[] = ["explore", "quiz"]) =>
  checkLevels({ levels, modes } as GameManifest).map(({ code, detail }) => `${code} ${detail}`); // what is looked at here

describe("the levels of a game", () => {
  it("are in order with three kinds for every age and both modes", () => {
    expect(check(enough)).toEqual([]);
  });

  it("are too few with two for an age, or none", () => {
    expect(check(enough.slice(1))).toEqual(["AGE_BAND_WITHOUT_LEVELS 2 level(s) for 3-4, at least 3"]);
    expect(check(enough.slice(3))).toEqual(["AGE_BAND_WITHOUT_LEVELS 0 level(s) for 3-4, at least 3"]);
  });

  it("may not be the same activity twice for one age", () => {
    expect(check([...enough, level("find-more", "4-5", "quiz", "find")])).toEqual([
      'LEVEL_KIND_REPEATED levels find-4-5 and find-more for 4-5 are both "find"',
    ]);
  });

  it("say what kind they are", () => {
    const { kind: _gone, ...without } = level("mystery", "5-6", "quiz");
    expect(check([...enough, without])).toEqual([
      "LEVEL_WITHOUT_KIND level mystery does not say what kind it is",
    ]);
  });

  it("are missing a mode when the game has no level to explore, or none that asks", () => {
    const onlyQuiz = enough.map((each) => ({ ...each, modes: ["quiz" as const] }));
    expect(check(onlyQuiz, ["quiz"])).toEqual(["MODE_WITHOUT_LEVEL no level has the mode explore"]);
    const onlyExplore = enough.map((each) => ({ ...each, modes: ["explore" as const] }));
    expect(check(onlyExplore, ["explore"])).toEqual(["MODE_WITHOUT_LEVEL no level has the mode quiz"]);
    expect(check(enough, ["quiz"])).toEqual([
      "MODE_WITHOUT_LEVEL level free-3-4 has the mode explore, which the game does not name",
    ]);
  });

  it("have names of their own", () => {
    expect(check([...enough, level("free-3-4", "5-6", "quiz", "other")])).toEqual([
      'LEVEL_REPEATED two levels are called "free-3-4"',
    ]);
  });
});
