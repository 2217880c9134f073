// Owns the rules: what the band plays and what is asked of it, and what a recording plays back. Pure; the same seed gives the same questions.
import type { Random } from "../../sdk/random.ts";
import type { Contrast, Member } from "./band.ts";
import type { QuizLevel } from "./levels.ts";

export type Question =
  | { kind: "which"; member: Member; choices: Member[]; tune: number[] }
  | { kind: Contrast; member: Member; answer: 0 | 1 }
  | { kind: "rhythm"; members: Member[]; order: number[] }
  /** `order` holds tubes, 0 the lowest. */
  | { kind: "melody"; tubes: number; order: number[] }
  /** Tones from the lowest to the highest, and the order in which the bells lie. */
  | { kind: "ladder"; tones: number[]; bells: number[] };

/** Rises evenly from the first question to the last. */
export const amountAt = ({ rounds, from, to }: QuizLevel, round: number): number =>
  Math.round(from + ((to - from) * round) / Math.max(1, rounds - 1));

/** The questions of one run; never the same twice in a row. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const questions: Question[] = [];
  // Both answers as often as each other.
  const sides = random.shuffle(Array.from({ length: level.rounds }, (_, index) => (index % 2) as 0 | 1));
  while (questions.length < level.rounds) {
    const question = makeQuestion(level, questions.length, sides, random);
    if (JSON.stringify(question) !== JSON.stringify(questions.at(-1))) questions.push(question);
  }
  return questions;
}

function makeQuestion(level: QuizLevel, round: number, sides: readonly (0 | 1)[], random: Random): Question {
  const amount = amountAt(level, round);
  const member = level.members[round % level.members.length] ?? "drum";
  switch (level.kind) {
    case "which": {
      const asked = random.pick(level.members);
      const others = random.shuffle(level.members.filter((other) => other !== asked)).slice(0, amount - 1);
      return {
        kind: "which",
        member: asked,
        choices: random.shuffle([asked, ...others]),
        tune: planMelody(3, 6, random),
      };
    }
    case "loud":
    case "tempo":
    case "pitch":
      return { kind: level.kind, member, answer: sides[round] ?? 0 };
    case "rhythm":
      return {
        kind: "rhythm",
        members: [...level.members],
        order: planRhythm(amount, level.members.length, random),
      };
    case "melody":
      return { kind: "melody", tubes: 5, order: planMelody(amount, 5, random) };
    case "ladder": {
      // A tone apart at least, so that a small ear hears which is higher.
      const start = random.integer(0, 1);
      const step = amount > 3 ? 2 : random.integer(2, 3);
      const tones = Array.from({ length: amount }, (_, index) => start + index * step);
      return { kind: "ladder", tones, bells: shuffleApart(tones, random) };
    }
  }
}

/** Another order than the rising one. */
function shuffleApart(tones: readonly number[], random: Random): number[] {
  const bells = random.shuffle(tones);
  const [first, ...rest] = bells;
  return bells.every((tone, index) => tone === tones[index]) && first !== undefined
    ? [...rest, first]
    : bells;
}

/** Beats on `players` instruments; at least two of them have a part. */
export function planRhythm(beats: number, players: number, random: Random): number[] {
  const order = Array.from({ length: beats }, () => random.integer(0, players - 1));
  if (new Set(order).size === 1) order[beats - 1] = ((order[0] ?? 0) + 1) % players;
  return order;
}

/** Neighbouring tones mostly, as melodies go; never one tone three times. */
export function planMelody(tones: number, tubes: number, random: Random): number[] {
  const order = [random.integer(0, tubes - 1)];
  while (order.length < tones) {
    const last = order.at(-1) ?? 0;
    const next = last + random.pick([-2, -1, -1, 1, 1, 2]);
    if (next >= 0 && next < tubes) order.push(next);
  }
  return order;
}

/** One touch of a recording: what was played and when, ms from the first. */
export type Beat<Played> = { readonly played: Played; readonly at: number };

/** A pause in which nobody played is no part of the music, ms. */
export const longestRestMs = 1500;

/** The recording as it is played back: from the first touch on, long rests shortened, the order kept. */
export function trimBeats<Played>(beats: readonly Beat<Played>[]): Beat<Played>[] {
  let at = 0;
  return beats.map(({ played, at: touchedAt }, index) => {
    const before = beats[index - 1];
    if (before) at += Math.min(longestRestMs, Math.max(0, touchedAt - before.at));
    return { played, at };
  });
}
