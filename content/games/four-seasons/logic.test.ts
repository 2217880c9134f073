import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizLevel } from "./levels.ts";
import { planQuestions, type Question, seasonsFrom } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, listPrompts, questionKeys } from "./prompts.ts";
import { days, months, seasonNames, thingsOfFestival, thingsOfSeason } from "./year.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const each = (check: (question: Question, level: QuizLevel) => void) => {
  for (const { level, questions } of runs) for (const question of questions) check(question, level);
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

  it("about a season offer exactly one thing of it", () => {
    each((question, level) => {
      if (question.kind !== "belongs") return;
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices.filter((name) => thingsOfSeason(question.season).includes(name))).toEqual([
        question.answer,
      ]);
    });
  });

  it("about the odd one offer exactly one thing that is not of the season", () => {
    each((question, level) => {
      if (question.kind !== "odd") return;
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices.filter((name) => !thingsOfSeason(question.season).includes(name))).toEqual([
        question.answer,
      ]);
    });
  });

  it("about a festival offer exactly one thing of it among at least two", () => {
    each((question) => {
      if (question.kind !== "festival") return;
      expect(new Set(question.choices).size).toBe(question.choices.length);
      expect(question.choices.length).toBeGreaterThanOrEqual(2);
      expect(question.choices.filter((name) => thingsOfFestival(question.festival).includes(name))).toEqual([
        question.answer,
      ]);
    });
  });

  it("with a room to dress bring different things of one festival, no more than there are places", () => {
    each((question) => {
      if (question.kind !== "dress") return;
      expect(new Set(question.things).size).toBe(question.things.length);
      expect(question.things.length).toBeLessThanOrEqual(4);
      for (const name of question.things) expect(thingsOfFestival(question.festival)).toContain(name);
    });
  });

  it("with shelves have a shelf for everything, and nothing that fits two of them", () => {
    each((question) => {
      if (question.kind === "sort")
        for (const { name, season } of question.things) {
          expect(question.seasons).toContain(season);
          expect(question.seasons.filter((other) => thingsOfSeason(other).includes(name))).toEqual([season]);
        }
      if (question.kind === "festivalSort")
        for (const { name, festival } of question.things)
          expect(question.festivals.filter((other) => thingsOfFestival(other).includes(name))).toEqual([
            festival,
          ]);
      // What lies in the tray must fit into it.
      if (question.kind === "sort" || question.kind === "festivalSort") {
        expect(question.things.length).toBeLessThanOrEqual(6);
        expect(question.things.length).toBeGreaterThanOrEqual(3);
      }
    });
  });

  it("about the order show every season once, and not yet in order", () => {
    each((question) => {
      if (question.kind !== "order") return;
      expect([...question.shown].sort()).toEqual([...seasonNames].sort());
      expect(question.shown).not.toEqual(seasonsFrom(question.first));
    });
  });

  it("about days and months leave one out of a stretch, not the first, and offer it once", () => {
    each((question, level) => {
      if (question.kind !== "week" && question.kind !== "months") return;
      const all = question.kind === "week" ? days.length : months.length;
      question.stretch.forEach((index, at) => {
        expect(index).toBe((question.stretch[0] ?? 0) + at);
        expect(index).toBeLessThan(all);
      });
      expect(question.stretch.slice(1)).toContain(question.missing);
      expect(question.choices.filter((index) => index === question.missing)).toHaveLength(1);
      expect(new Set(question.choices).size).toBe(level.amount);
      for (const index of question.choices) expect(index).toBeGreaterThanOrEqual(0);
      for (const index of question.choices) expect(index).toBeLessThan(all);
    });
  });

  it("about tomorrow and yesterday stay within a month", () => {
    each((question, level) => {
      if (question.kind !== "tomorrow") return;
      expect(question.answer).toBe(question.today + (question.asked === "tomorrow" ? 1 : -1));
      expect(question.choices.filter((day) => day === question.answer)).toHaveLength(1);
      expect(new Set(question.choices).size).toBe(level.amount);
      for (const day of question.choices) expect(day).toBeGreaterThanOrEqual(1);
      for (const day of question.choices) expect(day).toBeLessThanOrEqual(31);
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

it("the seasons go round the year", () => {
  expect(seasonsFrom("autumn")).toEqual(["autumn", "winter", "spring", "summer"]);
});

it("the manifest fits the contract", () => {
  expect(gameManifest.safeParse(manifest).error).toBeUndefined();
});
