// Owns the rules: which questions a level asks. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import { type Caller, callerNames } from "./callers.ts";
import type { Level } from "./levels.ts";
import {
  areClearlyDifferent,
  nearWords,
  type Sound,
  soundNames,
  sounds,
  type Word,
  wordNames,
  words,
  wordsOf,
} from "./words.ts";

export type Question =
  | { kind: "caller"; asked: Caller; choices: Caller[] }
  | { kind: "firstCaller"; asked: Caller; second: Caller; choices: Caller[] }
  | { kind: "word"; asked: Word; choices: Word[] }
  | { kind: "begins"; sound: Sound; asked: Word; choices: Word[] }
  | { kind: "alike"; model: Word; asked: Word; choices: Word[] }
  | { kind: "letter"; model: Word; asked: Sound; choices: Sound[] }
  | { kind: "odd"; asked: Word; choices: Word[] }
  | { kind: "sort" | "letterSort"; baskets: Basket[]; sorted: Word[] };

/** A basket's sound, and the word whose picture it wears. */
export type Basket = { sound: Sound; sign: Word };

/** Sounds written with one letter, the same in all words: what a child of five learns first. */
export const letterSounds = soundNames.filter((sound) => sounds[sound].letter.length === 1);

/** The questions of one run, as many as the level says; nothing is asked for twice in a run. */
export function planQuestions(level: Level & { mode: "quiz" }, random: Random): Question[] {
  const { rounds, kind } = level;
  const around = <Item>(items: readonly Item[], make: (item: Item) => Question) => {
    const order = random.shuffle(items);
    return Array.from({ length: rounds }, (_, index) => make(order[index % order.length] as Item)); // never empty
  };
  switch (kind) {
    case "caller":
    case "firstCaller":
      return around(callerNames, (asked) => askCaller(kind, asked, level.amount, random));
    case "word":
      return around(nearWords, (near) => askWord(near, level.amount, random));
    case "letter":
      return around(letterSounds, (asked) => askLetter(asked, level.amount, random));
    case "sort":
    case "letterSort": {
      const from = kind === "sort" ? soundNames : letterSounds;
      const led: Sound[] = [];
      return around(from, (sound) => {
        // No two baskets meet twice: who led a pair is nobody's partner later.
        led.push(sound);
        const partners = from.filter((each) => !led.includes(each));
        return askSort(kind, sound, partners, level.amount, random);
      });
    }
    case "odd": {
      const strangers: Sound[] = [];
      return around(soundNames, (sound) => {
        const from = soundNames.filter((each) => !strangers.includes(each));
        const [stranger] = differentSounds(sound, 1, from, random) as [Sound]; // more sounds than questions
        strangers.push(stranger);
        const asked = random.pick(wordsOf(stranger));
        const alike = random.shuffle(wordsOf(sound)).slice(0, level.amount - 1);
        return { kind, asked, choices: random.shuffle([asked, ...alike]) };
      });
    }
    default:
      return around(soundNames, (sound) => askSound(kind, sound, level.amount, random));
  }
}

/** `amount` sounds that nobody mixes up, neither with `sound` nor with each other. */
export function differentSounds(
  sound: Sound,
  amount: number,
  from: readonly Sound[],
  random: Random,
): Sound[] {
  const chosen: Sound[] = [];
  for (const each of random.shuffle(from)) {
    if (chosen.length === amount) break;
    if ([sound, ...chosen].every((other) => areClearlyDifferent(each, other))) chosen.push(each);
  }
  return chosen;
}

function askCaller(kind: "caller" | "firstCaller", asked: Caller, amount: number, random: Random): Question {
  const others = random.shuffle(callerNames.filter((name) => name !== asked)).slice(0, amount - 1);
  const choices = random.shuffle([asked, ...others]);
  if (kind === "caller") return { kind, asked, choices };
  return { kind, asked, second: random.pick(others), choices };
}

function askWord(near: readonly Word[], amount: number, random: Random): Question {
  const alike = random.shuffle(near);
  const asked = alike[0] as Word; // groups of near words are never empty
  const others = random.shuffle(wordNames.filter((word) => !near.includes(word)));
  return { kind: "word", asked, choices: random.shuffle([...alike, ...others].slice(0, amount)) };
}

function askSound(kind: "begins" | "alike", sound: Sound, amount: number, random: Random): Question {
  const own = random.shuffle(wordsOf(sound));
  const [first, second] = own as [Word, Word]; // every sound has four words at least
  const others = differentSounds(sound, amount - 1, soundNames, random).map((each) =>
    random.pick(wordsOf(each)),
  );
  const choices = random.shuffle([first, ...others]);
  return kind === "begins"
    ? { kind, sound, asked: first, choices }
    : { kind, model: second, asked: first, choices };
}

function askLetter(asked: Sound, amount: number, random: Random): Question {
  const others = differentSounds(asked, amount - 1, letterSounds, random);
  return {
    kind: "letter",
    model: random.pick(wordsOf(asked)),
    asked,
    choices: random.shuffle([asked, ...others]),
  };
}

function askSort(
  kind: "sort" | "letterSort",
  sound: Sound,
  from: readonly Sound[],
  amount: number,
  random: Random,
): Question {
  const chosen = random.shuffle([sound, ...differentSounds(sound, 1, from, random)]);
  const piles = chosen.map((each) => random.shuffle(wordsOf(each)));
  const baskets = chosen.map((each, index) => ({ sound: each, sign: piles[index]?.shift() as Word })); // four at least
  const sorted = Array.from({ length: amount }, (_, index) => piles[index % piles.length]?.shift());
  return { kind, baskets, sorted: random.shuffle(sorted.flatMap((word) => word ?? [])) };
}

/** Sounds of a garden to explore, each different enough from its neighbours. */
export function planGarden(amount: number, withLetters: boolean, random: Random): Sound[] {
  return random.shuffle(withLetters ? letterSounds : soundNames).slice(0, amount);
}

export const soundOf = (word: Word): Sound => words[word].sound;
