import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { roomOnCake, roomOnPlate } from "./bakery.ts";
import { levels } from "./levels.ts";
import {
  type OrderQuestion,
  planQuestions,
  type Question,
  type ShareQuestion,
  type TrayQuestion,
} from "./logic.ts";
import { manifest } from "./manifest.ts";
import { questionKeys } from "./prompts.ts";
import { emptyCake, fairShare, isFair, missingOf, nextStep } from "./rules.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 80 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const each = runs.flatMap(({ level, questions }) => questions.map((question) => ({ level, question })));
const orders = each.flatMap(({ level, question }) =>
  "order" in question ? [{ level, question: question as OrderQuestion }] : [],
);
const trays = each.flatMap(({ level, question }) =>
  "trays" in question ? [{ level, question: question as TrayQuestion }] : [],
);
const shares = each.flatMap(({ level, question }) =>
  "platter" in question ? [{ level, question: question as ShareQuestion }] : [],
);

/** What makes a question the same as another, whoever asks it. */
const essence = (question: Question): string => {
  if ("order" in question)
    return question.order.map(({ decoration, count }) => `${count} ${decoration}`).join("+");
  if ("trays" in question)
    return `${question.wanted} ${question.trays.map(({ cake, count }) => `${count} ${cake}`).join("/")}`;
  return `${question.start.join("/")} ${question.platter}`;
};

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
        if (before) expect(essence(question), level.id).not.toBe(essence(before));
      });
  });

  it("says only what the manifest can say", () => {
    for (const { question } of each)
      for (const key of questionKeys(question)) expect(manifest.prompts, key).toHaveProperty(key);
  });
});

describe("orders", () => {
  it("ask for numbers of the level that the cake has room for, of what is offered", () => {
    for (const { level, question } of orders) {
      const total = question.order.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBeLessThanOrEqual(Math.min(level.upTo, roomOnCake));
      for (const { decoration, count } of question.order) {
        expect(count).toBeGreaterThan(0);
        expect(question.offered).toContain(decoration);
      }
      expect(new Set(question.offered).size).toBe(question.offered.length);
      expect(question.order).toHaveLength(level.kind === "twoKinds" ? 2 : 1);
    }
  });

  it("are met by putting on what is missing, one after another, and by nothing less or more", () => {
    for (const { question } of orders) {
      let onCake = { ...emptyCake };
      for (let steps = 0; steps < roomOnCake; steps += 1) {
        const [missing] = missingOf(question, onCake);
        if (!missing) break;
        expect(missing.count).toBeGreaterThan(0);
        onCake = { ...onCake, [missing.decoration]: onCake[missing.decoration] + 1 };
      }
      expect(missingOf(question, onCake)).toEqual([]);
      const { decoration } = question.order[0] ?? { decoration: "star" as const };
      expect(missingOf(question, { ...onCake, [decoration]: onCake[decoration] + 1 })).toEqual([
        { decoration, count: -1 },
      ]);
    }
  });
});

describe("trays", () => {
  it("never hold the same number, and for the youngest differ by two at least", () => {
    for (const { level, question } of trays) {
      const [one, other] = question.trays;
      const apart = Math.abs(one.count - other.count);
      expect(apart).toBeGreaterThanOrEqual(level.kind === "more" ? 2 : 1);
      expect(Math.max(one.count, other.count)).toBeLessThanOrEqual(level.upTo);
      expect(Math.min(one.count, other.count)).toBeGreaterThan(0);
    }
  });

  it("ask for fewer as well as for more in every run of older children", () => {
    for (const { level, questions } of runs)
      if (level.kind === "compare")
        expect(new Set(questions.map((question) => "wanted" in question && question.wanted)).size).toBe(2);
  });
});

describe("sharing", () => {
  it("comes out even, with room on every plate and on the platter", () => {
    for (const { level, question } of shares) {
      const fair = fairShare(question);
      expect(Number.isInteger(fair)).toBe(true);
      expect(fair).toBeGreaterThan(0);
      expect(fair).toBeLessThanOrEqual(Math.min(level.kind === "oneEach" ? 1 : level.upTo, roomOnPlate));
      expect(question.platter).toBeLessThanOrEqual(12);
      expect(new Set(question.friends).size).toBe(question.friends.length);
      expect(level.sharers).toContain(question.friends.length);
    }
  });

  it("is done by following the next step, and is fair then and not before", () => {
    for (const { question } of shares) {
      const plates = [...question.start];
      let { platter } = question;
      for (let steps = 0; steps < 14; steps += 1) {
        const step = nextStep(question, plates);
        if (step.done) break;
        expect(isFair(question, plates, platter), JSON.stringify([question, plates])).toBe(false);
        plates[step.friend] = (plates[step.friend] ?? 0) + (step.does === "give" ? 1 : -1);
        platter += step.does === "give" ? -1 : 1;
        expect(platter).toBeGreaterThanOrEqual(0);
      }
      expect(isFair(question, plates, platter)).toBe(true);
    }
  });

  it("takes back what is too much on a plate first", () => {
    const question: ShareQuestion = {
      kind: "share",
      cake: "moon",
      friends: ["cat", "pig"],
      start: [0, 0],
      platter: 4,
    };
    expect(nextStep(question, [3, 1])).toEqual({ done: false, friend: 0, does: "takeBack" });
    expect(isFair(question, [1, 1], 2)).toBe(false);
    expect(isFair(question, [2, 2], 0)).toBe(true);
  });
});
