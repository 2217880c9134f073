// Owns the rules of Hình và khối: which questions a run asks and what is right. Pure: the same seed gives the same run.
import type { Random } from "../../sdk/random.ts";
import { type BuildName, buildNames, builds } from "./builds.ts";
import type { QuizLevel } from "./levels.ts";
import { type Paint, paintNames, type Shape, type Solid, solidNames, solids, usualPaint } from "./shapes.ts";
import {
  type FlatThing,
  flatThingNames,
  flatThings,
  type SolidThing,
  solidThingNames,
  solidThings,
} from "./things.ts";

/** A shape as it looks: `size` 0–1 of the room it has, `turn` in degrees. */
export type Looks = { shape: Shape; paint: Paint; size: number; turn: number };

/** What is walked round: its number of sides is its number of corners too. */
export type Polygon = { corners: 3 | 4 | 5 | 6; kind: "even" | "wide"; turn: number; paint: Paint };

export type RollTask = "roll" | "stack" | "topple";

export type Question =
  | { kind: "find"; asked: Shape; choices: Looks[] }
  | {
      kind: "build";
      build: BuildName /** Order of the pieces on the tray, by index. */;
      order: number[] /** How each lies there. */;
      turns: number[];
    }
  | { kind: "same"; sample: Looks; choices: Looks[] }
  | { kind: "world"; asked: Shape; choices: FlatThing[] }
  | { kind: "corners"; polygon: Polygon; count: "sides" | "corners"; choices: number[] }
  | { kind: "solids"; asked: Solid; choices: SolidThing[] }
  | { kind: "roll"; task: RollTask; choices: Solid[] };

/** Each item once before any comes back, never one twice in a row. */
export function inTurn<Item>(items: readonly Item[], amount: number, random: Random): Item[] {
  const taken: Item[] = [];
  while (taken.length < amount) {
    const pass = random.shuffle(items);
    if (pass.length > 1 && pass[0] === taken.at(-1)) pass.push(...pass.splice(0, 1));
    taken.push(...pass);
  }
  return taken.slice(0, amount);
}

/** Whether a solid is a right answer. */
export const fits = (task: RollTask, solid: Solid): boolean =>
  task === "roll" ? solids[solid].rolls : task === "stack" ? solids[solid].stacks : !solids[solid].stacks;

/** Turns under which a shape is plainly another sight of itself, and for a square not a diamond to quarrel about. */
const turnsOf: Readonly<Record<Shape, readonly number[]>> = {
  circle: [0],
  square: [20, 45, 70],
  triangle: [90, 180, 200, 270],
  rectangle: [30, 90, 120],
  halfCircle: [90, 180, 270],
};

export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const { rounds } = level;
  switch (level.kind) {
    case "find":
      return inTurn(level.shapes, rounds, random).map((asked) => {
        // A square beside a rectangle is for older children.
        const rest = level.shapes.filter((shape) => shape !== asked && !isLongSquare(asked, shape));
        const choices = random.shuffle([asked, ...random.shuffle(rest).slice(0, 2)]);
        return {
          kind: "find",
          asked,
          choices: choices.map((shape) => ({ shape, paint: usualPaint[shape], size: 1, turn: 0 })),
        };
      });
    case "build": {
      const names = buildNames.filter((name) => builds[name].ageBand === level.ageBand);
      // The picture with the fewest pieces comes first.
      const chosen = inTurn(names, rounds, random).sort(
        (one, other) => builds[one].pieces.length - builds[other].pieces.length,
      );
      return chosen.map((build) => {
        const { pieces } = builds[build];
        return {
          kind: "build",
          build,
          order: random.shuffle(pieces.map((_, index) => index)),
          turns: pieces.map(({ turn }) =>
            level.ageBand === "5-6" ? random.pick([90, 180, 270]) + turn : turn,
          ),
        };
      });
    }
    case "same":
      return inTurn(level.shapes, rounds, random).map((asked) => makeSame(asked, level.shapes, random));
    case "world":
      return inTurn(level.shapes, rounds, random).map((asked) => {
        const right = random.pick(flatThingNames.filter((name) => flatThings[name].form === asked));
        const others = inTurn(
          level.shapes.filter((shape) => shape !== asked && !isLongSquare(asked, shape)),
          2,
          random,
        );
        const wrong = others.map((shape) =>
          random.pick(flatThingNames.filter((name) => flatThings[name].form === shape)),
        );
        return { kind: "world", asked, choices: random.shuffle([right, ...wrong]) };
      });
    case "solids":
      return inTurn(solidNames, rounds, random).map((asked) => {
        const right = random.pick(solidThingNames.filter((name) => solidThings[name].form === asked));
        const others = inTurn(
          solidNames.filter((solid) => solid !== asked && !isLongCube(asked, solid)),
          2,
          random,
        );
        const wrong = others.map((solid) =>
          random.pick(solidThingNames.filter((name) => solidThings[name].form === solid)),
        );
        return { kind: "solids", asked, choices: random.shuffle([right, ...wrong]) };
      });
    case "corners":
      return planWalks(rounds, random);
    case "roll":
      return planRolls(rounds, random);
  }
}

const isLongSquare = (one: Shape, other: Shape) =>
  [one, other].every((shape) => shape === "square" || shape === "rectangle");
const isLongCube = (one: Solid, other: Solid) =>
  [one, other].every((solid) => solid === "cube" || solid === "box");

function makeSame(asked: Shape, all: readonly Shape[], random: Random): Question {
  const paint = random.pick(paintNames);
  const sample: Looks = { shape: asked, paint, size: 1, turn: 0 };
  const wrong = random
    .shuffle(all.filter((shape) => shape !== asked && !isLongSquare(asked, shape)))
    .slice(0, 2);
  const right: Looks = {
    shape: asked,
    paint: random.pick(paintNames.filter((name) => name !== paint)),
    size: random.pick([0.62, 0.74]),
    turn: random.pick(turnsOf[asked]),
  };
  // The others share the sample's colour or size: neither is what is asked for.
  const others = wrong.map(
    (shape, index): Looks => ({
      shape,
      paint: index === 0 ? paint : random.pick(paintNames),
      size: 1,
      turn: 0,
    }),
  );
  return { kind: "same", sample, choices: random.shuffle([right, ...others]) };
}

function planWalks(rounds: number, random: Random): Question[] {
  const easy = inTurn([3, 4] as const, 2, random);
  const rest = inTurn([5, 4, 6, 3] as const, rounds - 2, random);
  if (rest[0] === easy[1]) rest.push(...rest.splice(0, 1));
  const corners = [...easy, ...rest];
  const paints = inTurn(paintNames, rounds, random);
  return corners.map((amount, index) => ({
    kind: "corners",
    polygon: {
      corners: amount,
      kind: amount === 4 && random.next() < 0.5 ? "wide" : "even",
      turn: amount === 4 ? 0 : random.pick([0, 0, 180]),
      paint: paints[index] ?? "blue",
    },
    count: index % 2 === 0 ? "sides" : "corners",
    choices: [3, 4, 5, 6].filter(
      (number) => Math.abs(number - amount) <= (amount === 3 || amount === 6 ? 2 : 1),
    ),
  }));
}

function planRolls(rounds: number, random: Random): Question[] {
  const tasks: RollTask[] = [
    "roll",
    "topple",
    ...inTurn(["roll", "stack", "topple"] as const, rounds - 2, random),
  ];
  if (tasks[2] === tasks[1]) tasks.push(...tasks.splice(2, 1));
  let rolling: Solid = random.pick(["sphere", "cylinder"]);
  let stacking: Solid = random.pick(["cube", "box"]);
  return tasks.map((task) => {
    const choices: Solid[] =
      task === "roll"
        ? [rolling, "cube", "box"]
        : task === "stack"
          ? [stacking, "sphere"]
          : ["sphere", "cube", random.pick(["box", "cylinder"])];
    // Next time the other one.
    if (task === "roll") rolling = rolling === "sphere" ? "cylinder" : "sphere";
    if (task === "stack") stacking = stacking === "cube" ? "box" : "cube";
    return { kind: "roll", task, choices: random.shuffle(choices) };
  });
}
