// Owns what a lesson that a new school starts with says of itself, and how its playlist is written down.
import type { AgeBand, CurriculumDomain, GameMode } from "../../../protocol/game.ts";

export type StartingLesson = {
  readonly title: string;
  readonly goal: string;
  readonly ageBand: AgeBand;
  readonly minutes: number;
  readonly domains: readonly CurriculumDomain[];
  /** In the menu's order. */
  readonly games: readonly { readonly gameId: string; readonly level: string; readonly mode: GameMode }[];
};

/** Free play of a level, to begin with. */
export const explore = (gameId: string, level: string) => ({ gameId, level, mode: "explore" as const });
/** The questions of a level. */
export const quiz = (gameId: string, level: string) => ({ gameId, level, mode: "quiz" as const });
