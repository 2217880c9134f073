// Owns the list of levels: what a child does in each, and how large its map is.
import type { LevelBase } from "../../sdk/level.ts";

export type QuizKind =
  | "stones" // follow the stepping stones
  | "where" // in, on, under, beside
  | "nearFar" // who is nearer, who is further?
  | "nextStep" // which way now?
  | "sides" // who stands to the left, right, before, behind?
  | "put" // put someone to the left, right …
  | "program" // a list of arrows that leads home
  | "collect" // a list of arrows that picks something up on the way
  | "shortest"; // whose way is the shortest?

export type QuizLevel = LevelBase & {
  mode: "quiz";
  kind: QuizKind;
  rounds: number;
  /** Stones, steps or arrows: in the first question and in the last. */
  from: number;
  to: number;
};
export type ExploreLevel = LevelBase & {
  mode: "explore";
  /** `visit` touches places, `steer` goes square by square, `plan` makes lists of arrows. */
  play: "visit" | "steer" | "plan";
};
export type Level = QuizLevel | ExploreLevel;

const quiz = (
  ageBand: LevelBase["ageBand"],
  id: string,
  kind: QuizKind,
  [rounds, from, to]: readonly [number, number, number],
  title: LevelBase["title"],
): QuizLevel => ({ id, picture: `levels/${id}.svg`, ageBand, mode: "quiz", kind, rounds, from, to, title });
const explore = (
  ageBand: LevelBase["ageBand"],
  id: string,
  play: ExploreLevel["play"],
  title: LevelBase["title"],
): ExploreLevel => ({ id, picture: `levels/${id}.svg`, ageBand, mode: "explore", play, title });

export const levels: readonly Level[] = [
  explore("3-4", "village", "visit", { vi: "Dạo quanh làng", en: "A walk in the village" }),
  quiz("3-4", "stones", "stones", [5, 3, 5], { vi: "Bước qua ao sen", en: "Stepping stones" }),
  quiz("3-4", "where", "where", [6, 3, 3], { vi: "Trong, trên, dưới", en: "In, on, under" }),
  quiz("3-4", "near-far", "nearFar", [6, 2, 3], { vi: "Gần nhà, xa nhà", en: "Near and far" }),

  explore("4-5", "steer", "steer", { vi: "Bé dẫn đường", en: "Show the way" }),
  quiz("4-5", "next-step", "nextStep", [5, 3, 6], { vi: "Rẽ lối nào?", en: "Which way now?" }),
  quiz("4-5", "sides", "sides", [6, 4, 4], {
    vi: "Trái, phải, trước, sau",
    en: "Left, right, before, behind",
  }),
  quiz("4-5", "put", "put", [6, 4, 4], { vi: "Bé xếp chỗ đứng", en: "Put it there" }),

  explore("5-6", "plan", "plan", { vi: "Bé vẽ đường đi", en: "Plan a way" }),
  quiz("5-6", "program", "program", [6, 3, 7], { vi: "Mũi tên về nhà", en: "Arrows that lead home" }),
  quiz("5-6", "collect", "collect", [5, 4, 7], { vi: "Nhặt quà trên đường", en: "Something on the way" }),
  quiz("5-6", "shortest", "shortest", [6, 3, 7], { vi: "Đường nào ngắn nhất?", en: "The shortest way" }),
];
