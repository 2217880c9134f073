// Owns the rules: which questions a level asks, and what the word machine offers. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import { type Beats, type DrumWord, drumWordNames, wordsOfBeats } from "./drumWords.ts";
import type { Level } from "./levels.ts";
import {
  findSyllable,
  machineOnsets,
  machineRimes,
  type Onset,
  onsets,
  pictured,
  type Rime,
  type Syllable,
  type Tone,
  toneNames,
} from "./syllables.ts";

export type Part =
  | { slot: "onset"; value: Onset }
  | { slot: "rime"; value: Rime }
  | { slot: "tone"; value: Tone };
export type Tile = Part & { right: boolean };

export type Question =
  | { kind: "clap"; asked: DrumWord }
  | { kind: "beats"; beats: Beats; asked: DrumWord; choices: DrumWord[] }
  | { kind: "rhyme"; model: Syllable; asked: Syllable; choices: Syllable[] }
  | { kind: "pairs"; pairs: { stays: Syllable; comes: Syllable }[]; order: number[] }
  | { kind: "tone"; asked: Syllable; choices: Tone[] }
  | { kind: "mark"; asked: Syllable; choices: Tone[] }
  | { kind: "build"; asked: Syllable; tiles: Tile[] }
  | { kind: "blend"; asked: Syllable; choices: Syllable[] };

/** Rimes and tones that a small ear mixes up: never two choices of one question. */
const nearRimes: readonly (readonly [Rime, Rime])[] = [
  ["ay", "aay"],
  ["ao", "eo"],
  ["ao", "a"],
  ["en", "im"],
];
const nearTones: readonly (readonly [Tone, Tone])[] = [
  ["hoi", "nga"],
  ["huyen", "nang"],
  ["sac", "nga"],
  ["hoi", "nang"],
];
const isNear = <Item>(pairs: readonly (readonly [Item, Item])[], one: Item, other: Item) =>
  one === other || pairs.some((pair) => pair.includes(one) && pair.includes(other));
export const soundAlike = (one: Rime, other: Rime) => isNear(nearRimes, one, other);
export const fallAlike = (one: Tone, other: Tone) => isNear(nearTones, one, other);

/** Rimes of at least two words that can be seen. */
export const rhymes = [...new Set(pictured.map(({ rime }) => rime))].filter(
  (rime) => pictured.filter((each) => each.rime === rime).length > 1,
);
const familyOf = (rime: Rime) => pictured.filter((each) => each.rime === rime);

/** `amount` items that `clash` with none of those chosen before, nor with `first`. */
function pickApart<Item>(
  first: Item,
  from: readonly Item[],
  amount: number,
  clash: (one: Item, other: Item) => boolean,
  random: Random,
): Item[] {
  const chosen: Item[] = [];
  for (const each of random.shuffle(from)) {
    if (chosen.length === amount) break;
    if ([first, ...chosen].every((other) => !clash(each, other))) chosen.push(each);
  }
  return chosen;
}

/** The questions of one run, as many as the level says; no word is asked for twice. */
export function planQuestions(level: Level & { mode: "quiz" }, random: Random): Question[] {
  const { kind, rounds, amount } = level;
  const around = <Item>(items: readonly Item[], make: (item: Item, index: number) => Question) => {
    const order = random.shuffle(items);
    return Array.from({ length: rounds }, (_, index) => make(order[index % order.length] as Item, index)); // never empty
  };
  switch (kind) {
    case "clap":
      return planClaps(rounds, random).map((asked) => ({ kind, asked }));
    case "beats":
      return planClaps(rounds, random).map((asked) => askBeats(asked, random));
    case "rhyme":
      return around(rhymes, (rime) => askRhyme(rime, amount, random));
    case "pairs":
      return around(rhymes, (rime) => askPairs(rime, amount, random));
    case "tone":
    case "mark":
      return planTones(rounds, random).map((asked) => ({
        kind,
        asked,
        choices: random.shuffle([
          asked.tone,
          ...pickApart(asked.tone, toneNames, amount - 1, fallAlike, random),
        ]),
      }));
    case "build":
      return around(pictured.filter(isSimple), (asked) => askBuild(asked, amount, random));
    case "blend":
      return around(pictured, (asked) => askBlend(asked, amount, random));
  }
}

/** One, two and three beats in turn, so that no number of beats comes twice in a row. */
function planClaps(rounds: number, random: Random): DrumWord[] {
  const order = random.shuffle<Beats>([1, 2, 3]);
  const piles = order.map((beats) => random.shuffle(wordsOfBeats(beats)));
  return Array.from(
    { length: rounds },
    (_, index) => piles[index % 3]?.shift() ?? random.pick(drumWordNames),
  );
}

function askBeats(asked: DrumWord, random: Random): Question {
  const beats = ([1, 2, 3] as const).find((each) => wordsOfBeats(each).includes(asked)) ?? 1;
  const others = ([1, 2, 3] as const).filter((each) => each !== beats);
  const choices = [asked, ...others.map((each) => random.pick(wordsOfBeats(each)))];
  return { kind: "beats", beats, asked, choices: random.shuffle(choices) };
}

function askRhyme(rime: Rime, amount: number, random: Random): Question {
  const [model, asked] = random.shuffle(familyOf(rime)) as [Syllable, Syllable]; // two at least
  const others = pickApart(
    asked,
    pictured,
    amount - 1,
    (one, other) => soundAlike(one.rime, other.rime) || one.onset === model.onset,
    random,
  );
  return { kind: "rhyme", model, asked, choices: random.shuffle([asked, ...others]) };
}

function askPairs(rime: Rime, amount: number, random: Random): Question {
  const chosen = [rime, ...pickApart(rime, rhymes, amount - 1, soundAlike, random)];
  const pairs = chosen.map((each) => {
    const [stays, comes] = random.shuffle(familyOf(each)) as [Syllable, Syllable]; // two at least
    return { stays, comes };
  });
  return {
    kind: "pairs",
    pairs: random.shuffle(pairs),
    order: random.shuffle(pairs.map((_, index) => index)),
  };
}

/** Words whose tones change from question to question. */
function planTones(rounds: number, random: Random): Syllable[] {
  const order = random.shuffle(toneNames);
  return Array.from({ length: rounds }, (_, index) =>
    random.pick(pictured.filter(({ tone }) => tone === order[index % order.length])),
  );
}

/** Words a child of five can spell: one onset of one letter or a common pair, a rime of at most two letters. */
const isSimple = ({ onset }: Syllable) => onsets[onset].text.length === 1 || onset === "th" || onset === "nh";

function askBuild(asked: Syllable, amount: number, random: Random): Question {
  const others = random.shuffle(pictured.filter(isSimple));
  const strangers: Tile[] = [];
  const otherOnset = others.find(({ onset }) => onset !== asked.onset && onset !== "k" && onset !== "c");
  const otherTone = pickApart(asked.tone, toneNames, 1, fallAlike, random)[0];
  const otherRime = others.find(({ rime }) => !soundAlike(rime, asked.rime));
  if (otherOnset) strangers.push({ slot: "onset", value: otherOnset.onset, right: false });
  if (otherTone) strangers.push({ slot: "tone", value: otherTone, right: false });
  if (otherRime) strangers.push({ slot: "rime", value: otherRime.rime, right: false });
  return {
    kind: "build",
    asked,
    tiles: random.shuffle([
      { slot: "onset", value: asked.onset, right: true },
      { slot: "rime", value: asked.rime, right: true },
      { slot: "tone", value: asked.tone, right: true },
      ...random.shuffle(strangers).slice(0, amount - 3),
    ]),
  };
}

function askBlend(asked: Syllable, amount: number, random: Random): Question {
  // One that rhymes or begins alike, so that every part must be heard; then something else.
  const near = pictured.filter(
    (each) => each !== asked && (each.rime === asked.rime || each.onset === asked.onset),
  );
  const others = [...random.shuffle(near).slice(0, 1), ...random.shuffle(pictured)];
  const choices = [...new Set([asked, ...others])].slice(0, amount);
  return { kind: "blend", asked, choices: random.shuffle(choices) };
}

/** Rimes the machine offers with an onset, and tones with both: only what makes a word it can read. */
export const rimesWith = (onset: Onset): Rime[] =>
  machineRimes.filter((rime) => tonesWith(onset, rime).length > 0);
export const tonesWith = (onset: Onset, rime: Rime): Tone[] =>
  toneNames.filter((tone) => findSyllable(onset, rime, tone) !== undefined);

/** What the machine stands on after a key was pressed: that key stays, the others follow where they must. */
export function turnMachine(
  now: { onset: Onset; rime: Rime; tone: Tone },
  pressed: Part,
): { onset: Onset; rime: Rime; tone: Tone } {
  const onset = pressed.slot === "onset" ? pressed.value : now.onset;
  const wantedRime = pressed.slot === "rime" ? pressed.value : now.rime;
  const rime = rimesWith(onset).includes(wantedRime) ? wantedRime : (rimesWith(onset)[0] ?? wantedRime);
  const wantedTone = pressed.slot === "tone" ? pressed.value : now.tone;
  const possible = tonesWith(onset, rime);
  return { onset, rime, tone: possible.includes(wantedTone) ? wantedTone : (possible[0] ?? wantedTone) };
}

/** Every word the machine can read. */
export const machineWords = (): Syllable[] =>
  machineOnsets.flatMap((onset) =>
    machineRimes.flatMap((rime) => toneNames.flatMap((tone) => findSyllable(onset, rime, tone) ?? [])),
  );
