// Owns the list of levels: what kind of question each asks and how far it counts.
import type { LevelBase } from "../../sdk/level.ts";
import type { Place } from "./animals.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "touch" // touch each animal, then say how many
  | "find" // which group has as many as heard
  | "oneMore" // call in one more
  | "moving" // count animals that walk and swim about
  | "match" // bring each number to its group
  | "moreFewer" // which side has more, or fewer
  | "mixed" // count one kind among others
  | "flash" // say how many after a short look
  | "story" // some come or go: how many now
  | "equal"; // add until both sides are the same

export type Level = LevelBase & {
  /** The highest number met. */
  upTo: number;
} & ({ mode: "quiz"; kind: QuizKind; rounds: number } | { mode: "explore"; place: Place });

export const levels: readonly Level[] = [
  {
    id: "yard",
    picture: "levels/yard.svg",
    ageBand: "3-4",
    mode: "explore",
    place: "yard",
    upTo: 5,
    title: { vi: "Sân nhà em", en: "Our yard" },
  },
  {
    id: "touch",
    picture: "levels/touch.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "touch",
    rounds: 5,
    upTo: 3,
    title: { vi: "Chạm và đếm đến 3", en: "Touch and count to 3" },
  },
  {
    id: "find",
    picture: "levels/find.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "find",
    rounds: 5,
    upTo: 3,
    title: { vi: "Nhóm nào có?", en: "Which group has?" },
  },
  {
    id: "one-more",
    picture: "levels/one-more.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "oneMore",
    rounds: 5,
    upTo: 4,
    title: { vi: "Thêm một bạn", en: "One more" },
  },

  {
    id: "pond",
    picture: "levels/pond.svg",
    ageBand: "4-5",
    mode: "explore",
    place: "pond",
    upTo: 7,
    title: { vi: "Bờ ao", en: "The pond" },
  },
  {
    id: "moving",
    picture: "levels/moving.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "moving",
    rounds: 6,
    upTo: 7,
    title: { vi: "Đếm bạn đang đi", en: "Count them moving" },
  },
  {
    id: "match",
    picture: "levels/match.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "match",
    rounds: 5,
    upTo: 7,
    title: { vi: "Số về với nhóm", en: "Numbers to groups" },
  },
  {
    id: "more-fewer",
    picture: "levels/more-fewer.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "moreFewer",
    rounds: 6,
    upTo: 7,
    title: { vi: "Nhiều hơn, ít hơn", en: "More, fewer" },
  },

  {
    id: "meadow",
    picture: "levels/meadow.svg",
    ageBand: "5-6",
    mode: "explore",
    place: "meadow",
    upTo: 10,
    title: { vi: "Đồng cỏ", en: "The meadow" },
  },
  {
    id: "mixed",
    picture: "levels/mixed.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "mixed",
    rounds: 6,
    upTo: 10,
    title: { vi: "Đếm đến 10", en: "Count to 10" },
  },
  {
    id: "flash",
    picture: "levels/flash.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "flash",
    rounds: 7,
    upTo: 6,
    title: { vi: "Nhìn nhanh", en: "Quick look" },
  },
  {
    id: "story",
    picture: "levels/story.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "story",
    rounds: 6,
    upTo: 10,
    title: { vi: "Thêm – bớt", en: "Come and go" },
  },
  {
    id: "equal",
    picture: "levels/equal.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "equal",
    rounds: 5,
    upTo: 8,
    title: { vi: "Làm cho bằng nhau", en: "Make them equal" },
  },
];
