import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizKind } from "./levels.ts";
import { mixThings, planQuestions } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys } from "./prompts.ts";
import { groupNames, things } from "./things.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const asked = quizzes.flatMap((level) =>
  seeds.flatMap((seed) => planQuestions(level, createRandom(seed)).map((question) => ({ level, question }))),
);
/** Questions of one kind in which one thing is chosen. */
const choosing = (kind: QuizKind) =>
  asked.flatMap(({ level, question }) =>
    question.kind === kind && question.kind !== "sort" ? [{ level, question }] : [],
  );
const sorting = asked.flatMap(({ level, question }) =>
  question.kind === "sort" ? [{ level, question }] : [],
);

describe("the questions", () => {
  it("are as many as the level says, and the same for the same seed", () => {
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(3))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
    }
  });

  it.each(["find", "shadow"] as const)("of kind %s offer the right thing once among others", (kind) => {
    for (const { level, question } of choosing(kind)) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices).toContain(question.asked);
    }
  });

  it("about the odd one show one thing of another group than all the rest", () => {
    for (const { level, question } of choosing("odd")) {
      const rest = question.choices.filter((name) => name !== question.asked);
      expect(rest).toHaveLength(level.amount - 1);
      expect(new Set(rest.map((name) => things[name].group)).size).toBe(1);
      expect(rest.map((name) => things[name].group)).not.toContain(things[question.asked].group);
    }
  });

  it("about baskets give every basket something", () => {
    for (const { level, question } of sorting) {
      expect(new Set(question.sorted).size).toBe(level.amount);
      expect(new Set(question.sorted.map((name) => things[name].group))).toEqual(new Set(question.groups));
    }
  });

  it("and their answers are among the prompts of the manifest", () => {
    for (const { question } of asked)
      for (const key of [...questionKeys(question), ...answerKeys(question)])
        expect(manifest.prompts, key).toHaveProperty(key);
  });
});

it("free play mixes the groups evenly", () => {
  for (const seed of seeds) {
    const mixed = mixThings(9, groupNames, createRandom(seed));
    for (const group of groupNames)
      expect(mixed.filter((name) => things[name].group === group)).toHaveLength(3);
  }
});
