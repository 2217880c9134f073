import { expect, test } from "vitest";
import { gameId } from "../../../protocol/game.ts";
import { lessonId } from "../../../protocol/ids.ts";
import type { GameLevel, WholeLesson } from "../../api/lessons.ts";
import { bodyOf, draftOf, emptyDraft, findFaults, isFaulty, mostGames, withGame } from "./lessonDraft.ts";
import { showLibrary } from "./library.ts";

const countAnimals = gameId.parse("count-animals");
const level = (id: string, ageBand: GameLevel["ageBand"], levelTitle: string): GameLevel => ({
  gameId: countAnimals,
  gameTitle: "Đếm con vật",
  house: "math",
  domains: ["cognition"],
  goal: "",
  level: id,
  levelTitle,
  ageBand,
  modes: ["quiz"],
  picture: `levels/${id}.svg`,
});
const touch = level("touch", "3-4", "Chạm và đếm đến 3");
const match = level("match", "4-5", "Số về với nhóm");
const levels = [touch, match];
const lesson: WholeLesson = {
  id: lessonId.parse("018f0000-0000-7000-8000-000000000001"),
  title: "Bờ ao vui đếm",
  goal: "Đếm trong phạm vi 7",
  ageBand: "4-5",
  minutes: 20,
  domains: ["cognition"],
  games: [{ gameId: countAnimals, level: "match", mode: "quiz" }],
  archivedAt: null,
  slotsAhead: 0,
};

test("a level can stand in a lesson twice, and each keeps its own key; twelve are enough", () => {
  const twice = withGame(withGame(emptyDraft("3-4", 15), touch), touch);
  expect(twice.games.map(({ key }) => key)).toEqual([0, 1]);
  const many = Array.from({ length: 20 }).reduce<typeof twice>((draft) => withGame(draft, touch), twice);
  expect(many.games).toHaveLength(mostGames);
});

test("an empty draft is told everything that is missing, and nothing is sent without a length", () => {
  const draft = { ...emptyDraft("3-4", 15), minutes: null, domains: [] };
  expect(findFaults(draft, levels)).toEqual({
    title: true,
    minutes: true,
    domains: true,
    noGames: true,
    wrongAge: [],
  });
  expect(bodyOf(draft)).toBeNull();
});

test("another age makes the games of the first one faults; a game that is gone is none", () => {
  const older = { ...draftOf(lesson), ageBand: "5-6" as const };
  expect(findFaults(older, levels).wrongAge).toEqual([0]);
  expect(isFaulty(findFaults(older, levels))).toBe(true);
  expect(isFaulty(findFaults(older, []))).toBe(false);
});

test("what is sent has no keys, and no spaces around its words", () => {
  expect(bodyOf({ ...draftOf(lesson), title: "  Bờ ao  " })).toMatchObject({
    title: "Bờ ao",
    games: lesson.games,
  });
});

test("the library is grouped by age and found without accents, also by the names of games", () => {
  const kept = { ...lesson, id: lessonId.parse("018f0000-0000-7000-8000-000000000002"), archivedAt: 1 };
  const all = showLibrary([lesson, kept], levels, "");
  expect(all.bands.map((each) => each.lessons.length)).toEqual([0, 1, 0]);
  expect(all.archived).toEqual([kept]);
  expect(showLibrary([lesson], levels, "so ve voi nhom").bands[1]?.lessons).toEqual([lesson]);
  expect(showLibrary([lesson], levels, "cau vong").nothing).toBe(true);
});
