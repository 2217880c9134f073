// Owns the list of levels: what a child does in each, and with which poems.
import type { LevelBase } from "../../sdk/level.ts";
import type { PoemName } from "./poems.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "heard" // hear a line: which picture belongs to it
  | "beat" // touch one lantern for every syllable of a line
  | "next" // hear a poem: which picture comes after a line
  | "order" // hang the pictures of a poem up in their order
  | "missing" // hear a line without its last word: which word is it
  | "rhyme"; // which word rhymes

export type Level = LevelBase & {
  readonly poems: readonly PoemName[];
  /** How many things are shown at once. */
  amount: number;
} & ({ mode: "quiz"; kind: QuizKind; rounds: number } | { mode: "explore" });

const picture = (id: string) => `levels/${id}.svg`;
const short: readonly PoemName[] = ["kitten", "chick", "rain", "garden"];
const all: readonly PoemName[] = [...short, "moon", "granny"];

export const levels: readonly Level[] = [
  {
    id: "animal-book",
    picture: picture("animal-book"),
    ageBand: "3-4",
    mode: "explore",
    poems: ["kitten", "chick"],
    amount: 2,
    title: { vi: "Sách thơ con vật", en: "The animal book" },
  },
  {
    id: "heard",
    picture: picture("heard"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "heard",
    rounds: 6,
    poems: short,
    amount: 3,
    title: { vi: "Câu thơ có gì?", en: "What was in the line?" },
  },
  {
    id: "beat",
    picture: picture("beat"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "beat",
    rounds: 5,
    poems: short,
    amount: 4,
    title: { vi: "Đèn lồng gõ nhịp", en: "Lanterns in rhythm" },
  },

  {
    id: "garden-book",
    picture: picture("garden-book"),
    ageBand: "4-5",
    mode: "explore",
    poems: ["rain", "garden"],
    amount: 2,
    title: { vi: "Sách thơ mưa nắng", en: "The book of rain and sun" },
  },
  {
    id: "next",
    picture: picture("next"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "next",
    rounds: 5,
    poems: short,
    amount: 3,
    title: { vi: "Câu nào tiếp theo?", en: "What comes next?" },
  },
  {
    id: "three-in-order",
    picture: picture("three-in-order"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "order",
    rounds: 5,
    poems: all,
    amount: 3,
    title: { vi: "Treo tranh theo thơ", en: "Hang up the poem" },
  },

  {
    id: "evening-book",
    picture: picture("evening-book"),
    ageBand: "5-6",
    mode: "explore",
    poems: ["moon", "granny"],
    amount: 2,
    title: { vi: "Sách thơ buổi tối", en: "The evening book" },
  },
  {
    id: "missing",
    picture: picture("missing"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "missing",
    rounds: 6,
    poems: all,
    amount: 3,
    title: { vi: "Tiếng nào còn thiếu?", en: "The missing word" },
  },
  {
    id: "rhyme",
    picture: picture("rhyme"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "rhyme",
    rounds: 6,
    poems: all,
    amount: 3,
    title: { vi: "Tiếng nào cùng vần?", en: "Which word rhymes?" },
  },
  {
    id: "whole-poem",
    picture: picture("whole-poem"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "order",
    rounds: 5,
    poems: all,
    amount: 4,
    title: { vi: "Xếp cả bài thơ", en: "The whole poem in order" },
  },
];
