// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "find" // hear a name, touch the thing
  | "sort" // bring each thing to the basket of its group
  | "odd" // which one does not belong to the others
  | "shadow"; // whose shadow is it

export type Level = LevelBase & {
  /** How many things are shown at once. */
  amount: number;
} & ({ mode: "quiz"; kind: QuizKind; rounds: number } | { mode: "explore" });

export const levels: readonly Level[] = [
  {
    id: "tidy-up",
    picture: "levels/tidy-up.svg",
    ageBand: "3-4",
    mode: "explore",
    amount: 4,
    title: { vi: "Bé cất đồ", en: "Tidy up" },
  },
  {
    id: "find",
    picture: "levels/find.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "find",
    rounds: 5,
    amount: 3,
    title: { vi: "Tìm giúp bé", en: "Find it" },
  },
  {
    id: "two-baskets",
    picture: "levels/two-baskets.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "sort",
    rounds: 3,
    amount: 4,
    title: { vi: "Hai cái giỏ", en: "Two baskets" },
  },

  {
    id: "big-yard",
    picture: "levels/big-yard.svg",
    ageBand: "4-5",
    mode: "explore",
    amount: 6,
    title: { vi: "Sân nhà bừa bộn", en: "The untidy yard" },
  },
  {
    id: "odd",
    picture: "levels/odd.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "odd",
    rounds: 6,
    amount: 4,
    title: { vi: "Bạn nào khác nhóm?", en: "Which is different?" },
  },
  {
    id: "shadow",
    picture: "levels/shadow.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "shadow",
    rounds: 6,
    amount: 3,
    title: { vi: "Bóng của ai?", en: "Whose shadow?" },
  },

  {
    id: "whole-house",
    picture: "levels/whole-house.svg",
    ageBand: "5-6",
    mode: "explore",
    amount: 9,
    title: { vi: "Dọn cả nhà", en: "The whole house" },
  },
  {
    id: "three-baskets",
    picture: "levels/three-baskets.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "sort",
    rounds: 4,
    amount: 6,
    title: { vi: "Ba cái giỏ", en: "Three baskets" },
  },
  {
    id: "many-shadows",
    picture: "levels/many-shadows.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "shadow",
    rounds: 7,
    amount: 4,
    title: { vi: "Nhiều cái bóng", en: "Many shadows" },
  },
];
