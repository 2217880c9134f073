// Owns the rules: which questions a level asks, what is right, and how a plant grows. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import type { QuizLevel } from "./levels.ts";
import {
  type Care,
  type Cycle,
  careNames,
  cycleNames,
  type Need,
  needNames,
  type Part,
  type Pot,
  partNames,
  potNames,
  type Seed,
  type Stage,
  seedNames,
  stages,
} from "./nature.ts";

export type StageOf = { readonly cycle: Cycle; readonly stage: Stage };

export type Question =
  | { kind: "give"; asked: Need; choices: Need[] }
  /** What comes of `young`; `choices` are the grown ones of cycles. */
  | { kind: "baby"; young: StageOf; asked: Cycle; choices: Cycle[] }
  | { kind: "parts" | "jobs"; asked: Part }
  | { kind: "grows"; asked: Seed; choices: Seed[] }
  /** `shown` are all four, mixed; they go to places 0 to 3. */
  | { kind: "order"; cycle: Cycle; shown: Stage[] }
  | { kind: "care"; shown: Care[]; given: number }
  | { kind: "pots"; asked: Pot; shown: Pot[] }
  /** The stage that is missing, among one of every other cycle or stage. */
  | { kind: "missing"; cycle: Cycle; asked: Stage; choices: StageOf[] };

/** Every item once before one comes back, never twice in a row. */
export function takeTurns<Item>(items: readonly Item[], amount: number, random: Random): Item[] {
  const taken: Item[] = [];
  while (taken.length < amount) {
    const pass = random.shuffle(items);
    if (pass.length > 1 && pass[0] === taken.at(-1)) pass.push(...pass.splice(0, 1));
    taken.push(...pass.slice(0, amount - taken.length));
  }
  return taken;
}

/** In another order than the given one. */
function mix<Item>(items: readonly Item[], random: Random): Item[] {
  for (;;) {
    const mixed = random.shuffle(items);
    if (mixed.some((item, index) => item !== items[index])) return mixed;
  }
}

const among = <Item>(right: Item, others: readonly Item[], amount: number, random: Random): Item[] =>
  random.shuffle([right, ...random.shuffle(others).slice(0, amount - 1)]);

/** Young ones a child of three knows, or learns here. */
const young: readonly StageOf[] = [
  { cycle: "hen", stage: 2 },
  { cycle: "butterfly", stage: 1 },
  { cycle: "frog", stage: 1 },
  { cycle: "plant", stage: 1 },
  { cycle: "hen", stage: 0 },
];

/** The questions of one run, as many as the level says. */
export function planQuestions({ kind, rounds }: QuizLevel, random: Random): Question[] {
  switch (kind) {
    case "give":
      return takeTurns(needNames, rounds, random).map((asked) => ({
        kind,
        asked,
        choices: random.shuffle(needNames),
      }));
    case "baby":
      return takeTurns(young, rounds, random).map((each) => ({
        kind,
        young: each,
        asked: each.cycle,
        choices: among(
          each.cycle,
          cycleNames.filter((other) => other !== each.cycle),
          3,
          random,
        ),
      }));
    case "parts":
    case "jobs":
      return takeTurns(partNames, rounds, random).map((asked) => ({ kind, asked }));
    case "grows":
      return takeTurns(seedNames, rounds, random).map((asked) => ({
        kind,
        asked,
        choices: among(
          asked,
          seedNames.filter((other) => other !== asked),
          3,
          random,
        ),
      }));
    case "order":
      return takeTurns(cycleNames, rounds, random).map((cycle) => ({
        kind,
        cycle,
        shown: mix(stages, random),
      }));
    case "care":
      return careOrders(rounds, random);
    case "pots":
      return takeTurns(potNames, rounds, random).map((asked) => ({
        kind,
        asked,
        shown: random.shuffle(potNames),
      }));
    case "missing":
      return takeTurns(cycleNames, rounds, random).map((cycle) => {
        const asked = random.pick(stages);
        const others = cycleNames
          .filter((other) => other !== cycle)
          .map((other) => ({ cycle: other, stage: random.pick(stages) }));
        return { kind, cycle, asked, choices: among({ cycle, stage: asked }, others, 3, random) };
      });
  }
}

/** Fewer and fewer steps are laid already, and no order of cards comes twice in a row. */
function careOrders(rounds: number, random: Random): Question[] {
  let before = "";
  return Array.from({ length: rounds }, (_, index) => {
    const given = Math.max(0, 2 - index);
    let shown = mix(careNames.slice(given), random);
    while (shown.join() === before) shown = mix(careNames.slice(given), random);
    before = shown.join();
    return { kind: "care", given, shown };
  });
}

/** How far a plant is: 0 bare soil, 1 seed, 2 sprout, 3 plant, 4 flower, 5 fruit. */
export type Growth = 0 | 1 | 2 | 3 | 4 | 5;
export type Bed = { readonly growth: Growth; readonly watered: boolean; readonly sunny: boolean };
export const bareBed: Bed = { growth: 0, watered: false, sunny: false };

export type BedNeed = "seed" | "water" | "sun" | "harvest";

export const needOf = ({ growth, watered }: Bed): BedNeed =>
  growth === 0 ? "seed" : growth === 5 ? "harvest" : watered ? "sun" : "water";

/** What comes of giving something to a bed; the bed itself when it does not need it now. */
export function give(bed: Bed, given: "seed" | "water" | "sun"): Bed {
  if (given === "seed") return bed.growth === 0 ? { growth: 1, watered: false, sunny: false } : bed;
  if (bed.growth === 0 || bed.growth === 5) return bed;
  const next = { ...bed, watered: bed.watered || given === "water", sunny: bed.sunny || given === "sun" };
  // Sun that came before the water has dried up: both have to be there at once.
  if (given === "sun" && !bed.watered) return { ...bed, sunny: false };
  return next.watered && next.sunny
    ? { growth: (bed.growth + 1) as Growth, watered: false, sunny: false }
    : next;
}

/** A pot over days: `health` 0 wilted or pale, 1 well; it grows only when it has both. */
export type PotState = { readonly growth: 2 | 3 | 4 | 5; readonly look: Pot };
export function passDay({ growth }: PotState, has: { water: boolean; sun: boolean }): PotState {
  if (!has.water) return { growth, look: "thirsty" };
  if (!has.sun) return { growth, look: "dark" };
  return { growth: Math.min(5, growth + 1) as PotState["growth"], look: "cared" };
}
