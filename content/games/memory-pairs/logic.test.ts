import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizLevel } from "./levels.ts";
import {
  amountAt,
  belongTogether,
  layCards,
  namesOf,
  placeOfHider,
  planQuestions,
  type Question,
} from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, listPrompts, questionKeys } from "./prompts.ts";
import { heard, parents } from "./things.ts";

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
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(3))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
    }
    for (const { questions } of runs)
      for (let index = 1; index < questions.length; index += 1) {
        const [before, now] = [questions[index - 1], questions[index]];
        if (before && now) expect(namesOf(now)).not.toEqual(namesOf(before));
      }
  });

  it("with cards have exactly one partner for every card, and as many pairs as are due", () => {
    each((question, level, round) => {
      if (!("cards" in question)) return;
      expect(question.cards).toHaveLength(amountAt(level, round) * 2);
      for (const card of question.cards)
        expect(question.cards.filter((other) => belongTogether(card, other))).toHaveLength(1);
      if (question.kind === "families")
        for (const { name } of question.cards) expect(parents).toContain(name);
    });
  });

  it("about hats hide the animal under one of them, also after the hats changed places", () => {
    each((question) => {
      if (question.kind !== "hidden" && question.kind !== "swapped") return;
      const place = placeOfHider(question);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(question.hats);
      expect(question.swaps.length > 0).toBe(question.kind === "swapped");
      for (const [one, other] of question.swaps) expect(other - one).toBe(1);
    });
  });

  it("move the hat that matters at the first change", () => {
    each((question) => {
      if (question.kind !== "swapped") return;
      expect(question.swaps[0]).toContain(question.under);
    });
  });

  it("about the tray take away one thing that lay on it, and offer it once among three", () => {
    each((question, level) => {
      if (question.kind !== "missing") return;
      expect(question.shown).toContain(question.gone);
      expect(new Set(question.choices).size).toBe(3);
      expect(question.choices).toContain(question.gone);
      // Older children choose among things that never lay there: looking at the rest does not help.
      const still = question.choices.filter(
        (name) => name !== question.gone && question.shown.includes(name),
      );
      expect(still).toHaveLength(level.ageBand === "3-4" ? 2 : 0);
    });
  });

  it("about hops name animals that are there, never the same twice in a row", () => {
    each((question, level, round) => {
      if (question.kind !== "order") return;
      expect(question.order).toHaveLength(amountAt(level, round));
      question.order.forEach((index, at) => {
        expect(question.hoppers[index]).toBeDefined();
        expect(index).not.toBe(question.order[at - 1]);
      });
    });
  });

  it("about boxes have a picture for every box", () => {
    each((question) => {
      if (question.kind !== "sounds") return;
      expect(new Set(question.boxes).size).toBe(question.boxes.length);
      expect([...question.pictures].sort()).toEqual([...question.boxes].sort());
      for (const name of question.boxes) expect(heard).toContain(name);
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

it("free play lays pairs too", () => {
  for (const seed of seeds)
    for (const relation of ["same", "family", "shadow"] as const) {
      const cards = layCards(relation, 4, createRandom(seed));
      for (const card of cards) expect(cards.filter((other) => belongTogether(card, other))).toHaveLength(1);
    }
});

it("the manifest fits the contract", () => {
  expect(gameManifest.safeParse(manifest).error).toBeUndefined();
});
