// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "clap" // drum once for every syllable of a word
  | "beats" // which word has so many syllables
  | "rhyme" // which word shares its rime with the one shown
  | "pairs" // bring rhyming words together
  | "tone" // which melody has the word heard
  | "build" // join onset, rime and tone into the word of a picture
  | "mark" // give a written word its tone mark
  | "blend"; // hear onset, rime and tone: which word is it

export type Level = LevelBase & {
  /** How many things are shown at once. */
  amount: number;
} & (
    | { mode: "quiz"; kind: QuizKind; rounds: number }
    | { mode: "explore"; place: "drum" | "tones" | "machine" }
  );

const picture = (id: string) => `levels/${id}.svg`;

export const levels: readonly Level[] = [
  {
    id: "drum",
    picture: picture("drum"),
    ageBand: "3-4",
    mode: "explore",
    place: "drum",
    amount: 5,
    title: { vi: "Trống đếm tiếng", en: "The drum of words" },
  },
  {
    id: "clap",
    picture: picture("clap"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "clap",
    rounds: 5,
    amount: 1,
    title: { vi: "Gõ trống theo tiếng", en: "Drum the word" },
  },
  {
    id: "beats",
    picture: picture("beats"),
    ageBand: "3-4",
    mode: "quiz",
    kind: "beats",
    rounds: 6,
    amount: 3,
    title: { vi: "Từ nào mấy tiếng?", en: "How many beats?" },
  },

  {
    id: "tones",
    picture: picture("tones"),
    ageBand: "4-5",
    mode: "explore",
    place: "tones",
    amount: 6,
    title: { vi: "Chim hót sáu thanh", en: "The bird of six tones" },
  },
  {
    id: "rhyme",
    picture: picture("rhyme"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "rhyme",
    rounds: 6,
    amount: 3,
    title: { vi: "Tìm tiếng cùng vần", en: "Find the rhyme" },
  },
  {
    id: "pairs",
    picture: picture("pairs"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "pairs",
    rounds: 5,
    amount: 3,
    title: { vi: "Đôi bạn cùng vần", en: "Pairs that rhyme" },
  },
  {
    id: "tone",
    picture: picture("tone"),
    ageBand: "4-5",
    mode: "quiz",
    kind: "tone",
    rounds: 6,
    amount: 3,
    title: { vi: "Tiếng bay đường nào?", en: "Which way does it fly?" },
  },

  {
    id: "machine",
    picture: picture("machine"),
    ageBand: "5-6",
    mode: "explore",
    place: "machine",
    amount: 1,
    title: { vi: "Máy ghép chữ", en: "The word machine" },
  },
  {
    id: "build",
    picture: picture("build"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "build",
    rounds: 5,
    amount: 5,
    title: { vi: "Ghép thành tiếng", en: "Build the word" },
  },
  {
    id: "mark",
    picture: picture("mark"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "mark",
    rounds: 6,
    amount: 3,
    title: { vi: "Thêm dấu cho chữ", en: "Give it its mark" },
  },
  {
    id: "blend",
    picture: picture("blend"),
    ageBand: "5-6",
    mode: "quiz",
    kind: "blend",
    rounds: 6,
    amount: 3,
    title: { vi: "Nghe máy đánh vần", en: "The machine spells" },
  },
];
