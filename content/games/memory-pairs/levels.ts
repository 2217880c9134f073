// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** How two cards belong together. */
export type Relation = "same" | "family" | "shadow";

export type QuizKind =
  | "pairs" // two pictures that are the same
  | "families" // mother and child
  | "shadows" // a thing and its shadow
  | "hidden" // under which hat?
  | "swapped" // under which hat, after they changed places?
  | "missing" // what is no longer on the tray?
  | "order" // who hopped first, and then?
  | "sounds"; // which box sounds like which picture?

export type QuizLevel = LevelBase & {
  mode: "quiz";
  kind: QuizKind;
  rounds: number;
  /** How many pairs, hats, things or hops: in the first question and in the last. */
  from: number;
  to: number;
};
export type ExploreLevel = LevelBase & { mode: "explore"; pairs: number; relations: readonly Relation[] };
export type Level = QuizLevel | ExploreLevel;

const picture = (id: string) => `levels/${id}.svg`;

const quiz = (
  ageBand: LevelBase["ageBand"],
  id: string,
  kind: QuizKind,
  [rounds, from, to]: readonly [number, number, number],
  title: LevelBase["title"],
): QuizLevel => ({ id, picture: picture(id), ageBand, mode: "quiz", kind, rounds, from, to, title });

const explore = (
  ageBand: LevelBase["ageBand"],
  id: string,
  pairs: number,
  relations: readonly Relation[],
  title: LevelBase["title"],
): ExploreLevel => ({ id, picture: picture(id), ageBand, mode: "explore", pairs, relations, title });

export const levels: readonly Level[] = [
  explore("3-4", "free-table", 3, ["same"], { vi: "Bé lật thẻ chơi", en: "Turn the cards" }),
  quiz("3-4", "same", "pairs", [5, 2, 3], { vi: "Hai hình giống nhau", en: "Two the same" }),
  quiz("3-4", "hats", "hidden", [6, 2, 3], { vi: "Nấp dưới nón nào?", en: "Under which hat?" }),
  quiz("3-4", "tray", "missing", [5, 3, 3], { vi: "Thứ gì biến mất?", en: "What has gone?" }),

  explore("4-5", "family-table", 4, ["family"], { vi: "Gà mẹ gà con", en: "Mothers and children" }),
  quiz("4-5", "families", "families", [5, 3, 4], { vi: "Bé tìm mẹ giúp bạn", en: "Find the mother" }),
  quiz("4-5", "big-tray", "missing", [6, 4, 5], { vi: "Mâm còn thiếu gì?", en: "What is missing?" }),
  quiz("4-5", "hops", "order", [6, 2, 3], { vi: "Ai nhảy trước?", en: "Who hopped first?" }),

  explore("5-6", "shadow-table", 5, ["shadow", "same"], { vi: "Bàn thẻ có bóng", en: "Shadow table" }),
  quiz("5-6", "shadows", "shadows", [5, 4, 5], { vi: "Tìm bóng cho hình", en: "Things and shadows" }),
  quiz("5-6", "moving-hats", "swapped", [6, 3, 3], { vi: "Nón đổi chỗ", en: "The hats change places" }),
  quiz("5-6", "many-hops", "order", [6, 3, 5], { vi: "Nhớ nhiều bước nhảy", en: "Remember the hops" }),
  quiz("5-6", "sound-boxes", "sounds", [5, 3, 4], { vi: "Hộp nhạc bí mật", en: "Secret sound boxes" }),
];
