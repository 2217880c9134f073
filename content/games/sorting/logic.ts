// Owns the rules: which questions a level asks, and what is right. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import type { QuizLevel } from "./levels.ts";
import { type ThingName, thingNames } from "./things.ts";
import { hasTrait, type Trait, thingsWith } from "./traits.ts";
import { hoopPairs, zoneThings } from "./zones.ts";

export type Question =
  /** Each thing of `sorted` has exactly one of the `traits`, every trait has a thing. */
  | { kind: "living" | "harvest" | "homes" | "bodies"; traits: Trait[]; sorted: ThingName[] }
  /** Exactly one of `choices` has the trait. */
  | { kind: "whichFloats"; trait: "floats" | "sinks"; asked: ThingName; choices: ThingName[] }
  | { kind: "predict"; asked: ThingName }
  /** All of `choices` but `asked` have the trait. */
  | { kind: "odd"; trait: Trait; asked: ThingName; choices: ThingName[] }
  /** Only `asked` has both traits; some of the others have one. */
  | { kind: "both"; traits: [Trait, Trait]; asked: ThingName; choices: ThingName[] }
  | { kind: "hoops"; traits: [Trait, Trait]; sorted: ThingName[] }
  /** All `inside` have the trait and no other one in common; of `choices` only `asked` has it. */
  | { kind: "rule"; trait: Trait; inside: ThingName[]; asked: ThingName; choices: ThingName[] };

export type SortQuestion = Extract<Question, { sorted: ThingName[] }>;
export type ChoiceQuestion = Extract<Question, { choices: ThingName[] }>;

const bodyTraits: readonly (readonly Trait[])[] = [
  ["fur", "feathers"],
  ["legs2", "legs4"],
  ["feathers", "scales", "shell"],
  ["legs0", "legs2", "legs4"],
  ["fur", "feathers", "scales"],
];
const oddTraits: readonly Trait[] = [
  "fruit",
  "water",
  "red",
  "animal",
  "forest",
  "vegetable",
  "thing",
  "green",
  "round",
];
const ruleTraits: readonly Trait[] = [
  "red",
  "round",
  "fruit",
  "water",
  "feathers",
  "green",
  "yellow",
  "legs4",
  "thing",
];
const pairs: readonly (readonly [Trait, Trait])[] = [
  ["red", "round"],
  ["green", "vegetable"],
  ["yellow", "fruit"],
  ["forest", "feathers"],
  ["red", "fruit"],
  ["water", "shell"],
  ["green", "animal"],
  ["round", "fruit"],
];
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

/** The questions of one run, as many as the level says. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const { kind, rounds } = level;
  switch (kind) {
    case "living":
      return sortRounds(
        level,
        Array.from({ length: rounds }, () => ["living", "thing"] as const),
        random,
      );
    case "harvest":
      return sortRounds(
        level,
        Array.from({ length: rounds }, () => ["fruit", "vegetable"] as const),
        random,
      );
    case "homes": {
      const two = random.shuffle([
        ["water", "forest"],
        ["water", "farm"],
        ["forest", "farm"],
      ] as const);
      const three = ["water", "forest", "farm"] as const;
      return sortRounds(
        level,
        [...two.slice(0, 2), ...Array.from({ length: rounds - 2 }, () => three)],
        random,
      );
    }
    case "bodies":
      return sortRounds(level, bodyTraits.slice(0, rounds), random);
    case "whichFloats":
      return takeTurns(thingsWith("floats"), rounds, random).map((asked, index) =>
        whichFloats(level, asked, index === 2 || index === 4 ? "sinks" : "floats", random),
      );
    case "predict":
      return predictions(rounds, random);
    case "odd":
      return takeTurns(oddTraits, rounds, random).map((trait) => oddOne(level, trait, random));
    case "both":
      return takeTurns(pairs, rounds, random).map(([one, other]) => bothOne(level, [one, other], random));
    case "hoops":
      return takeTurns(hoopPairs, rounds, random).map(([one, other]) => hoops(level, [one, other], random));
    case "rule":
      return takeTurns(ruleTraits, rounds, random).map((trait) => ruleOf(level, trait, random));
  }
}

function sortRounds(level: QuizLevel, plan: readonly (readonly Trait[])[], random: Random): Question[] {
  const seen = new Set<ThingName>();
  return plan.map((wanted, index) => {
    const kind = level.kind as "living" | "harvest" | "homes" | "bodies"; // only these call it
    const shown = random.shuffle(wanted);
    // The first round is the smallest.
    const amount = Math.max(
      shown.length,
      index === 0 ? level.amount - 1 : level.amount + (index >= 3 ? 1 : 0),
    );
    const piles = shown.map((trait) => {
      const only = thingsWith(trait).filter(
        (name) => !shown.some((other) => other !== trait && hasTrait(name, other)),
      );
      // Those not seen yet come first.
      return random.shuffle(only).sort((one, other) => Number(seen.has(one)) - Number(seen.has(other)));
    });
    const sorted = Array.from({ length: amount }, (_, turn) => piles[turn % piles.length]?.shift());
    const found = sorted.flatMap((name) => name ?? []);
    for (const name of found) seen.add(name);
    return { kind, traits: shown, sorted: random.shuffle(found) };
  });
}

function whichFloats(
  level: QuizLevel,
  floating: ThingName,
  trait: "floats" | "sinks",
  random: Random,
): Question {
  const sinking = random.shuffle(thingsWith("sinks"));
  const [asked, others] =
    trait === "floats" ? [floating, sinking] : [sinking[0] ?? "rock", random.shuffle(thingsWith("floats"))];
  return {
    kind: "whichFloats",
    trait,
    asked,
    choices: random.shuffle([asked, ...others.slice(0, level.amount)]),
  };
}

/** Both answers come, in an order that cannot be guessed; the first is one that every child knows. */
function predictions(rounds: number, random: Random): Question[] {
  const floating = random.shuffle(thingsWith("floats").filter((name) => name !== "ball"));
  const sinking = random.shuffle(thingsWith("sinks").filter((name) => name !== "rock"));
  const [first, second]: [ThingName, ThingName] = random.next() < 0.5 ? ["ball", "rock"] : ["rock", "ball"];
  const rest = random.shuffle(
    Array.from({ length: rounds - 2 }, (_, index) => (index % 2 ? floating : sinking)[index >> 1]),
  );
  return [first, second, ...rest.flatMap((name) => name ?? [])].map((asked) => ({ kind: "predict", asked }));
}

function oddOne(level: QuizLevel, trait: Trait, random: Random): Question {
  const alike = random.shuffle(thingsWith(trait)).slice(0, level.amount - 1);
  const asked = random.pick(thingNames.filter((name) => !hasTrait(name, trait) && isClearlyOdd(name, alike)));
  return { kind: "odd", trait, asked, choices: random.shuffle([asked, ...alike]) };
}

const plain: readonly Trait[] = [
  "red",
  "yellow",
  "green",
  "round",
  "fruit",
  "vegetable",
  "animal",
  "living",
  "thing",
  "water",
  "forest",
  "farm",
  "fur",
  "feathers",
  "scales",
  "shell",
  "legs0",
  "legs2",
  "legs4",
];

/** No other trait may single out one of the alike: whoever joins the odd one must not leave a friend alone. */
function isClearlyOdd(odd: ThingName, alike: readonly ThingName[]): boolean {
  return plain.every((trait) => {
    const having = alike.filter((name) => hasTrait(name, trait)).length;
    return !hasTrait(odd, trait) || having !== alike.length - 1;
  });
}

function bothOne(level: QuizLevel, pair: [Trait, Trait], random: Random): Question {
  const asked = random.pick(thingsWith(...pair));
  const halves = [...zoneThings(pair, "left"), ...zoneThings(pair, "right")];
  const [left, right] = [random.pick(zoneThings(pair, "left")), random.pick(zoneThings(pair, "right"))];
  const more = random.shuffle(halves.filter((name) => name !== left && name !== right));
  return {
    kind: "both",
    traits: pair,
    asked,
    choices: random.shuffle([asked, left, right, ...more.slice(0, level.amount - 3)]),
  };
}

function hoops(level: QuizLevel, pair: [Trait, Trait], random: Random): Question {
  const piles = (["left", "both", "right"] as const).map((zone) => random.shuffle(zoneThings(pair, zone)));
  const sorted = Array.from({ length: level.amount }, (_, turn) => piles[turn % 3]?.shift());
  return { kind: "hoops", traits: pair, sorted: random.shuffle(sorted.flatMap((name) => name ?? [])) };
}

function ruleOf(level: QuizLevel, trait: Trait, random: Random): Question {
  const all = thingsWith(trait);
  for (;;) {
    const [asked = "apple", ...others] = random.shuffle(all);
    const inside = others.slice(0, 3);
    // What the three have in common beside the rule, a wrong choice must not have.
    const shared = plain.filter((each) => inside.every((name) => hasTrait(name, each)));
    const wrong = thingNames.filter((name) => !shared.some((each) => hasTrait(name, each)));
    if (wrong.length < level.amount - 1 || !shared.every((each) => hasTrait(asked, each))) continue;
    const choices = [asked, ...random.shuffle(wrong).slice(0, level.amount - 1)];
    return { kind: "rule", trait, inside, asked, choices: random.shuffle(choices) };
  }
}
