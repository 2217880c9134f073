import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizKind } from "./levels.ts";
import { areAlike, countOf, feelingOf, planQuestions, type Question } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys } from "./prompts.ts";
import { isFor, isWrong, outfits, slotOf, weatherNames } from "./weather.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 80 }, (_, seed) => seed * 7919 - 40);
/** Questions that may be of one of these kinds; some kinds share a shape. */
type Asking<Kind, Each = Question> = Each extends { kind: infer Own }
  ? [Kind & Own] extends [never]
    ? never
    : Each
  : never;
const ofKind = <Kind extends QuizKind>(...kinds: Kind[]) =>
  quizzes
    .filter((level) => (kinds as string[]).includes(level.kind))
    .flatMap((level) =>
      seeds.flatMap((seed) =>
        planQuestions(level, createRandom(seed)).map((question) => ({
          level,
          question: question as Asking<Kind>, // a level asks only its own kind
        })),
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
    for (const { question } of ofKind(...quizzes.map(({ kind }) => kind)))
      for (const key of [...questionKeys(question), ...answerKeys(question)])
        expect(manifest.prompts, key).toHaveProperty(key);
  });
});

describe("the weather asked for", () => {
  it("stands among the signs once, and changes from question to question", () => {
    for (const { level, question } of ofKind("whatWeather", "listen")) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices).toContain(question.weather);
    }
    for (const level of quizzes.filter(({ kind }) => kind === "whatWeather"))
      for (const seed of seeds) {
        const asked = planQuestions(level, createRandom(seed)).map(
          (question) => "weather" in question && question.weather,
        );
        for (let index = 1; index < asked.length; index += 1) expect(asked[index]).not.toBe(asked[index - 1]);
      }
  });
});

describe("clothes", () => {
  it("that are needed stand among others that are clearly wrong today", () => {
    for (const { level, question } of ofKind("need")) {
      expect(question.choices).toHaveLength(level.amount);
      expect(question.choices.filter((name) => isFor(name, question.weather))).toEqual([question.asked]);
      for (const name of question.choices)
        if (name !== question.asked) expect(isWrong(name, question.weather)).toBe(true);
    }
  });

  it("that are not needed stand among others that do no harm", () => {
    for (const { level, question } of ofKind("leave")) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices.filter((name) => isWrong(name, question.weather))).toEqual([question.asked]);
    }
  });

  it("to put on go to different parts of the body, and the others are clearly wrong", () => {
    for (const { question } of ofKind("dress")) {
      expect(new Set(question.fitting.map(slotOf)).size).toBe(question.fitting.length);
      expect(new Set(question.offered).size).toBe(5);
      for (const name of question.fitting) expect(question.offered).toContain(name);
      for (const name of question.offered)
        if (!question.fitting.includes(name)) expect(isWrong(name, question.weather)).toBe(true);
    }
  });

  it("of one child fit the weather, of the others at least two do not", () => {
    for (const { level, question } of ofKind("who")) {
      expect(question.choices).toHaveLength(level.amount);
      for (const outfit of question.choices) {
        const wrong = outfits[outfit].filter((name) => isWrong(name, question.weather)).length;
        if (outfit === question.weather) expect(wrong).toBe(0);
        else expect(wrong).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it("of an outfit are never wrong in their own weather", () => {
    for (const weather of weatherNames)
      for (const name of outfits[weather])
        expect(isWrong(name, weather), `${name} in ${weather}`).toBe(false);
  });
});

it("what comes after stands once among what cannot come of the same", () => {
  for (const { level, question } of ofKind("after")) {
    expect(new Set(question.choices).size).toBe(level.amount);
    expect(question.choices).toContain(question.asked);
    for (const other of question.choices)
      if (other !== question.asked) expect(areAlike(other, question.asked)).toBe(false);
  }
});

it("the thermometer is read and set, and its choices all feel different", () => {
  for (const level of quizzes.filter(({ kind }) => kind === "thermometer"))
    for (const seed of seeds) {
      const questions = planQuestions(level, createRandom(seed)).flatMap((question) =>
        question.kind === "thermometer" ? [question] : [],
      );
      expect(new Set(questions.map(({ read }) => read)).size).toBe(2);
      for (const { choices, warmth } of questions) {
        expect(choices).toContain(warmth);
        expect(new Set(choices.map(feelingOf))).toEqual(new Set(["cold", "mild", "hot"]));
        expect(choices).toHaveLength(3);
      }
    }
});

describe("the week", () => {
  it("has seven days and one right answer", () => {
    for (const { question } of ofKind("week")) {
      expect(question.days).toHaveLength(7);
      const { days, asked } = question;
      if (question.about === "count") {
        expect(question.choices.filter((number) => number === countOf(days, asked))).toHaveLength(1);
        expect(new Set(question.choices).size).toBe(3);
        for (const number of question.choices) expect(number).toBeGreaterThanOrEqual(1);
      } else {
        expect(question.choices.filter((weather) => weather === asked)).toHaveLength(1);
        if (question.about === "day") expect(days[question.day]).toBe(asked);
        else
          for (const other of new Set(days))
            if (other !== asked) expect(countOf(days, asked)).toBeGreaterThan(countOf(days, other));
      }
    }
  });
});
