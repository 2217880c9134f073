import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizKind } from "./levels.ts";
import { bareBed, give, needOf, passDay, planQuestions, type Question } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { careNames, cycleNames, needNames, stages } from "./nature.ts";
import { answerKeys, questionKeys } from "./prompts.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 80 }, (_, seed) => seed * 7919 - 40);
const ofKind = <Kind extends QuizKind>(...kinds: Kind[]) =>
  quizzes
    .filter((level) => (kinds as string[]).includes(level.kind))
    .flatMap((level) =>
      seeds.flatMap((seed) =>
        planQuestions(level, createRandom(seed)).map(
          (question) => question as Extract<Question, { kind: Kind }>, // a level asks only its own kind
        ),
      ),
    );

describe("a run", () => {
  it("has five to seven questions, the same for the same seed, none twice in a row", () => {
    for (const level of quizzes)
      for (const seed of seeds) {
        const questions = planQuestions(level, createRandom(seed));
        expect(questions).toHaveLength(level.rounds);
        expect(questions).toEqual(planQuestions(level, createRandom(seed)));
        expect(level.rounds).toBeGreaterThanOrEqual(5);
        expect(level.rounds).toBeLessThanOrEqual(7);
        const texts = questions.map((question) => JSON.stringify(question));
        for (let index = 1; index < texts.length; index += 1) expect(texts[index]).not.toBe(texts[index - 1]);
      }
  });

  it("only says sentences of the manifest", () => {
    for (const question of ofKind(...quizzes.map(({ kind }) => kind)))
      for (const key of [...questionKeys(question), ...answerKeys(question)])
        expect(manifest.prompts, key).toHaveProperty(key);
  });
});

describe("choosing", () => {
  it("offers water, sun and soil, all three, whatever the plant lacks", () => {
    for (const { choices } of ofKind("give")) expect([...choices].sort()).toEqual([...needNames].sort());
  });

  it("offers the grown one of a young one once, among others", () => {
    for (const { young, asked, choices } of ofKind("baby")) {
      expect(young.cycle).toBe(asked);
      expect(young.stage).not.toBe(3);
      expect(new Set(choices).size).toBe(3);
      expect(choices).toContain(asked);
    }
  });

  it("offers the plant of the seed once", () => {
    for (const { asked, choices } of ofKind("grows")) {
      expect(new Set(choices).size).toBe(3);
      expect(choices).toContain(asked);
    }
  });

  it("offers the missing stage, and else only what belongs to other lives", () => {
    for (const { cycle, asked, choices } of ofKind("missing")) {
      expect(choices.filter((choice) => choice.cycle === cycle)).toEqual([{ cycle, stage: asked }]);
      expect(choices).toHaveLength(3);
    }
  });

  it("shows every pot once", () => {
    for (const { asked, shown } of ofKind("pots")) {
      expect(new Set(shown).size).toBe(3);
      expect(shown).toContain(asked);
    }
  });
});

describe("ordering", () => {
  it("shows all stages of a life, never already in order", () => {
    const met = new Set(ofKind("order").map(({ cycle }) => cycle));
    expect(met).toEqual(new Set(cycleNames));
    for (const { shown } of ofKind("order")) {
      expect([...shown].sort()).toEqual([...stages]);
      expect(shown).not.toEqual([...stages]);
    }
  });

  it("of care begins with two steps laid and ends with none, never already in order", () => {
    for (const level of quizzes.filter(({ kind }) => kind === "care"))
      for (const seed of seeds) {
        const questions = planQuestions(level, createRandom(seed)).flatMap((question) =>
          question.kind === "care" ? [question] : [],
        );
        expect(questions.map(({ given }) => given)).toEqual([2, 1, 0, 0, 0]);
        for (const { given, shown } of questions) {
          expect(new Set(shown)).toEqual(new Set(careNames.slice(given)));
          expect(shown).not.toEqual(careNames.slice(given));
        }
      }
  });
});

describe("a bed in the garden", () => {
  it("grows from seed to fruit when it gets what it needs, in nine gifts", () => {
    let bed = bareBed;
    const given: string[] = [];
    while (needOf(bed) !== "harvest") {
      const need = needOf(bed) as "seed" | "water" | "sun"; // harvest ends the loop
      given.push(need);
      bed = give(bed, need);
    }
    expect(given).toEqual(["seed", "water", "sun", "water", "sun", "water", "sun", "water", "sun"]);
    expect(bed.growth).toBe(5);
  });

  it("stays as it is when it gets what it does not need", () => {
    expect(give(bareBed, "water")).toBe(bareBed);
    const sown = give(bareBed, "seed");
    expect(give(sown, "seed")).toBe(sown);
    expect(give(sown, "sun")).toEqual(sown);
  });
});

it("a pot grows only with both water and light", () => {
  const pot = { growth: 2, look: "cared" } as const;
  expect(passDay(pot, { water: true, sun: true })).toEqual({ growth: 3, look: "cared" });
  expect(passDay(pot, { water: false, sun: true })).toEqual({ growth: 2, look: "thirsty" });
  expect(passDay(pot, { water: true, sun: false })).toEqual({ growth: 2, look: "dark" });
  expect(passDay({ growth: 5, look: "cared" }, { water: true, sun: true }).growth).toBe(5);
});
