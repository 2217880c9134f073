import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { pickForHoops, pickForTub } from "./freePlay.ts";
import { levels, type QuizKind } from "./levels.ts";
import { planQuestions, type Question, takeTurns } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys } from "./prompts.ts";
import { factsOf, thingNames } from "./things.ts";
import { commonTrait, hasTrait, thingsWith, traitNames } from "./traits.ts";
import { zoneOf } from "./zones.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 80 }, (_, seed) => seed * 7919 - 40);
const ofKind = <Kind extends QuizKind>(...kinds: Kind[]) =>
  quizzes
    .filter((level) => (kinds as string[]).includes(level.kind))
    .flatMap((level) =>
      seeds.flatMap((seed) =>
        planQuestions(level, createRandom(seed)).map((question) => ({
          level,
          question: question as Extract<Question, { kind: Kind }>, // a level asks only its own kind
        })),
      ),
    );

describe("a run", () => {
  it("has five to seven questions, the same for the same seed", () => {
    for (const level of quizzes)
      for (const seed of seeds) {
        const questions = planQuestions(level, createRandom(seed));
        expect(questions).toHaveLength(level.rounds);
        expect(questions).toEqual(planQuestions(level, createRandom(seed)));
        expect(level.rounds).toBeGreaterThanOrEqual(5);
        expect(level.rounds).toBeLessThanOrEqual(7);
      }
  });

  it("never asks the same twice in a row", () => {
    for (const level of quizzes)
      for (const seed of seeds) {
        const questions = planQuestions(level, createRandom(seed)).map((question) =>
          JSON.stringify(question),
        );
        for (let index = 1; index < questions.length; index += 1)
          expect(questions[index]).not.toBe(questions[index - 1]);
      }
  });

  it("only says sentences of the manifest, few enough for one message", () => {
    for (const { question } of ofKind(...quizzes.map(({ kind }) => kind))) {
      const said = [...questionKeys(question), ...answerKeys(question)];
      for (const key of said) expect(manifest.prompts, key).toHaveProperty(key);
      expect(answerKeys(question).length + 1).toBeLessThanOrEqual(12);
    }
  });
});

describe("sorting", () => {
  it("leaves no doubt where a thing belongs, and gives every place something", () => {
    for (const { question } of ofKind("living", "harvest", "homes", "bodies")) {
      const places = question.sorted.map((name) => question.traits.filter((trait) => hasTrait(name, trait)));
      for (const fitting of places) expect(fitting).toHaveLength(1);
      expect(new Set(places.flat())).toEqual(new Set(question.traits));
      expect(new Set(question.sorted).size).toBe(question.sorted.length);
      expect(question.sorted.length).toBeLessThanOrEqual(6);
    }
  });

  it("into hoops that overlap has something for each part, and nothing that stays outside", () => {
    for (const { question } of ofKind("hoops")) {
      const zones = question.sorted.map((name) => zoneOf(name, question.traits));
      expect(new Set(zones)).toEqual(new Set(["left", "both", "right"]));
      expect(new Set(question.sorted).size).toBe(question.sorted.length);
    }
  });
});

describe("choosing", () => {
  it("offers exactly one thing that floats, or sinks, where that is asked", () => {
    for (const { question } of ofKind("whichFloats")) {
      expect(question.choices.filter((name) => hasTrait(name, question.trait))).toEqual([question.asked]);
      for (const name of question.choices) expect(factsOf(name).floats).toBeTypeOf("boolean");
    }
  });

  it("offers exactly one thing that has both traits, and others that have one", () => {
    for (const { level, question } of ofKind("both")) {
      const [one, other] = question.traits;
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices.filter((name) => hasTrait(name, one) && hasTrait(name, other))).toEqual([
        question.asked,
      ]);
      for (const name of question.choices) expect(hasTrait(name, one) || hasTrait(name, other)).toBe(true);
    }
  });

  it("offers one odd thing, and by no other trait any other single one stands alone with it", () => {
    for (const { level, question } of ofKind("odd")) {
      const rest = question.choices.filter((name) => name !== question.asked);
      expect(rest).toHaveLength(level.amount - 1);
      expect(hasTrait(question.asked, question.trait)).toBe(false);
      for (const name of rest) expect(hasTrait(name, question.trait)).toBe(true);
      for (const name of rest) {
        const others = question.choices.filter((each) => each !== name);
        const excluding = traitNames.filter(
          (trait) =>
            trait !== "floats" &&
            trait !== "sinks" &&
            !hasTrait(name, trait) &&
            others.every((each) => hasTrait(each, trait)),
        );
        expect(excluding, `${question.choices} without ${name}`).toEqual([]);
      }
    }
  });

  it("lets only one thing into the hoop, by everything that those inside share", () => {
    for (const { level, question } of ofKind("rule")) {
      expect(question.choices).toHaveLength(level.amount);
      const shared = traitNames.filter(
        (trait) =>
          trait !== "floats" && trait !== "sinks" && question.inside.every((name) => hasTrait(name, trait)),
      );
      expect(shared).toContain(question.trait);
      for (const name of question.choices) {
        const fits = shared.some((trait) => hasTrait(name, trait));
        expect(fits).toBe(name === question.asked);
      }
      expect(question.inside).not.toContain(question.asked);
    }
  });

  it("predicts floating and sinking both, and nothing twice", () => {
    for (const level of quizzes.filter(({ kind }) => kind === "predict"))
      for (const seed of seeds) {
        const asked = planQuestions(level, createRandom(seed)).flatMap((question) =>
          question.kind === "predict" ? [question.asked] : [],
        );
        expect(new Set(asked).size).toBe(level.rounds);
        expect(asked.filter((name) => hasTrait(name, "floats")).length).toBeGreaterThanOrEqual(3);
        expect(asked.filter((name) => hasTrait(name, "sinks")).length).toBeGreaterThanOrEqual(3);
      }
  });
});

describe("free play", () => {
  it("brings things that float and things that sink to the tub, half and half", () => {
    for (const seed of seeds) {
      const picked = pickForTub(6, createRandom(seed));
      expect(picked.filter((name) => hasTrait(name, "floats"))).toHaveLength(3);
      expect(picked.filter((name) => hasTrait(name, "sinks"))).toHaveLength(3);
    }
  });

  it("brings different things of which some go together to the hoops", () => {
    for (const seed of seeds) {
      const picked = pickForHoops(6, createRandom(seed));
      expect(new Set(picked).size).toBe(6);
      const together = picked.some((one) =>
        picked.some((other) => one !== other && commonTrait([one, other])),
      );
      expect(together).toBe(true);
    }
  });

  it("brings at least three things that fit, whatever rules a child sets", () => {
    for (const left of ["red", "green", "animal", "fruit", "yellow"] as const)
      for (const right of ["round", "fruit", "vegetable", "forest", "living"] as const)
        for (const seed of seeds.slice(0, 10)) {
          const picked = pickForHoops(6, createRandom(seed), [left, right]);
          expect(picked.filter((name) => zoneOf(name, [left, right])).length).toBeGreaterThanOrEqual(3);
        }
  });

  it("names the plainest thing that all in a hoop share, and nothing for a mixed lot", () => {
    expect(commonTrait(["apple", "tomato"])).toBe("red");
    expect(commonTrait(["apple", "banana"])).toBe("fruit");
    expect(commonTrait(["fish", "crab", "shrimp"])).toBe("water");
    expect(commonTrait(["cat", "chair"])).toBeUndefined();
    expect(commonTrait(["cat"])).toBeUndefined();
  });
});

it("turns come round evenly and never twice in a row", () => {
  for (const seed of seeds) {
    const turns = takeTurns(["a", "b", "c"], 8, createRandom(seed));
    expect(turns).toHaveLength(8);
    for (let index = 1; index < turns.length; index += 1) expect(turns[index]).not.toBe(turns[index - 1]);
  }
});

it("every trait is of at least two things, and no thing both floats and sinks", () => {
  for (const trait of traitNames) expect(thingsWith(trait).length, trait).toBeGreaterThanOrEqual(2);
  for (const name of thingNames) expect(hasTrait(name, "floats") && hasTrait(name, "sinks")).toBe(false);
});
