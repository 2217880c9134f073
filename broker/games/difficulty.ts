// Owns when a level is easy, fitting or hard, from the sums of its runs. Pure; the bounds stand in the contract, where pages read them too.
import type { GameMode } from "../../protocol/game.ts";
import { type Difficulty, difficultyBounds, fewestRuns, type LevelFigures } from "../api/games.ts";

export type LevelSums = {
  readonly runs: number;
  readonly finished: number;
  readonly leftEarly: number;
  readonly rounds: number;
  readonly correctFirstTry: number;
  readonly hints: number;
  /** Rounds of which `shownHow` and `roundsMs` tell. */
  readonly toldRounds: number;
  readonly shownHow: number;
  readonly roundsMs: number;
};

/**
 * Null when there were too few runs: a share of four runs is chance, and in a small class it points at children.
 * Null in free play too, where nothing is asked: what a game counts there are finds, not answers.
 */
export function figuresOf(sums: LevelSums, mode: GameMode): LevelFigures | null {
  const { runs, finished, leftEarly, rounds, toldRounds } = sums;
  if (runs < fewestRuns || mode === "explore") return null;
  const ended = finished + leftEarly;
  return {
    firstTryPercent: rounds === 0 ? null : percent(sums.correctFirstTry, rounds),
    hintsPerQuestion: rounds === 0 ? null : Math.round((sums.hints / rounds) * 100) / 100,
    secondsPerQuestion: toldRounds === 0 ? null : Math.round(sums.roundsMs / toldRounds / 100) / 10,
    shownPercent: toldRounds === 0 ? null : percent(sums.shownHow, toldRounds),
    leftPercent: ended < fewestRuns ? null : percent(leftEarly, ended),
  };
}

/** Null in free play, and while too little was played. */
export function judgeDifficulty(sums: LevelSums, mode: GameMode): Difficulty | null {
  const figures = figuresOf(sums, mode);
  if (figures === null || sums.rounds < difficultyBounds.fewestQuestions) return null;
  const { firstTryPercent, hintsPerQuestion, shownPercent } = figures;
  if (firstTryPercent === null || hintsPerQuestion === null) return null;
  const { easyFrom, easyHints, hardBelow, hardShown } = difficultyBounds;
  if (firstTryPercent < hardBelow || (shownPercent ?? 0) >= hardShown) return "hard";
  return firstTryPercent >= easyFrom && hintsPerQuestion <= easyHints ? "easy" : "fits";
}

const percent = (part: number, whole: number) => Math.round((part / whole) * 100);
