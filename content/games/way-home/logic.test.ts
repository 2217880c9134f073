import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { createRandom } from "../../sdk/random.ts";
import {
  type Direction,
  directions,
  isOpen,
  isSame,
  keyOf,
  shortestRound,
  shortestWay,
  stepTo,
  walk,
} from "./grid.ts";
import { levels, type QuizLevel } from "./levels.ts";
import {
  amountAt,
  askedOf,
  comesHome,
  mostArrows,
  nextMove,
  planQuestions,
  planVillage,
  type Question,
} from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, listPrompts, questionKeys } from "./prompts.ts";
import { relationsOf } from "./village.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const runs = quizzes.flatMap((level) =>
  seeds.map((seed) => ({ level, questions: planQuestions(level, createRandom(seed)) })),
);
const each = (check: (question: Question, level: QuizLevel, round: number) => void) => {
  for (const { level, questions } of runs)
    for (const [round, question] of questions.entries()) check(question, level, round);
};

describe("walking on squares", () => {
  const map = { columns: 3, rows: 2, blocked: ["1,0"] };

  it("goes along the arrows and stops at what is in the way", () => {
    expect(walk(map, { x: 0, y: 0 }, ["down", "right", "right", "up"])).toEqual({
      cells: [
        { x: 0, y: 1 },
        { x: 1, y: 1 },
        { x: 2, y: 1 },
        { x: 2, y: 0 },
      ],
      bumped: false,
    });
    expect(walk(map, { x: 0, y: 0 }, ["right", "down"])).toEqual({ cells: [], bumped: true });
    expect(walk(map, { x: 0, y: 0 }, ["left"]).bumped).toBe(true);
  });

  it("finds a shortest way, and none where there is none", () => {
    expect(shortestWay(map, { x: 0, y: 0 }, { x: 2, y: 0 })).toEqual(["down", "right", "right", "up"]);
    expect(shortestWay({ columns: 3, rows: 1, blocked: ["1,0"] }, { x: 0, y: 0 }, { x: 2, y: 0 })).toBeNull();
    expect(shortestWay(map, { x: 0, y: 0 }, { x: 0, y: 0 })).toEqual([]);
  });

  it("passes every stop on a shortest round", () => {
    const way = shortestRound({ columns: 3, rows: 2, blocked: [] }, { x: 0, y: 0 }, [{ x: 2, y: 0 }], {
      x: 0,
      y: 1,
    });
    expect(way).toHaveLength(5);
  });
});

describe("the questions", () => {
  it("are as many as the level says, the same for the same seed, and never the same twice in a row", () => {
    for (const { level, questions } of runs) {
      expect(questions).toHaveLength(level.rounds);
      for (let index = 1; index < questions.length; index += 1)
        expect(askedOf(questions[index])).not.toBe(askedOf(questions[index - 1]));
    }
    for (const level of quizzes)
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
  });

  it("about in, on and under show the asked place once, at something that has it", () => {
    each((question) => {
      if (question.kind !== "where") return;
      expect(question.shown.filter((relation) => relation === question.asked)).toHaveLength(1);
      expect([...question.shown].sort()).toEqual([...relationsOf[question.holder]].sort());
    });
  });

  it("about near and far have one who is nearest and one who is furthest", () => {
    each((question, level, round) => {
      if (question.kind !== "nearFar") return;
      expect(question.walkers).toHaveLength(amountAt(level, round));
      expect(new Set(question.distances).size).toBe(question.distances.length);
      expect(question.distances).toHaveLength(question.walkers.length);
    });
  });

  it("about the next step have a road on which every step is the only one", () => {
    each((question, level, round) => {
      if (question.kind !== "nextStep") return;
      const { journey, way } = question;
      expect(way).toHaveLength(amountAt(level, round));
      const { cells } = walk(journey.map, journey.start, way);
      expect(cells.at(-1)).toEqual(journey.home);
      const road = [journey.start, ...cells];
      road.forEach((cell, index) => {
        const open = directions
          .map((direction) => stepTo(cell, direction))
          .filter((next) => isOpen(journey.map, next));
        expect(open).toHaveLength(index === 0 || index === road.length - 1 ? 1 : 2);
      });
    });
  });

  it("about sides have another animal on each side", () => {
    each((question) => {
      if (question.kind !== "sides") return;
      expect(new Set(Object.values(question.standing)).size).toBe(4);
    });
  });

  it("about the shortest way have one that is shortest", () => {
    each((question) => {
      if (question.kind !== "shortest") return;
      const least = Math.min(...question.stones);
      expect(question.stones.filter((stones) => stones === least)).toHaveLength(1);
      expect(question.walkers).toHaveLength(question.stones.length);
    });
  });

  it("with arrows can be solved in the steps that are due, and following the next move solves them", () => {
    each((question, level, round) => {
      if (question.kind !== "program" && question.kind !== "collect") return;
      const { journey } = question;
      expect(journey.stops.length > 0).toBe(question.kind === "collect");
      const squares = [journey.start, journey.home, ...journey.stops.map(({ at }) => at)].map(keyOf);
      expect(new Set(squares).size).toBe(squares.length);
      const program: Direction[] = [];
      for (let move = nextMove(journey, program); move !== "go"; move = nextMove(journey, program)) {
        expect(move).not.toBe("undo");
        if (move !== "undo") program.push(move);
        expect(program.length).toBeLessThanOrEqual(mostArrows);
      }
      expect(program).toHaveLength(amountAt(level, round));
      expect(comesHome(journey, program)).toBe(true);
      expect(comesHome(journey, program.slice(0, -1))).toBe(false);
    });
  });

  it("can be solved after any list of arrows a child may have laid", () => {
    const random = createRandom(11);
    each((question) => {
      if (question.kind !== "collect") return;
      let program = Array.from({ length: random.integer(0, mostArrows) }, () => random.pick(directions));
      for (let moves = 0; moves < 40 && nextMove(question.journey, program) !== "go"; moves += 1) {
        const move = nextMove(question.journey, program);
        program = move === "undo" || move === "go" ? program.slice(0, -1) : [...program, move];
        expect(program.length).toBeLessThanOrEqual(mostArrows);
      }
      expect(comesHome(question.journey, program)).toBe(true);
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

it("the village has five places, all to be reached, none where one begins", () => {
  for (const seed of seeds) {
    const { map, start, places } = planVillage(createRandom(seed));
    expect(places).toHaveLength(5);
    for (const { at } of places) {
      expect(isSame(at, start)).toBe(false);
      expect(shortestWay(map, start, at)?.length).toBeGreaterThan(0);
    }
  }
});

it("the manifest fits the contract", () => {
  expect(gameManifest.safeParse(manifest).error).toBeUndefined();
});
