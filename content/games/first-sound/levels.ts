// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "caller" // hear a call: who is it
  | "firstCaller" // hear two calls: who was first
  | "word" // hear a word: which picture
  | "begins" // hear a sound: which picture begins with it
  | "alike" // see a picture: which other begins like it
  | "sort" // bring pictures to the baskets of two sounds, which wear a picture
  | "letter" // hear and see a word: which letter writes its first sound
  | "odd" // which one does not begin like the others
  | "letterSort"; // bring pictures to the baskets of two letters

export type Level = LevelBase & {
  /** How many things are shown at once. */
  amount: number;
} & (
    | { mode: "quiz"; kind: QuizKind; rounds: number }
    | { mode: "explore"; place: "calls" | "flowers" | "letters" }
  );

const picture = (id: string) => `levels/${id}.svg`;

export const levels: readonly Level[] = [
  {
    id: "who-calls",
    picture: picture("who-calls"),
    ageBand: "3-4",
    mode: "explore",
    place: "calls",
    amount: 6,
    title: { vi: "Khu vườn tiếng kêu", en: "The calling garden" },
  },
  {
    id: "caller",
    picture: picture("caller"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "caller",
    rounds: 5,
    amount: 3,
    title: { vi: "Tiếng của ai?", en: "Who is calling?" },
  },
  {
    id: "word",
    picture: picture("word"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "word",
    rounds: 6,
    amount: 3,
    title: { vi: "Bé nghe thấy gì?", en: "Which word was it?" },
  },
  {
    id: "first-caller",
    picture: picture("first-caller"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "firstCaller",
    rounds: 5,
    amount: 3,
    title: { vi: "Ai kêu trước?", en: "Who called first?" },
  },

  {
    id: "flowers",
    picture: picture("flowers"),
    ageBand: "4-5",
    mode: "explore",
    place: "flowers",
    amount: 6,
    title: { vi: "Hoa loa kèn biết nói", en: "Talking flowers" },
  },
  {
    id: "begins",
    picture: picture("begins"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "begins",
    rounds: 6,
    amount: 3,
    title: { vi: "Bắt đầu bằng âm gì?", en: "Begins with…" },
  },
  {
    id: "alike",
    picture: picture("alike"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "alike",
    rounds: 6,
    amount: 3,
    title: { vi: "Tìm bạn cùng âm đầu", en: "Begins like its friend" },
  },
  {
    id: "sort",
    picture: picture("sort"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "sort",
    rounds: 5,
    amount: 4,
    title: { vi: "Hai giỏ âm thanh", en: "Two baskets of sounds" },
  },

  {
    id: "letters",
    picture: picture("letters"),
    ageBand: "5-6",
    mode: "explore",
    place: "letters",
    amount: 8,
    title: { vi: "Vườn chữ cái", en: "The letter garden" },
  },
  {
    id: "letter",
    picture: picture("letter"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "letter",
    rounds: 7,
    amount: 3,
    title: { vi: "Chữ nào đứng đầu?", en: "Which letter comes first?" },
  },
  {
    id: "odd",
    picture: picture("odd"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "odd",
    rounds: 6,
    amount: 4,
    title: { vi: "Bạn nào khác âm đầu?", en: "Which begins differently?" },
  },
  {
    id: "letter-sort",
    picture: picture("letter-sort"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "letterSort",
    rounds: 5,
    amount: 5,
    title: { vi: "Giỏ chữ cái", en: "Baskets of letters" },
  },
];
