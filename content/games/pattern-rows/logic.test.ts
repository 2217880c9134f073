import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizLevel } from "./levels.ts";
import { isPattern, planQuestions, type Question, repeatUnit, shownOf, unitOf } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { listPrompts, questionKeys, rowKeys } from "./prompts.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const each = (check: (question: Question, level: QuizLevel) => void) => {
  for (const { level, questions } of runs) for (const question of questions) check(question, level);
};

describe("patterns", () => {
  it("are made of the shortest piece that repeats", () => {
    expect(unitOf([1, 2, 1, 2, 1])).toEqual([1, 2]);
    expect(unitOf([1, 1, 2, 1, 1, 2])).toEqual([1, 1, 2]);
    expect(unitOf([1, 2, 3])).toEqual([1, 2, 3]);
    for (const length of [4, 5, 6, 7]) expect(unitOf(repeatUnit(["a", "b"], length))).toEqual(["a", "b"]);
  });

  it("are told from one thing over and over, and from what has not come twice", () => {
    expect(isPattern([1, 1, 1, 1])).toBe(false);
    expect(isPattern([1, 2, 3, 1])).toBe(false);
    expect(isPattern([1, 2, 1, 2])).toBe(true);
    expect(isPattern([1, 2, 2, 1, 2, 2, 1])).toBe(true);
    expect(isPattern([])).toBe(false);
  });
});

describe("the questions", () => {
  it("are as many as the level says, the same for the same seed, and never the same twice in a row", () => {
    for (const { level, questions } of runs) {
      expect(questions).toHaveLength(level.rounds);
      for (let index = 1; index < questions.length; index += 1)
        expect(shownOf(questions[index])).not.toEqual(shownOf(questions[index - 1]));
    }
    for (const level of quizzes)
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
  });

  it("with an empty place show the piece twice elsewhere, and only one choice goes on with it", () => {
    each((question) => {
      if (!("hole" in question)) return;
      const { row, hole, choices } = question;
      const unit = unitOf(row);
      expect(row.length).toBeGreaterThan(unit.length * 2);
      expect(new Set(choices).size).toBe(choices.length);
      const fitting = choices.filter((choice) => {
        const filled = row.map((item, index) => (index === hole ? choice : item));
        return unitOf(filled).length === unit.length;
      });
      expect(fitting).toEqual([row[hole]]);
      if (question.kind === "middle") expect(hole).toBeLessThan(row.length - 1);
    });
  });

  it("about a wrong thing can be mended in exactly one place", () => {
    each((question) => {
      if (question.kind !== "mend") return;
      const { row, wrongAt, wrong } = question;
      const unit = unitOf(row);
      const shown = row.map((item, index) => (index === wrongAt ? wrong : item));
      expect(isPattern(shown)).toBe(false);
      const repairs = shown.flatMap((_, at) =>
        [...new Set(row)]
          .filter((item) => item !== shown[at])
          .filter(
            (item) =>
              unitOf(shown.map((other, index) => (index === at ? item : other))).length <= unit.length,
          )
          .map(() => at),
      );
      expect(repairs).toEqual([wrongAt]);
    });
  });

  it("about going on offer all that is missing and one thing that belongs nowhere", () => {
    each((question) => {
      if (question.kind !== "string" && question.kind !== "copy") return;
      const { row, given, offered, model } = question;
      const left = [...offered];
      for (const item of row.slice(given)) {
        expect(left).toContain(item);
        left.splice(left.indexOf(item), 1);
      }
      expect(left).toHaveLength(1);
      for (const stranger of left) expect(row).not.toContain(stranger);
      const unit = unitOf(row);
      // What is given tells what goes on: twice through, or once beside a model.
      expect(given).toBeGreaterThanOrEqual(question.kind === "copy" ? unit.length : unit.length * 2);
      if (question.kind !== "copy") return;
      expect(model).toHaveLength(row.length);
      for (let one = 0; one < row.length; one += 1)
        for (let other = 0; other < row.length; other += 1)
          expect(model[one] === model[other]).toBe(row[one] === row[other]);
      expect(model.some((item) => row.includes(item))).toBe(false);
    });
  });

  it("about growing rows change by the same step, within six, with one right answer", () => {
    each((question, level) => {
      if (question.kind !== "grow") return;
      const { heights, answer, choices } = question;
      const steps = heights.slice(1).map((height, index) => height - (heights[index] ?? 0));
      expect(new Set(steps).size).toBe(1);
      expect(answer).toBe(heights.at(-1));
      for (const height of [...heights, ...choices]) {
        expect(height).toBeGreaterThanOrEqual(1);
        expect(height).toBeLessThanOrEqual(6);
      }
      expect(choices.filter((choice) => choice === answer)).toHaveLength(1);
      expect(new Set(choices).size).toBe(level.choices);
    });
  });

  it("say only what the manifest knows, and no more than fits into one message", () => {
    each((question) => {
      for (const key of questionKeys(question)) expect(manifest.prompts, key).toHaveProperty(key);
      if (!("row" in question)) return;
      for (const key of rowKeys(question.row)) expect(manifest.prompts, key).toHaveProperty(key);
      expect(rowKeys(question.row).length + 1).toBeLessThanOrEqual(12);
    });
    expect(Object.keys(listPrompts()).length).toBeLessThanOrEqual(120);
  });
});

it("the manifest fits the contract", () => {
  expect(gameManifest.safeParse(manifest).error).toBeUndefined();
});
