// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a quiz level; each kind is another activity, not another number. */
export type QuizKind =
  | "give" // what does the plant need
  | "baby" // whose baby is it
  | "parts" // touch the part that is named
  | "order" // put a life into its order
  | "grows" // what grows from this seed
  | "care" // what is done first, what then
  | "pots" // which pot will grow
  | "missing" // which stage is missing in the circle
  | "jobs"; // which part does this

export type ExploreKind = "garden" | "twoPots" | "wheel";

export type Level = LevelBase &
  (
    | { readonly mode: "quiz"; readonly kind: QuizKind; readonly rounds: number }
    | { readonly mode: "explore"; readonly kind: ExploreKind }
  );
export type QuizLevel = Level & { mode: "quiz" };

type Band = Level["ageBand"];
const quiz = (id: string, ageBand: Band, kind: QuizKind, rounds: number, vi: string, en: string): Level => ({
  id,
  picture: `levels/${id}.svg`,
  ageBand,
  mode: "quiz",
  kind,
  rounds,
  title: { vi, en },
});
const explore = (id: string, ageBand: Band, kind: ExploreKind, vi: string, en: string): Level => ({
  id,
  picture: `levels/${id}.svg`,
  ageBand,
  mode: "explore",
  kind,
  title: { vi, en },
});

export const levels: readonly Level[] = [
  explore("garden", "3-4", "garden", "Khu vườn của bé", "Your garden"),
  quiz("give", "3-4", "give", 5, "Cây cần gì?", "What does the plant need?"),
  quiz("baby", "3-4", "baby", 5, "Lớn lên thành gì?", "What will it become?"),
  quiz("parts", "3-4", "parts", 5, "Đâu là lá, đâu là hoa?", "Leaf and flower"),
  explore("two-pots", "4-5", "twoPots", "Hai chậu cây", "Two pots"),
  quiz("grows", "4-5", "grows", 6, "Hạt này mọc thành cây gì?", "What grows from it?"),
  quiz("order", "4-5", "order", 5, "Xếp vòng đời", "Lives in order"),
  quiz("care", "4-5", "care", 5, "Chăm cây từng bước", "Care step by step"),
  explore("wheel", "5-6", "wheel", "Vòng đời kì diệu", "The wheel of life"),
  quiz("pots", "5-6", "pots", 6, "Chậu cây nào sẽ tươi tốt?", "Which pot will grow?"),
  quiz("missing", "5-6", "missing", 6, "Còn thiếu bạn nào?", "Which one is missing?"),
  quiz("jobs", "5-6", "jobs", 6, "Ai làm việc gì?", "Which part does it?"),
];
