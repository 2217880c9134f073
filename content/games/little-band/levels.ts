// Owns the list of levels: what a child does in each, and with which instruments.
import type { LevelBase } from "../../sdk/level.ts";
import type { Member } from "./band.ts";

export type QuizKind =
  | "which" // which instrument was it?
  | "loud" // loud or soft
  | "tempo" // fast or slow
  | "pitch" // high or low
  | "rhythm" // repeat what the instruments played
  | "melody" // repeat a melody on bamboo tubes
  | "ladder"; // bells from the lowest to the highest

export type QuizLevel = LevelBase & {
  mode: "quiz";
  kind: QuizKind;
  rounds: number;
  members: readonly Member[];
  /** Choices, beats, tones or bells: in the first question and in the last. */
  from: number;
  to: number;
};
export type ExploreLevel = LevelBase & {
  mode: "explore";
  members: readonly Member[];
  /** Tubes of the bamboo xylophone on the stage. */
  tubes: number;
  /** `parrot` repeats by itself what was played last; `tape` is started and stopped by the child. */
  recorder: "parrot" | "tape";
};
export type Level = QuizLevel | ExploreLevel;

const all = ["drum", "woodblock", "gong", "flute", "zither", "monochord", "trung"] as const;

export const levels: readonly Level[] = [
  {
    id: "stage",
    picture: "levels/stage.svg",
    ageBand: "3-4",
    mode: "explore",
    members: ["drum", "woodblock", "gong", "flute"],
    tubes: 0,
    recorder: "parrot",
    title: { vi: "Sân khấu của bé", en: "My stage" },
  },
  {
    id: "who-plays",
    picture: "levels/who-plays.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "which",
    rounds: 6,
    members: ["drum", "flute", "gong", "woodblock", "zither"],
    from: 2,
    to: 3,
    title: { vi: "Nhạc cụ nào kêu?", en: "Which instrument?" },
  },
  {
    id: "loud-soft",
    picture: "levels/loud-soft.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "loud",
    rounds: 6,
    members: ["drum", "gong", "woodblock", "flute"],
    from: 2,
    to: 2,
    title: { vi: "To hay nhỏ?", en: "Loud or soft?" },
  },
  {
    id: "drum-echo",
    picture: "levels/drum-echo.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "rhythm",
    rounds: 5,
    members: ["drum", "woodblock"],
    from: 2,
    to: 3,
    title: { vi: "Tùng, cốc!", en: "Boom and knock" },
  },

  {
    id: "bamboo",
    picture: "levels/bamboo.svg",
    ageBand: "4-5",
    mode: "explore",
    members: ["drum", "monochord"],
    tubes: 5,
    recorder: "parrot",
    title: { vi: "Đàn t'rưng", en: "Bamboo xylophone" },
  },
  {
    id: "high-low",
    picture: "levels/high-low.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "pitch",
    rounds: 6,
    members: ["zither", "flute", "trung", "monochord"],
    from: 2,
    to: 2,
    title: { vi: "Cao hay thấp?", en: "High or low?" },
  },
  {
    id: "fast-slow",
    picture: "levels/fast-slow.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "tempo",
    rounds: 6,
    members: ["drum", "woodblock", "trung", "zither"],
    from: 2,
    to: 2,
    title: { vi: "Nhanh hay chậm?", en: "Fast or slow?" },
  },
  {
    id: "band-echo",
    picture: "levels/band-echo.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "rhythm",
    rounds: 6,
    members: ["drum", "woodblock", "gong"],
    from: 3,
    to: 4,
    title: { vi: "Bé đánh theo nhé", en: "Play it again" },
  },

  {
    id: "recording",
    picture: "levels/recording.svg",
    ageBand: "5-6",
    mode: "explore",
    members: ["drum", "gong", "zither"],
    tubes: 6,
    recorder: "tape",
    title: { vi: "Bé làm nhạc sĩ", en: "Make your own song" },
  },
  {
    id: "melody",
    picture: "levels/melody.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "melody",
    rounds: 6,
    members: ["trung"],
    from: 3,
    to: 5,
    title: { vi: "Nhớ giai điệu", en: "Remember the tune" },
  },
  {
    id: "whole-band",
    picture: "levels/whole-band.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "which",
    rounds: 7,
    members: all,
    from: 3,
    to: 4,
    title: { vi: "Ai vừa chơi đàn?", en: "Who just played?" },
  },
  {
    id: "bell-stairs",
    picture: "levels/bell-stairs.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "ladder",
    rounds: 5,
    members: ["trung"],
    from: 3,
    to: 4,
    title: { vi: "Bậc thang âm thanh", en: "Stairs of sound" },
  },
];
