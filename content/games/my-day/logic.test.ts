import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { activities, activityAt, dayOrder, isAtNight, onDial, partAt, partNames, placeInDay } from "./day.ts";
import { levels, type QuizKind } from "./levels.ts";
import { looksLike, momentsApart, planQuestions, type Question, wayTo } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { activityKey, hourKey, questionKeys } from "./prompts.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 80 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const ofKind = <Kind extends QuizKind>(kind: Kind) =>
  runs.flatMap(
    ({ level, questions }) =>
      level.kind === kind
        ? questions.map((question) => ({ level, question: question as Extract<Question, { kind: Kind }> }))
        : [], // a level asks only its own kind
  );

describe("the day", () => {
  it("goes on from morning to evening, by whole and half hours", () => {
    const times = dayOrder.map((name) => activities[name].at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    for (const at of times) expect(at % 30).toBe(0);
    const order = dayOrder.map((name) => partNames.indexOf(activities[name].part));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it("agrees with the parts of the day and with what Na does at an hour", () => {
    for (const name of dayOrder) {
      expect(partAt(activities[name].at), name).toBe(activities[name].part);
      expect(activityAt(activities[name].at)).toBe(name);
    }
    expect(activityAt(120)).toBe("sleep");
    expect(activityAt(600)).toBe("play");
  });
});

describe("a run", () => {
  it("has as many questions as its level says, and the same for the same seed", () => {
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(5))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(5))).toEqual(planQuestions(level, createRandom(5)));
    }
  });

  it("never asks the same twice in a row", () => {
    for (const { level, questions } of runs)
      questions.forEach((question, index) => {
        const before = questions[index - 1];
        if (!before) return;
        const essence = (each: Question) =>
          "from" in each
            ? each.from
            : "asked" in each
              ? String(each.asked)
              : each.kind === "order"
                ? each.inOrder.join()
                : [...each.pictures].sort().join();
        expect(essence(question), level.id).not.toBe(essence(before));
      });
  });

  it("says only what the manifest can say", () => {
    for (const { questions } of runs)
      for (const question of questions)
        for (const key of questionKeys(question)) expect(manifest.prompts, key).toHaveProperty(key);
    for (const name of dayOrder) expect(manifest.prompts).toHaveProperty(activityKey(name));
    for (let minutes = 0; minutes < 1440; minutes += 30)
      expect(manifest.prompts).toHaveProperty(hourKey(minutes));
  });
});

describe("the questions", () => {
  it("for a picture offer it once, and none that looks like another", () => {
    for (const { level, question } of ofKind("find")) {
      expect(question.choices).toHaveLength(level.amount);
      expect(question.choices).toContain(question.asked);
      question.choices.forEach((one, index) => {
        for (const other of question.choices.slice(index + 1))
          expect(looksLike(one, other), `${one} ${other}`).toBe(false);
      });
    }
  });

  it("of day and night have something for both", () => {
    for (const { question } of ofKind("dayNight")) {
      const nights = question.pictures.filter(isAtNight).length;
      expect(nights).toBe(1);
      expect(question.pictures.length - nights).toBeGreaterThanOrEqual(1);
      expect(new Set(question.pictures).size).toBe(question.pictures.length);
    }
  });

  it("of order lie mixed before the child, and have one order", () => {
    for (const { level, question } of ofKind("order")) {
      expect(question.inOrder).toHaveLength(level.amount);
      const places = question.inOrder.map(placeInDay);
      for (const [index, place] of places.entries())
        if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(2);
      expect(question.mixed).not.toEqual(question.inOrder);
      expect([...question.mixed].sort()).toEqual([...question.inOrder].sort());
    }
  });

  it("of the parts of the day have one picture for each", () => {
    for (const { question } of ofKind("parts"))
      expect(new Set(question.pictures.map((name) => activities[name].part)).size).toBe(partNames.length);
  });

  it("of before and after offer one neighbour and nothing near", () => {
    for (const { level, question } of ofKind("next")) {
      expect(placeInDay(question.asked) - placeInDay(question.from)).toBe(
        question.direction === "after" ? 1 : -1,
      );
      expect(question.choices).toHaveLength(level.amount);
      for (const name of question.choices)
        if (name !== question.asked)
          expect(Math.abs(placeInDay(name) - placeInDay(question.from))).toBeGreaterThan(3);
    }
  });

  it("of the clock offer the hour once, whole hours before half hours", () => {
    for (const { level, question } of ofKind("read")) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices).toContain(question.asked);
    }
    for (const { level, questions } of runs) {
      if (level.kind !== "read" && level.kind !== "set") continue;
      const halves = questions.map((question) => "asked" in question && Number(question.asked) % 60 === 30);
      expect(halves).toEqual([...halves].sort());
      expect(new Set(halves).size).toBe(2);
    }
  });

  it("of setting the clock begin elsewhere and can be reached by whole steps the shorter way", () => {
    for (const { question } of ofKind("set")) {
      let at = question.start;
      let touches = 0;
      for (; at !== question.asked && touches < 12; touches += 1)
        at = onDial(at + wayTo(at, question.asked) * question.step);
      expect(at).toBe(question.asked);
      expect(touches).toBeGreaterThanOrEqual(2);
      expect(touches).toBeLessThanOrEqual(3);
    }
  });

  it("of what Na does at an hour never offer two of the same place on the dial", () => {
    for (const { level, question } of ofKind("when")) {
      const dials = question.choices.filter(
        (name) => onDial(activities[name].at) === onDial(activities[question.asked].at),
      );
      expect(dials).toEqual([question.asked]);
      expect(new Set(question.choices).size).toBe(level.amount);
    }
  });
});

it("moments of the day are apart, in order and never outside of it", () => {
  for (const seed of seeds)
    for (const [amount, apart] of [
      [3, 3],
      [4, 2],
      [5, 1],
    ] as const) {
      const moments = momentsApart(amount, apart, createRandom(seed));
      expect(moments).toHaveLength(amount);
      const places = moments.map(placeInDay);
      for (const [index, place] of places.entries())
        if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThan(apart);
    }
});
