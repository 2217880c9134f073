// Owns the list of levels: what a child does in each, and how far it counts.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "put" // put exactly so many on the cake
  | "oneEach" // every friend gets one cake
  | "more" // which tray has more
  | "compare" // which tray has more, or fewer, nearly alike
  | "share" // share out so that all have the same
  | "twoKinds" // so many of one kind and so many of another
  | "equal"; // add until both have the same

export type Level = LevelBase &
  (
    | {
        mode: "quiz";
        kind: QuizKind;
        rounds: number;
        /** The highest number met. */
        upTo: number;
        /** Numbers of friends who share; empty where nobody does. */
        sharers: readonly number[];
      }
    | { mode: "explore"; does: "decorate"; upTo: number; decorations: number }
    | { mode: "explore"; does: "feast" }
  );
export type QuizLevel = Level & { mode: "quiz" };

export const levels: readonly Level[] = [
  {
    id: "decorate",
    picture: "levels/decorate.svg",
    ageBand: "3-4",
    mode: "explore",
    does: "decorate",
    upTo: 5,
    decorations: 2,
    title: { vi: "Bé trang trí bánh", en: "Decorate a cake" },
  },
  {
    id: "put-3",
    picture: "levels/put-3.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "put",
    rounds: 5,
    upTo: 3,
    sharers: [],
    title: { vi: "Đặt đủ ba", en: "Put up to three" },
  },
  {
    id: "one-each",
    picture: "levels/one-each.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "oneEach",
    rounds: 5,
    upTo: 4,
    sharers: [2, 3, 4],
    title: { vi: "Mỗi bạn một cái", en: "One for everyone" },
  },
  {
    id: "more",
    picture: "levels/more.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "more",
    rounds: 5,
    upTo: 5,
    sharers: [],
    title: { vi: "Khay nào nhiều hơn?", en: "Which tray has more?" },
  },
  {
    id: "big-cake",
    picture: "levels/big-cake.svg",
    ageBand: "4-5",
    mode: "explore",
    does: "decorate",
    upTo: 10,
    decorations: 4,
    title: { vi: "Chiếc bánh thật to", en: "A very big cake" },
  },
  {
    id: "put-6",
    picture: "levels/put-6.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "put",
    rounds: 6,
    upTo: 7,
    sharers: [],
    title: { vi: "Làm bánh theo yêu cầu", en: "Cakes to order" },
  },
  {
    id: "compare",
    picture: "levels/compare.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "compare",
    rounds: 6,
    upTo: 8,
    sharers: [],
    title: { vi: "Nhiều hơn, ít hơn", en: "More and fewer" },
  },
  {
    id: "share-two",
    picture: "levels/share-two.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "share",
    rounds: 5,
    upTo: 3,
    sharers: [2],
    title: { vi: "Chia cho hai bạn", en: "Share between two" },
  },
  {
    id: "feast",
    picture: "levels/feast.svg",
    ageBand: "5-6",
    mode: "explore",
    does: "feast",
    title: { vi: "Tiệc trông trăng", en: "Moonlight feast" },
  },
  {
    id: "two-kinds",
    picture: "levels/two-kinds.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "twoKinds",
    rounds: 6,
    upTo: 9,
    sharers: [],
    title: { vi: "Hai loại trang trí", en: "Two kinds" },
  },
  {
    id: "share-three",
    picture: "levels/share-three.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "share",
    rounds: 6,
    upTo: 4,
    sharers: [3, 2, 3],
    title: { vi: "Chia đều cho các bạn", en: "Fair shares" },
  },
  {
    id: "equal",
    picture: "levels/equal.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "equal",
    rounds: 6,
    upTo: 6,
    sharers: [2],
    title: { vi: "Làm cho bằng nhau", en: "Make them equal" },
  },
];
