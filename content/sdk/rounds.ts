// Owns one question: how often it was tried, which hints were given, and what is reported of it.

/** 1 points the way, 2 helps along, 3 shows how. */
export type Hint = 1 | 2 | 3;

export type Round = {
  readonly index: number;
  /** Milliseconds of play at which the question was asked. */
  readonly askedAt: number;
  readonly wrongTries: number;
};

export type RoundRecord = {
  index: number;
  correctFirstTry: boolean;
  hints: 0 | Hint;
  durationMs: number;
};

export const openRound = (index: number, askedAt: number): Round => ({ index, askedAt, wrongTries: 0 });

/** A wrong try loses nothing: it earns the next hint of the ladder, and after the third that one again. */
export function tryWrong(round: Round): { round: Round; hint: Hint } {
  const wrongTries = round.wrongTries + 1;
  return { round: { ...round, wrongTries }, hint: wrongTries >= 3 ? 3 : wrongTries === 2 ? 2 : 1 };
}

export function closeRound(round: Round, answeredAt: number): RoundRecord {
  const hints = round.wrongTries >= 3 ? 3 : (round.wrongTries as 0 | 1 | 2); // below three it is one of these
  return {
    index: round.index,
    correctFirstTry: round.wrongTries === 0,
    hints,
    durationMs: Math.max(0, Math.round(answeredAt - round.askedAt)),
  };
}
