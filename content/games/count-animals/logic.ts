// Owns the rules of Đếm con vật: which questions a run asks. Pure: the same seed gives the same run.
import type { Random } from "../../sdk/random.ts";
import { type Animal, animals, animalsOf, type Place, places } from "./animals.ts";
import type { Level, QuizKind } from "./levels.ts";

export type Group = { animal: Animal; count: number };

/** One question. All counts are at least 1, `choices` hold the answer once and are in rising order. */
export type Question =
  | {
      kind: "touch" | "moving" | "mixed" | "flash";
      place: Place;
      asked: Group;
      /** Animals of another kind among them; only `mixed` has any. */
      others: Group | null;
      choices: number[];
    }
  | {
      kind: "story";
      place: Place;
      start: Group;
      /** How many come (above 0) or go home (below 0). */
      change: number;
      answer: number;
      choices: number[];
    }
  | { kind: "find"; place: Place; asked: Group; groups: number[] }
  | { kind: "moreFewer"; place: Place; question: "more" | "fewer"; sides: [Group, Group] }
  | {
      kind: "oneMore" | "equal";
      place: Place;
      start: Group;
      target: number;
      /** How many wait outside; always more than are needed, so that stopping is part of the answer. */
      waiting: number;
      /** The other side to be equal to; null for `oneMore`. */
      model: Group | null;
    }
  | { kind: "match"; place: Place; groups: Group[]; order: number[] };

/** `amount` different numbers from `least` to `most` in rising order, `answer` among them, near it where possible. */
export function choicesAround(answer: number, amount: number, most: number, random: Random): number[] {
  const others = Array.from({ length: most }, (_, index) => index + 1).filter((number) => number !== answer);
  const near = random.shuffle(others).sort((one, other) => Math.abs(one - answer) - Math.abs(other - answer));
  return [answer, ...near.slice(0, amount - 1)].sort((one, other) => one - other);
}

/** Numbers for the rounds of a run: each number once before any repeats, easy ones first, never twice in a row. */
export function risingNumbers(amount: number, least: number, most: number, random: Random): number[] {
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const numbers: number[] = [];
  while (numbers.length < amount) {
    const pass = random
      .shuffle(all)
      .slice(0, amount - numbers.length)
      .sort((one, other) => one - other);
    // Neighbours changed about keep it rising on the whole without letting a child guess "one more than before".
    for (let index = 0; index + 1 < pass.length; index += 2) {
      const wouldRepeat = index === 0 && pass[0] === numbers.at(-1);
      const wouldRepeatSwapped = index === 0 && pass[1] === numbers.at(-1);
      if (wouldRepeat || (!wouldRepeatSwapped && random.next() < 0.5)) {
        [pass[index], pass[index + 1]] = [pass[index + 1] ?? least, pass[index] ?? least];
      }
    }
    // A last pass of one number alone has no neighbour to change with.
    if (pass.length === 1 && pass[0] === numbers.at(-1)) {
      pass[0] = random.pick(all.filter((number) => number !== numbers.at(-1)));
    }
    numbers.push(...pass);
  }
  return numbers;
}

const leastOf: Readonly<Record<QuizKind, number>> = {
  touch: 1,
  find: 1,
  oneMore: 2,
  moving: 3,
  match: 2,
  moreFewer: 2,
  mixed: 4,
  flash: 2,
  story: 2,
  equal: 3,
};

/** The questions of one run, as many as the level says. */
export function planQuestions(level: Level & { mode: "quiz" }, random: Random): Question[] {
  const numbers = risingNumbers(level.rounds, leastOf[level.kind], level.upTo, random);
  const scenery = random.shuffle(places);
  const seen: Partial<Record<Place, Animal[]>> = {};
  const stories = random.shuffle(numbers.map((_, index) => index % 2 === 0));
  return numbers.map((number, index) => {
    const place = scenery[index % scenery.length] ?? "yard";
    // Every animal of a place once before one comes back.
    if (!seen[place]?.length) seen[place] = random.shuffle(animalsOf(place));
    const animal = seen[place]?.shift() ?? "chicken";
    return makeQuestion(level, { place, animal, number, isFirst: stories[index] ?? true, random });
  });
}

type Draft = { place: Place; animal: Animal; number: number; isFirst: boolean; random: Random };

function makeQuestion(level: Level & { mode: "quiz" }, draft: Draft): Question {
  const { place, animal, number, random } = draft;
  const asked: Group = { animal, count: number };
  const other = random.pick(animalsOf(place).filter((candidate) => candidate !== animal));
  switch (level.kind) {
    case "touch":
      return {
        kind: "touch",
        place,
        asked,
        others: null,
        choices: choicesAround(number, 3, level.upTo, random),
      };
    case "moving":
      return {
        kind: "moving",
        place,
        asked,
        others: null,
        choices: choicesAround(number, 3, level.upTo, random),
      };
    case "flash":
      return {
        kind: "flash",
        place,
        asked,
        others: null,
        choices: choicesAround(number, 3, level.upTo, random),
      };
    case "mixed": {
      // Together they fill the scene no more than ten animals do.
      const most = Math.max(0, 10 - number);
      const others = most === 0 ? null : { animal: other, count: random.integer(1, Math.min(4, most)) };
      return { kind: "mixed", place, asked, others, choices: choicesAround(number, 4, level.upTo, random) };
    }
    case "find":
      return {
        kind: "find",
        place,
        asked,
        groups: random.shuffle(choicesAround(number, 3, level.upTo, random)),
      };
    case "moreFewer": {
      const less = random.pick([number - 1, number - 1, Math.max(1, number - 2), Math.max(1, number - 3)]);
      const sides: [Group, Group] = [asked, { animal: other, count: less }];
      if (random.next() < 0.5) sides.reverse();
      return { kind: "moreFewer", place, question: draft.isFirst ? "more" : "fewer", sides };
    }
    case "oneMore":
      return {
        kind: "oneMore",
        place,
        start: { animal, count: number - 1 },
        target: number,
        waiting: 3,
        model: null,
      };
    case "equal": {
      const start = Math.max(1, number - random.integer(1, Math.min(3, number - 1)));
      return {
        kind: "equal",
        place,
        start: { animal, count: start },
        target: number,
        waiting: number - start + 2,
        model: { animal: other, count: number },
      };
    }
    case "story": {
      const comes = draft.isFirst;
      const change = random.integer(1, Math.min(4, number - 1));
      // Coming: number − change + change = number. Going: number − change stay.
      const start = comes ? number - change : number;
      const answer = comes ? number : number - change;
      return {
        kind: "story",
        place,
        start: { animal, count: start },
        change: comes ? change : -change,
        answer,
        choices: choicesAround(answer, 3, level.upTo, random),
      };
    }
    case "match": {
      const counts = choicesAround(number, 3, level.upTo, random);
      const kinds = random.shuffle(animalsOf(place));
      const groups = random
        .shuffle(counts)
        .map((count, index): Group => ({ animal: kinds[index % kinds.length] ?? animal, count }));
      return { kind: "match", place, groups, order: random.shuffle(counts) };
    }
  }
}

/** The animal a question is about, for its prompts. */
export const animalOf = (question: Question): Animal =>
  "asked" in question
    ? question.asked.animal
    : "start" in question
      ? question.start.animal
      : question.kind === "moreFewer"
        ? question.sides[0].animal
        : (question.groups[0]?.animal ?? "chicken");

/** True when every animal of the question lives where the question plays. */
export const livesHere = (question: Question): boolean =>
  animals[animalOf(question)].place === question.place;
