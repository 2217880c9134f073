// Owns the list of levels: what a child does in each.
import type { LevelBase } from "../../sdk/level.ts";
import { type ActivityName, dayOrder } from "./day.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "find" // which picture shows what is said
  | "dayNight" // by day or by night
  | "order" // put the pictures in the order of the day
  | "parts" // morning, noon, afternoon, evening
  | "next" // what comes after, or before
  | "read" // which clock says this hour
  | "set" // set the clock to this hour
  | "when"; // what does Na do at this hour

export type Level = LevelBase &
  (
    | {
        mode: "quiz";
        kind: QuizKind;
        rounds: number /** How many pictures or clocks are shown. */;
        amount: number;
      }
    | { mode: "explore"; does: "wheel"; shows: readonly ActivityName[] }
    | { mode: "explore"; does: "clock" }
  );
export type QuizLevel = Level & { mode: "quiz" };

export const levels: readonly Level[] = [
  {
    id: "wheel",
    picture: "levels/wheel.svg",
    ageBand: "3-4",
    mode: "explore",
    does: "wheel",
    shows: ["wake", "breakfast", "play", "nap", "home", "sleep"],
    title: { vi: "Vòng quay ngày và đêm", en: "Wheel of day and night" },
  },
  {
    id: "find",
    picture: "levels/find.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "find",
    rounds: 5,
    amount: 3,
    title: { vi: "Bạn Na đang làm gì?", en: "What is Na doing?" },
  },
  {
    id: "day-night",
    picture: "levels/day-night.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "dayNight",
    rounds: 5,
    amount: 2,
    title: { vi: "Ban ngày, ban đêm", en: "Day and night" },
  },
  {
    id: "order-3",
    picture: "levels/order-3.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "order",
    rounds: 5,
    amount: 3,
    title: { vi: "Việc nào trước?", en: "What comes first?" },
  },
  {
    id: "whole-day",
    picture: "levels/whole-day.svg",
    ageBand: "4-5",
    mode: "explore",
    does: "wheel",
    shows: dayOrder,
    title: { vi: "Trọn một ngày", en: "A whole day" },
  },
  {
    id: "parts",
    picture: "levels/parts.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "parts",
    rounds: 5,
    amount: 4,
    title: { vi: "Sáng, trưa, chiều, tối", en: "Parts of the day" },
  },
  {
    id: "next",
    picture: "levels/next.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "next",
    rounds: 6,
    amount: 3,
    title: { vi: "Trước và sau", en: "Before and after" },
  },
  {
    id: "order-4",
    picture: "levels/order-4.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "order",
    rounds: 5,
    amount: 4,
    title: { vi: "Xếp theo thứ tự", en: "Put in order" },
  },
  {
    id: "clock",
    picture: "levels/clock.svg",
    ageBand: "5-6",
    mode: "explore",
    does: "clock",
    title: { vi: "Đồng hồ của Na", en: "Na's clock" },
  },
  {
    id: "read",
    picture: "levels/read.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "read",
    rounds: 6,
    amount: 3,
    title: { vi: "Đồng hồ chỉ mấy giờ?", en: "What time is it?" },
  },
  {
    id: "when",
    picture: "levels/when.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "when",
    rounds: 6,
    amount: 3,
    title: { vi: "Giờ nào việc nấy", en: "A time for everything" },
  },
  {
    id: "set",
    picture: "levels/set.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "set",
    rounds: 6,
    amount: 1,
    title: { vi: "Chỉnh đồng hồ", en: "Set the clock" },
  },
  {
    id: "order-5",
    picture: "levels/order-5.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "order",
    rounds: 5,
    amount: 5,
    title: { vi: "Xếp cả ngày", en: "Order the day" },
  },
];
