import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridFor, lineUp, strew } from "../../sdk/layout.ts";
import { chooseLevel } from "../../sdk/level.ts";
import { createRandom } from "../../sdk/random.ts";
import { animals } from "./animals.ts";
import { type Level, levels } from "./levels.ts";
import { choicesAround, planQuestions, type Question, risingNumbers } from "./logic.ts";

const quizLevels = levels.filter((level): level is Level & { mode: "quiz" } => level.mode === "quiz");
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const everyQuestion = (check: (question: Question, level: Level & { mode: "quiz" }) => void) =>
  fc.assert(
    fc.property(seeds, fc.constantFrom(...quizLevels), (seed, level) => {
      for (const question of planQuestions(level, createRandom(seed))) check(question, level);
    }),
  );

describe("a run of questions", () => {
  it("is the same for the same seed", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...quizLevels), (seed, level) => {
        expect(planQuestions(level, createRandom(seed))).toEqual(planQuestions(level, createRandom(seed)));
      }),
    );
  });

  it("has as many questions as its level says, between five and eight", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...quizLevels), (seed, level) => {
        expect(planQuestions(level, createRandom(seed))).toHaveLength(level.rounds);
        expect(level.rounds).toBeGreaterThanOrEqual(5);
        expect(level.rounds).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("offers the answer exactly once among choices that all differ and rise", () => {
    everyQuestion((question, level) => {
      if (!("choices" in question)) return;
      const answer = question.kind === "story" ? question.answer : question.asked.count;
      expect(question.choices.filter((choice) => choice === answer)).toHaveLength(1);
      expect(question.choices).toEqual([...new Set(question.choices)].sort((one, other) => one - other));
      for (const choice of question.choices) {
        expect(choice).toBeGreaterThanOrEqual(1);
        expect(choice).toBeLessThanOrEqual(level.upTo);
      }
    });
  });

  it("shows animals only where they live, and at most ten of them in one scene", () => {
    everyQuestion((question) => {
      const shown =
        question.kind === "match"
          ? question.groups
          : question.kind === "moreFewer"
            ? question.sides
            : "asked" in question
              ? [question.asked, ...("others" in question && question.others ? [question.others] : [])]
              : [question.start, ...("model" in question && question.model ? [question.model] : [])];
      for (const group of shown) {
        expect(animals[group.animal].place).toBe(question.place);
        expect(group.count).toBeGreaterThanOrEqual(1);
      }
      if (question.kind === "mixed") {
        expect(shown.reduce((sum, group) => sum + group.count, 0)).toBeLessThanOrEqual(10);
      }
    });
  });

  it("joins and separates so that the story's numbers agree", () => {
    everyQuestion((question, level) => {
      if (question.kind !== "story") return;
      expect(question.start.count + question.change).toBe(question.answer);
      expect(question.change).not.toBe(0);
      expect(question.answer).toBeGreaterThanOrEqual(1);
      expect(Math.max(question.start.count, question.answer)).toBeLessThanOrEqual(level.upTo);
    });
  });

  it("asks for more and fewer only where one side has more", () => {
    everyQuestion((question) => {
      if (question.kind === "moreFewer") expect(question.sides[0].count).not.toBe(question.sides[1].count);
    });
  });

  it("lets more animals wait than are wanted, so that stopping counts", () => {
    everyQuestion((question) => {
      if (question.kind !== "oneMore" && question.kind !== "equal") return;
      expect(question.target).toBeGreaterThan(question.start.count);
      expect(question.start.count + question.waiting).toBeGreaterThan(question.target);
      if (question.model) expect(question.model.count).toBe(question.target);
    });
  });

  it("gives every number sign exactly one group", () => {
    everyQuestion((question) => {
      if (question.kind !== "match") return;
      const counts = question.groups.map((group) => group.count);
      expect([...question.order].sort()).toEqual([...counts].sort());
      expect(new Set(counts).size).toBe(counts.length);
    });
  });

  it("never asks the same number twice in a row where the level has three numbers or more", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 5, max: 8 }),
        fc.integer({ min: 3, max: 10 }),
        (seed, amount, most) => {
          const numbers = risingNumbers(amount, 1, most, createRandom(seed));
          expect(numbers).toHaveLength(amount);
          for (let index = 1; index < numbers.length; index += 1)
            expect(numbers[index]).not.toBe(numbers[index - 1]);
        },
      ),
    );
  });
});

describe("choices", () => {
  it("are the nearest numbers, so that a glance is not enough", () => {
    expect(choicesAround(1, 3, 3, createRandom(1))).toEqual([1, 2, 3]);
    for (const choice of choicesAround(9, 4, 10, createRandom(7)))
      expect(Math.abs(choice - 9)).toBeLessThanOrEqual(2);
  });
});

describe("levels", () => {
  it("offer at least three kinds of question and a place to explore for every age band", () => {
    for (const ageBand of ["3-4", "4-5", "5-6"] as const) {
      const ofAge = levels.filter((level) => level.ageBand === ageBand);
      const kinds = new Set(ofAge.flatMap((level) => (level.mode === "quiz" ? [level.kind] : [])));
      expect(kinds.size).toBeGreaterThanOrEqual(3);
      expect(ofAge.some((level) => level.mode === "explore")).toBe(true);
    }
  });

  it("fall back to the age band when the host names one that is not there", () => {
    expect(chooseLevel(levels, { level: "gone", mode: "quiz", ageBand: "4-5" }).id).toBe("moving");
    expect(chooseLevel(levels, { level: "mixed", mode: "quiz", ageBand: "4-5" }).id).toBe("mixed");
    expect(chooseLevel(levels, { level: "mixed", mode: "explore", ageBand: "5-6" }).id).toBe("meadow");
  });
});

describe("layout", () => {
  const area = { left: -480, top: 300, width: 960, height: 290 };

  it("strews up to ten animals without two touching, all inside the area", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 10 }), (seed, amount) => {
        const size = 100;
        const spots = strew(amount, size, 16, area, createRandom(seed));
        expect(spots).toHaveLength(amount);
        for (const [index, one] of spots.entries()) {
          expect(Math.abs(one.x)).toBeLessThanOrEqual(480 - size / 2);
          expect(one.y).toBeGreaterThanOrEqual(area.top + size / 2);
          expect(one.y).toBeLessThanOrEqual(area.top + area.height - size / 2);
          for (const other of spots.slice(index + 1)) {
            const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
            expect(apart).toBeGreaterThanOrEqual(size + 15.99);
          }
        }
      }),
    );
  });

  it("makes cells as large as they can be", () => {
    expect(gridFor(10, area)).toMatchObject({ columns: 5, rows: 2 });
    expect(gridFor(3, area)).toMatchObject({ columns: 3, rows: 1 });
  });

  it("lines up in rows of five", () => {
    const spots = lineUp(7, 80, 16, { x: 0, y: 0 });
    expect(new Set(spots.map((spot) => spot.y)).size).toBe(2);
    expect(spots.filter((spot) => spot.y < 0)).toHaveLength(5);
  });
});
