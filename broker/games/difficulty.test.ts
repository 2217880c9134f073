import { expect, test } from "vitest";
import { difficultyBounds, fewestRuns } from "../api/games.ts";
import { figuresOf, judgeDifficulty, type LevelSums } from "./difficulty.ts";

/** Twenty runs of five questions, 70 of them right at the first try. */
const middling: LevelSums = {
  runs: 20,
  finished: 16,
  leftEarly: 4,
  rounds: 100,
  correctFirstTry: 70,
  hints: 40,
  toldRounds: 100,
  shownHow: 5,
  roundsMs: 834_000,
};
const sums = (more: Partial<LevelSums>): LevelSums => ({ ...middling, ...more });

test("a level's figures are shares of its questions, and of the runs that a child could end", () => {
  expect(figuresOf(middling, "quiz")).toEqual({
    firstTryPercent: 70,
    hintsPerQuestion: 0.4,
    secondsPerQuestion: 8.3,
    shownPercent: 5,
    leftPercent: 20,
  });
});

test("fewer than five runs are told as they are, without a share and without a judgement", () => {
  const few = sums({ runs: fewestRuns - 1 });
  expect(figuresOf(few, "quiz")).toBeNull();
  expect(judgeDifficulty(few, "quiz")).toBeNull();
  expect(figuresOf(sums({ runs: fewestRuns }), "quiz")).not.toBeNull();
});

test("what was never asked or never told has no figure, and is not taken for zero", () => {
  const silent = { toldRounds: 0, shownHow: 0, roundsMs: 0 };
  expect(figuresOf(sums(silent), "quiz")).toMatchObject({
    firstTryPercent: 70,
    secondsPerQuestion: null,
    shownPercent: null,
  });
  expect(figuresOf(sums({ ...silent, rounds: 0, correctFirstTry: 0, hints: 0 }), "quiz")).toMatchObject({
    firstTryPercent: null,
    hintsPerQuestion: null,
  });
  // Sixteen were stopped by the bell: of the four others nothing can be said in percent.
  expect(figuresOf(sums({ finished: 3, leftEarly: 1 }), "quiz")?.leftPercent).toBeNull();
});

test("free play asks nothing: it has no figures and is never easy or hard", () => {
  expect(figuresOf(middling, "explore")).toBeNull();
  expect(judgeDifficulty(sums({ correctFirstTry: 10 }), "explore")).toBeNull();
});

test.each([
  ["fits in the middle", {}, "fits"],
  ["is easy when nearly all is right without help", { correctFirstTry: 90, hints: 12 }, "easy"],
  ["is not easy when children need help on the way", { correctFirstTry: 90, hints: 16 }, "fits"],
  ["fits when half is right at once", { correctFirstTry: 50 }, "fits"],
  ["is hard when less than half is right at once", { correctFirstTry: 49 }, "hard"],
  ["is hard when every fifth question has to be shown, whatever else", { shownHow: 20 }, "hard"],
  [
    "is judged without the showing where older stations did not tell of it",
    { toldRounds: 0, shownHow: 0, roundsMs: 0 },
    "fits",
  ],
  [
    "is hard when a fifth of the questions that tell of it had to be shown",
    { toldRounds: 20, shownHow: 4 },
    "hard",
  ],
] as const)("a level %s", (_, more, expected) => {
  expect(judgeDifficulty(sums(more), "quiz")).toBe(expected);
});

test("too few questions are not judged, however many runs there were", () => {
  const { fewestQuestions } = difficultyBounds;
  const short = { toldRounds: 0, shownHow: 0, hints: 0 };
  const judged = (rounds: number) => judgeDifficulty(sums({ ...short, rounds, correctFirstTry: 0 }), "quiz");
  expect([judged(fewestQuestions - 1), judged(fewestQuestions)]).toEqual([null, "hard"]);
});
