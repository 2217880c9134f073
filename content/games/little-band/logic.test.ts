import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizLevel } from "./levels.ts";
import { amountAt, longestRestMs, planQuestions, type Question, trimBeats } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, listPrompts, questionKeys } from "./prompts.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const each = (check: (question: Question, level: QuizLevel, round: number) => void) => {
  for (const { level, questions } of runs)
    for (const [round, question] of questions.entries()) check(question, level, round);
};

describe("the questions", () => {
  it("are as many as the level says, the same for the same seed, and never the same twice in a row", () => {
    for (const { level, questions } of runs) {
      expect(questions).toHaveLength(level.rounds);
      for (let index = 1; index < questions.length; index += 1)
        expect(questions[index]).not.toEqual(questions[index - 1]);
    }
    for (const level of quizzes)
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
  });

  it("about an instrument offer it once among others of the level", () => {
    each((question, level, round) => {
      if (question.kind !== "which") return;
      expect(question.choices).toHaveLength(amountAt(level, round));
      expect(new Set(question.choices).size).toBe(question.choices.length);
      expect(question.choices).toContain(question.member);
      for (const member of question.choices) expect(level.members).toContain(member);
    });
  });

  it("with two ends have either end as the answer equally often", () => {
    for (const { level, questions } of runs) {
      if (!["loud", "tempo", "pitch"].includes(level.kind)) continue;
      const ones = questions.filter((question) => "answer" in question && question.answer === 1).length;
      expect(ones).toBe(Math.floor(level.rounds / 2));
    }
  });

  it("with a rhythm give at least two instruments a part", () => {
    each((question, level, round) => {
      if (question.kind !== "rhythm") return;
      expect(question.order).toHaveLength(amountAt(level, round));
      expect(new Set(question.order).size).toBeGreaterThan(1);
      for (const index of question.order) expect(question.members[index]).toBeDefined();
    });
  });

  it("with a melody stay on the tubes and move by small steps", () => {
    each((question, level, round) => {
      if (question.kind !== "melody") return;
      expect(question.order).toHaveLength(amountAt(level, round));
      question.order.forEach((tube, index) => {
        expect(tube).toBeGreaterThanOrEqual(0);
        expect(tube).toBeLessThan(question.tubes);
        const before = question.order[index - 1];
        if (before !== undefined) expect(Math.abs(tube - before)).toBeLessThanOrEqual(2);
      });
    });
  });

  it("with bells lay every tone of the stairs once, not yet in order, two steps apart", () => {
    each((question) => {
      if (question.kind !== "ladder") return;
      expect(question.bells).not.toEqual(question.tones);
      expect([...question.bells].sort((one, other) => one - other)).toEqual(question.tones);
      for (let index = 1; index < question.tones.length; index += 1)
        expect((question.tones[index] ?? 0) - (question.tones[index - 1] ?? 0)).toBeGreaterThanOrEqual(2);
    });
  });

  it("and their answers are among the prompts of the manifest", () => {
    each((question) => {
      for (const key of [...questionKeys(question), ...answerKeys(question)])
        expect(manifest.prompts, key).toHaveProperty(key);
    });
    expect(Object.keys(listPrompts()).length).toBeLessThanOrEqual(120);
  });
});

describe("a recording", () => {
  it("is played back in its order and its time, from the first touch on", () => {
    const beats = [4000, 4300, 4900].map((at, index) => ({ played: index, at }));
    expect(trimBeats(beats)).toEqual([
      { played: 0, at: 0 },
      { played: 1, at: 300 },
      { played: 2, at: 900 },
    ]);
  });

  it("leaves out long rests, and of nothing makes nothing", () => {
    const beats = [0, 60_000, 60_200].map((at, index) => ({ played: index, at }));
    expect(trimBeats(beats).map(({ at }) => at)).toEqual([0, longestRestMs, longestRestMs + 200]);
    expect(trimBeats([])).toEqual([]);
  });
});

it("the manifest fits the contract", () => {
  expect(gameManifest.safeParse(manifest).error).toBeUndefined();
});
