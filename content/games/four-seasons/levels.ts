// Owns the list of levels: what a child does in each.
import type { LevelBase } from "../../sdk/level.ts";

export type QuizKind =
  | "belongs" // what belongs to this season?
  | "festival" // what belongs to this festival?
  | "dress" // dress the place for a festival
  | "sort" // things to their seasons
  | "odd" // what does not belong to this season?
  | "order" // the seasons one after another
  | "week" // which day is missing?
  | "months" // which month is missing?
  | "tomorrow" // today is the …; and tomorrow?
  | "festivalSort"; // things to their festivals

export type QuizLevel = LevelBase & {
  mode: "quiz";
  kind: QuizKind;
  rounds: number;
  /** How many things or choices there are. */
  amount: number;
};
export type ExploreLevel = LevelBase & { mode: "explore"; about: "seasons" | "festivals" | "months" };
export type Level = QuizLevel | ExploreLevel;

const quiz = (
  ageBand: LevelBase["ageBand"],
  id: string,
  kind: QuizKind,
  [rounds, amount]: readonly [number, number],
  title: LevelBase["title"],
): QuizLevel => ({ id, picture: `levels/${id}.svg`, ageBand, mode: "quiz", kind, rounds, amount, title });
const explore = (
  ageBand: LevelBase["ageBand"],
  id: string,
  about: ExploreLevel["about"],
  title: LevelBase["title"],
): ExploreLevel => ({ id, picture: `levels/${id}.svg`, ageBand, mode: "explore", about, title });

export const levels: readonly Level[] = [
  explore("3-4", "window", "seasons", { vi: "Cửa sổ bốn mùa", en: "The season window" }),
  quiz("3-4", "season-things", "belongs", [6, 3], { vi: "Mùa này có gì?", en: "What comes in this season?" }),
  quiz("3-4", "dress-up", "dress", [5, 3], { vi: "Bé trang trí ngày hội", en: "Dress for the festival" }),
  quiz("3-4", "tet-or-moon", "festival", [6, 2], {
    vi: "Ngày hội có gì?",
    en: "What belongs to the festival?",
  }),

  explore("4-5", "festivals", "festivals", { vi: "Bé đi chơi hội", en: "Going to the festivals" }),
  quiz("4-5", "sort-seasons", "sort", [5, 4], { vi: "Xếp vào từng mùa", en: "Sort by season" }),
  quiz("4-5", "odd-season", "odd", [6, 4], { vi: "Thứ gì lạc mùa?", en: "What is out of season?" }),
  quiz("4-5", "season-order", "order", [5, 4], {
    vi: "Mùa nào trước, mùa nào sau?",
    en: "The order of the seasons",
  }),

  explore("5-6", "year", "months", { vi: "Mười hai tháng", en: "Twelve months" }),
  quiz("5-6", "week", "week", [6, 3], { vi: "Một tuần của bé", en: "My week" }),
  quiz("5-6", "months", "months", [6, 3], { vi: "Tháng nào còn thiếu?", en: "Which month is missing?" }),
  quiz("5-6", "tomorrow", "tomorrow", [6, 3], { vi: "Bóc lịch nào!", en: "Tear off the calendar" }),
  quiz("5-6", "festival-sort", "festivalSort", [5, 5], { vi: "Chuẩn bị đón hội", en: "Getting ready" }),
];
