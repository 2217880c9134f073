// Owns how the library is shown: what is offered and what is kept away, by age, found without accents. Pure.
import { type AgeBand, ageBand as ageBands } from "../../../protocol/game.ts";
import type { GameLevel, WholeLesson } from "../../api/lessons.ts";
import { matchesSearch } from "../text/searchText.ts";
import { levelOf } from "./lessonDraft.ts";

export type Library = {
  readonly bands: readonly { readonly band: AgeBand; readonly lessons: readonly WholeLesson[] }[];
  readonly archived: readonly WholeLesson[];
  /** Nothing matches what was searched for. */
  readonly nothing: boolean;
};

export function showLibrary(
  lessons: readonly WholeLesson[],
  levels: readonly GameLevel[],
  search: string,
): Library {
  const found = lessons.filter((lesson) => {
    const games = lesson.games.map((game) => levelOf(game, levels)?.levelTitle ?? "");
    return matchesSearch(search, [lesson.title, lesson.goal, ...games].join(" "));
  });
  return {
    bands: ageBands.options.map((band) => ({
      band,
      lessons: found.filter(({ ageBand, archivedAt }) => ageBand === band && archivedAt === null),
    })),
    archived: found.filter(({ archivedAt }) => archivedAt !== null),
    nothing: found.length === 0,
  };
}
