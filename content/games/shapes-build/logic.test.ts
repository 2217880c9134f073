import { describe, expect, it } from "vitest";
import { nearestInDirection } from "../../sdk/focus.ts";
import { createRandom } from "../../sdk/random.ts";
import { buildNames, builds, looksLike, type Piece, touchAreaOf } from "./builds.ts";
import { levels, type QuizKind } from "./levels.ts";
import { fits, planQuestions, type Question } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { polygonPoints } from "./polygons.ts";
import { questionKeys, shapeKey, solidKey, thingKey } from "./prompts.ts";
import { shapeNames, solidNames } from "./shapes.ts";
import { flatThingNames, flatThings, solidThingNames, solidThings } from "./things.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
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

describe("a run", () => {
  it("has as many questions as its level says, and the same for the same seed", () => {
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(3))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
    }
  });

  it("never asks the same twice in a row", () => {
    for (const { level, questions } of runs)
      for (const [index, question] of questions.entries()) {
        const before = questions[index - 1];
        if (!before) continue;
        if (question.kind === "roll" && before.kind === "roll")
          expect([question.task, question.choices], level.id).not.toEqual([before.task, before.choices]);
        else if (question.kind === "corners" && before.kind === "corners")
          expect(question.polygon.corners).not.toBe(before.polygon.corners);
        else expect(essence(question), level.id).not.toBe(essence(before));
      }
  });

  it("says only what the manifest can say", () => {
    for (const { questions } of runs)
      for (const question of questions)
        for (const key of questionKeys(question)) expect(manifest.prompts, key).toHaveProperty(key);
    for (const key of [
      ...shapeNames.map(shapeKey),
      ...solidNames.map(solidKey),
      ...flatThingNames.map(thingKey),
      ...solidThingNames.map(thingKey),
    ])
      expect(manifest.prompts, key).toHaveProperty(key);
  });
});

const essence = (question: Question): string =>
  "asked" in question
    ? question.asked
    : question.kind === "build"
      ? question.build
      : question.kind === "same"
        ? question.sample.shape
        : "";

describe("the questions", () => {
  it("for a name offer the shape once among two others", () => {
    for (const { level, question } of ofKind("find")) {
      expect(new Set(question.choices.map(({ shape }) => shape)).size).toBe(3);
      expect(question.choices.map(({ shape }) => shape)).toContain(question.asked);
      for (const { shape } of question.choices) expect(level.shapes).toContain(shape);
    }
  });

  it("for the same shape offer it once, in another colour and another size", () => {
    for (const { question } of ofKind("same")) {
      const right = question.choices.filter(({ shape }) => shape === question.sample.shape);
      expect(right).toHaveLength(1);
      expect(right[0]?.paint).not.toBe(question.sample.paint);
      expect(right[0]?.size).toBeLessThan(question.sample.size);
      expect(question.choices).toHaveLength(3);
    }
  });

  it("for things of the world offer one of the form among others", () => {
    for (const { question } of ofKind("world")) {
      expect(question.choices.filter((name) => flatThings[name].form === question.asked)).toHaveLength(1);
      expect(new Set(question.choices).size).toBe(3);
    }
    for (const { question } of ofKind("solids")) {
      expect(question.choices.filter((name) => solidThings[name].form === question.asked)).toHaveLength(1);
      expect(new Set(question.choices).size).toBe(3);
    }
  });

  it("never set a square beside a rectangle, nor a cube beside a block, when one of them is asked for", () => {
    for (const { question } of ofKind("world")) {
      const forms = question.choices.map((name) => flatThings[name].form);
      if (question.asked === "square") expect(forms).not.toContain("rectangle");
      if (question.asked === "rectangle") expect(forms).not.toContain("square");
    }
    for (const { question } of ofKind("solids")) {
      const forms = question.choices.map((name) => solidThings[name].form);
      if (question.asked === "cube") expect(forms).not.toContain("box");
      if (question.asked === "box") expect(forms).not.toContain("cube");
    }
  });

  it("about sides and corners offer the true number once, both asked for in a run", () => {
    for (const { question } of ofKind("corners")) {
      expect(
        question.choices.filter((number) => number === polygonPoints(question.polygon).length),
      ).toHaveLength(1);
      expect(question.choices.length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(ofKind("corners").map(({ question }) => question.count)).size).toBe(2);
  });

  it("about rolling and stacking have exactly one right answer", () => {
    for (const { question } of ofKind("roll")) {
      expect(
        question.choices.filter((solid) => fits(question.task, solid)),
        question.task,
      ).toHaveLength(1);
      expect(new Set(question.choices).size).toBe(question.choices.length);
    }
  });

  it("about building bring every piece once, of pictures of the age", () => {
    for (const { level, question } of ofKind("build")) {
      const { pieces, ageBand } = builds[question.build];
      expect(ageBand).toBe(level.ageBand);
      expect([...question.order].sort()).toEqual(pieces.map((_, index) => index));
      if (level.ageBand !== "5-6") expect(question.turns).toEqual(pieces.map(({ turn }) => turn));
    }
  });
});

describe("the pictures to build", () => {
  const each = buildNames.map((name) => ({ name, pieces: builds[name].pieces as readonly Piece[] }));

  it("lie within the board", () => {
    for (const { name, pieces } of each)
      for (const piece of pieces) {
        const { left, top, right, bottom } = touchAreaOf(piece);
        expect(Math.max(-left, right), name).toBeLessThanOrEqual(478);
        expect(Math.max(-top, bottom), name).toBeLessThanOrEqual(202);
      }
  });

  it("have outlines that a small hand can touch, each apart from the others", () => {
    for (const { name, pieces } of each) {
      const areas = pieces.map(touchAreaOf);
      areas.forEach((area, index) => {
        expect(
          Math.min(area.right - area.left, area.bottom - area.top),
          `${name} ${index}`,
        ).toBeGreaterThanOrEqual(88);
        for (const [at, other] of areas.entries()) {
          if (at <= index) continue;
          const across = Math.max(area.left, other.left) - Math.min(area.right, other.right);
          const down = Math.max(area.top, other.top) - Math.min(area.bottom, other.bottom);
          expect(Math.max(across, down), `${name}: ${index} and ${at}`).toBeGreaterThanOrEqual(16);
        }
      });
    }
  });

  it("can be reached with arrow keys from the tray, however few blocks are left on it", () => {
    const ways = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const;
    for (const { name, pieces } of each)
      for (let left = 1; left <= pieces.length; left += 1) {
        // Around the board's middle: outlines, the blocks on the tray, "say it again".
        const tray = Array.from({ length: left }, (_, index) => ({
          x: (index - (left - 1) / 2) * 134,
          y: 332,
        }));
        const centres = [...pieces.map(({ x, y }) => ({ x, y })), ...tray, { x: 442, y: -282 }];
        for (let start = pieces.length; start < pieces.length + left; start += 1) {
          const reached = new Set([start]);
          for (const from of reached) {
            const at = centres[from] ?? { x: 0, y: 0 };
            const others = [...centres.keys()].filter((index) => index !== from);
            for (const way of ways) {
              const found =
                others[
                  nearestInDirection(
                    at,
                    way,
                    others.map((index) => centres[index] ?? at),
                  )
                ];
              if (found !== undefined) reached.add(found);
            }
          }
          for (const index of pieces.keys())
            expect(reached.has(index), `${name}: piece ${index}, ${left} on the tray`).toBe(true);
        }
      }
  });

  it("have no two pieces of one shape that differ too little to be told apart", () => {
    for (const { name, pieces } of each)
      for (const one of pieces)
        for (const other of pieces) {
          if (one.shape !== other.shape || looksLike(one, other)) continue;
          const ratio = (one.width * one.height) / (other.width * other.height);
          const isOtherForm = Math.abs(one.width / one.height - other.width / other.height) > 0.4;
          expect(
            Math.max(ratio, 1 / ratio) >= 1.4 || isOtherForm,
            `${name} ${one.shape} ${one.width} ${other.width}`,
          ).toBe(true);
        }
  });

  it("grow with the age", () => {
    const most = (age: string) =>
      Math.max(
        ...buildNames
          .filter((name) => builds[name].ageBand === age)
          .map((name) => builds[name].pieces.length),
      );
    expect(most("3-4")).toBeLessThanOrEqual(4);
    expect(most("4-5")).toBeLessThanOrEqual(6);
    expect(most("5-6")).toBeLessThanOrEqual(7);
  });
});
