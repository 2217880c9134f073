// Owns a lesson while it is written in the dialog: where it starts, what is wrong with it, what is sent. Pure.
import type { AgeBand, CurriculumDomain, GameMode } from "../../../protocol/game.ts";
import type { GameLevel, WholeLesson } from "../../api/lessons.ts";

export type PlannedGame = WholeLesson["games"][number];
/** `key` stays with the game while it moves; the same level may stand in a lesson twice. */
export type DraftGame = PlannedGame & { readonly key: number };

export type LessonDraft = {
  readonly title: string;
  readonly goal: string;
  readonly ageBand: AgeBand;
  /** Null while the field is empty. */
  readonly minutes: number | null;
  readonly domains: readonly CurriculumDomain[];
  readonly games: readonly DraftGame[];
};

/** As in the contract. */
export const mostGames = 12;
export const longestTitle = 80;
const minutesRange = { min: 5, max: 120 } as const;

export const emptyDraft = (ageBand: AgeBand, minutes: number): LessonDraft => ({
  title: "",
  goal: "",
  ageBand,
  minutes,
  domains: ["cognition"],
  games: [],
});

export function draftOf({ title, goal, ageBand, minutes, domains, games }: WholeLesson): LessonDraft {
  return { title, goal, ageBand, minutes, domains, games: games.map((game, key) => ({ ...game, key })) };
}

export function withGame(draft: LessonDraft, { gameId, level, modes: [mode] }: GameLevel): LessonDraft {
  if (mode === undefined || draft.games.length >= mostGames) return draft;
  const key = Math.max(-1, ...draft.games.map((game) => game.key)) + 1;
  return { ...draft, games: [...draft.games, { gameId, level, mode, key }] };
}

export const withoutGame = (draft: LessonDraft, key: number): LessonDraft => ({
  ...draft,
  games: draft.games.filter((game) => game.key !== key),
});

export const withMode = (draft: LessonDraft, key: number, mode: GameMode): LessonDraft => ({
  ...draft,
  games: draft.games.map((game) => (game.key === key ? { ...game, mode } : game)),
});

export const levelOf = (
  { gameId, level }: PlannedGame,
  levels: readonly GameLevel[],
): GameLevel | undefined => levels.find((each) => each.gameId === gameId && each.level === level);

export type DraftFaults = {
  readonly title: boolean;
  readonly minutes: boolean;
  readonly domains: boolean;
  readonly noGames: boolean;
  /** Keys of games for another age. */
  readonly wrongAge: readonly number[];
};

/** A game that is gone is no fault here: the hub lets a lesson keep it, and says so where it may not. */
export function findFaults(draft: LessonDraft, levels: readonly GameLevel[]): DraftFaults {
  const { minutes } = draft;
  return {
    title: draft.title.trim() === "",
    minutes: minutes === null || minutes < minutesRange.min || minutes > minutesRange.max,
    domains: draft.domains.length === 0,
    noGames: draft.games.length === 0,
    wrongAge: draft.games
      .filter((game) => (levelOf(game, levels)?.ageBand ?? draft.ageBand) !== draft.ageBand)
      .map(({ key }) => key),
  };
}

export const isFaulty = ({ wrongAge, ...flags }: DraftFaults): boolean =>
  wrongAge.length > 0 || Object.values(flags).includes(true);

/** Null while no length is given. */
export function bodyOf({ title, goal, ageBand, minutes, domains, games }: LessonDraft) {
  if (minutes === null) return null;
  return {
    title: title.trim(),
    goal: goal.trim(),
    ageBand,
    minutes,
    domains: [...domains],
    games: games.map(({ gameId, level, mode }) => ({ gameId, level, mode })),
  };
}
