// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a quiz level; each kind is another activity, not another number. */
export type QuizKind =
  | "whatWeather" // see the weather, touch its sign
  | "need" // what does the child need now
  | "listen" // hear the weather behind the curtain
  | "dress" // dress the child for the weather
  | "after" // what comes after it
  | "who" // who is dressed for the weather
  | "thermometer" // is it hot, mild or cold
  | "week" // count the days of a week
  | "leave"; // what is not needed today

export type ExploreKind = "sky" | "wardrobe" | "wholeSky";

export type Level = LevelBase & {
  /** How many choices there are; how many garments fit. */
  readonly amount: number;
} & (
    | { readonly mode: "quiz"; readonly kind: QuizKind; readonly rounds: number }
    | { readonly mode: "explore"; readonly kind: ExploreKind }
  );

export type QuizLevel = Level & { mode: "quiz" };

const quiz = (
  id: string,
  ageBand: Level["ageBand"],
  kind: QuizKind,
  rounds: number,
  amount: number,
  vi: string,
  en: string,
): Level => ({
  id,
  picture: `levels/${id}.svg`,
  ageBand,
  mode: "quiz",
  kind,
  rounds,
  amount,
  title: { vi, en },
});
const explore = (
  id: string,
  ageBand: Level["ageBand"],
  kind: ExploreKind,
  vi: string,
  en: string,
): Level => ({
  id,
  picture: `levels/${id}.svg`,
  ageBand,
  mode: "explore",
  kind,
  amount: 3,
  title: { vi, en },
});

export const levels: readonly Level[] = [
  explore("sky", "3-4", "sky", "Bé gọi mưa, gọi nắng", "Call the sun and the rain"),
  quiz("what-weather", "3-4", "whatWeather", 5, 3, "Trời hôm nay thế nào?", "What is the weather?"),
  quiz("need", "3-4", "need", 5, 3, "Bạn nhỏ cần gì?", "What do we need?"),
  quiz("listen", "3-4", "listen", 5, 3, "Nghe xem trời gì", "Listen to the weather"),
  explore("wardrobe", "4-5", "wardrobe", "Tủ quần áo", "The wardrobe"),
  quiz("dress", "4-5", "dress", 5, 3, "Mặc đồ cho bạn", "Dress for the weather"),
  quiz("after", "4-5", "after", 6, 3, "Rồi sau đó thì sao?", "What comes after?"),
  quiz("who", "4-5", "who", 6, 3, "Bạn nào mặc đúng?", "Who is dressed right?"),
  explore("whole-sky", "5-6", "wholeSky", "Bầu trời và nhiệt kế", "Sky and thermometer"),
  quiz("thermometer", "5-6", "thermometer", 6, 3, "Nóng hay lạnh?", "Hot or cold?"),
  quiz("week", "5-6", "week", 6, 3, "Thời tiết một tuần", "A week of weather"),
  quiz("leave", "5-6", "leave", 6, 4, "Thứ nào chưa cần?", "What is not needed?"),
];
