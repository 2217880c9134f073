// Owns how the rounds of a run are summed up. What the host heard, round by round, is what counts.
import type { RoundsPlayed } from "../../protocol/game.ts";
import type { LessonInput, RunSums } from "./model.ts";

export const noRounds: RunSums = { rounds: 0, correctFirstTry: 0, hints: 0, shownHow: 0, roundsMs: 0 };

/** The third hint shows the way. */
const showsHow = 3;

/** `playedMs`: how long the run has been playable; no question was open for longer, whatever a game says. */
export function addRound(
  sums: RunSums,
  round: Extract<LessonInput, { type: "roundPlayed" }>,
  playedMs: number,
): RunSums {
  const { shownHow, roundsMs } = sums;
  return {
    rounds: sums.rounds + 1,
    correctFirstTry: sums.correctFirstTry + (round.correctFirstTry ? 1 : 0),
    hints: sums.hints + round.hints,
    shownHow: shownHow === null ? null : shownHow + (round.hints >= showsHow ? 1 : 0),
    roundsMs: roundsMs === null ? null : roundsMs + Math.min(round.durationMs, playedMs),
  };
}

/** A game that told of no round may still sum up at its end; nobody knows then how long its questions took. */
export function sumsAtEnd(heard: RunSums, told: RoundsPlayed): RunSums {
  if (heard.rounds > 0 || told.rounds === 0) return heard;
  const correctFirstTry = Math.min(told.correctFirstTry, told.rounds);
  return { rounds: told.rounds, correctFirstTry, hints: told.hints, shownHow: null, roundsMs: null };
}
