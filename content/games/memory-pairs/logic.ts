// Owns the rules: which questions a level asks, and which cards belong together. Pure; the same seed gives the same questions.
import type { Random } from "../../sdk/random.ts";
import type { QuizLevel, Relation } from "./levels.ts";
import { type Heard, heard, hiders, hoppers, onTray, outlined, parents, type ThingName } from "./things.ts";

/** One side of a pair: the picture itself, or what belongs to it. */
export type CardFace = { readonly name: ThingName; readonly side: "itself" | "same" | "family" | "shadow" };

export type Question =
  | { kind: "pairs" | "families" | "shadows"; cards: CardFace[] }
  | { kind: "hidden" | "swapped"; hider: ThingName; hats: number; under: number; swaps: [number, number][] }
  | { kind: "missing"; shown: ThingName[]; gone: ThingName; choices: ThingName[] }
  | { kind: "order"; hoppers: ThingName[]; order: number[] }
  | { kind: "sounds"; boxes: Heard[]; pictures: Heard[] };

/** Two cards of one name make a pair; every name is on the table twice. */
export const belongTogether = (one: CardFace, other: CardFace): boolean =>
  one.name === other.name && one !== other;

/** `pairs` pairs in any order, none of `avoid` as long as there is something else. */
export function layCards(
  relation: Relation,
  pairs: number,
  random: Random,
  avoid: readonly ThingName[] = [],
): CardFace[] {
  const all: readonly ThingName[] = relation === "family" ? parents : outlined;
  const fresh = all.filter((name) => !avoid.includes(name));
  const names = random.shuffle(fresh.length >= pairs ? fresh : all).slice(0, pairs);
  return random.shuffle(
    names.flatMap((name): CardFace[] => [
      { name, side: "itself" },
      { name, side: relation },
    ]),
  );
}

/** Where what lay at `place` lies after two hats changed places. */
export const afterSwap = (place: number, [one, other]: readonly [number, number]): number =>
  place === one ? other : place === other ? one : place;

/** Rises evenly from the first question to the last. */
export const amountAt = ({ rounds, from, to }: QuizLevel, round: number): number =>
  Math.round(from + ((to - from) * round) / Math.max(1, rounds - 1));

/** The questions of one run; what was asked last is not asked again at once. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const questions: Question[] = [];
  let last: ThingName[] = [];
  for (let round = 0; round < level.rounds; round += 1) {
    const question = makeQuestion(level, round, last, random);
    questions.push(question);
    last = namesOf(question);
  }
  return questions;
}

/** What a question is about: the next one takes something else. */
export function namesOf(question: Question): ThingName[] {
  switch (question.kind) {
    case "pairs":
    case "families":
    case "shadows":
      return [...new Set(question.cards.map(({ name }) => name))];
    case "hidden":
    case "swapped":
      return [question.hider];
    case "missing":
      return question.shown;
    case "order":
      return question.hoppers;
    case "sounds":
      return question.boxes;
  }
}

const relationOf = { pairs: "same", families: "family", shadows: "shadow" } as const;

function makeQuestion(level: QuizLevel, round: number, last: readonly ThingName[], random: Random): Question {
  const amount = amountAt(level, round);
  const { kind } = level;
  switch (kind) {
    case "pairs":
    case "families":
    case "shadows":
      return { kind, cards: layCards(relationOf[kind], amount, random, last) };
    case "hidden":
    case "swapped": {
      const hider = random.pick(hiders.filter((name) => !last.includes(name)));
      const start = random.integer(0, amount - 1);
      const swaps =
        kind === "swapped" ? planSwaps(amount, start, round < 2 ? 1 : round < 4 ? 2 : 3, random) : [];
      return { kind, hider, hats: amount, under: start, swaps };
    }
    case "missing": {
      const all = random.shuffle(onTray.filter((name) => !last.includes(name)));
      const shown = all.slice(0, amount);
      const gone = random.pick(shown);
      // The youngest choose among what they still see; the others among what they never saw.
      const lures = level.ageBand === "3-4" ? shown.filter((name) => name !== gone) : all.slice(amount);
      return { kind, shown, gone, choices: random.shuffle([gone, ...random.shuffle(lures).slice(0, 2)]) };
    }
    case "order": {
      const chosen = chooseOther(hoppers, Math.max(3, Math.min(4, amount)), last, random);
      const order: number[] = [];
      while (order.length < amount) {
        const next = random.integer(0, chosen.length - 1);
        if (next !== order.at(-1)) order.push(next);
      }
      return { kind, hoppers: chosen, order };
    }
    case "sounds": {
      const boxes = chooseOther(heard, amount, last, random);
      return { kind, boxes, pictures: random.shuffle(boxes) };
    }
  }
}

/** `amount` different ones, at least one of which was not there last time. */
function chooseOther<Name extends ThingName>(
  all: readonly Name[],
  amount: number,
  last: readonly ThingName[],
  random: Random,
): Name[] {
  const fresh = random.pick(all.filter((name) => !last.includes(name)));
  const rest = random.shuffle(all.filter((name) => name !== fresh)).slice(0, amount - 1);
  return random.shuffle([fresh, ...rest]);
}

/** Changes of neighbouring hats; the first always moves the hat that matters. */
function planSwaps(hats: number, under: number, amount: number, random: Random): [number, number][] {
  const swaps: [number, number][] = [];
  let place = under;
  while (swaps.length < amount) {
    const one = random.integer(0, hats - 2);
    const swap: [number, number] = [one, one + 1];
    const moves = afterSwap(place, swap) !== place;
    const undoes = swaps.at(-1)?.[0] === one;
    if (undoes || (swaps.length === 0 && !moves)) continue;
    swaps.push(swap);
    place = afterSwap(place, swap);
  }
  return swaps;
}

/** Where the hider is in the end. */
export const placeOfHider = ({
  under,
  swaps,
}: {
  under: number;
  swaps: readonly [number, number][];
}): number => swaps.reduce(afterSwap, under);
