// Owns when a cake is as ordered and when shares are fair, and what is to be done next until then. Pure.
import { type Decoration, decorationNames } from "./bakery.ts";
import type { OrderQuestion, ShareQuestion } from "./logic.ts";

/** Decorations on a cake by kind. */
export type OnCake = Readonly<Record<Decoration, number>>;

export const emptyCake: OnCake = { strawberry: 0, flower: 0, star: 0, candle: 0 };

/** What is still to be put on (above 0) or to be taken off (below 0), kind by kind; empty when the cake is as ordered. */
export function missingOf(
  { order }: OrderQuestion,
  onCake: OnCake,
): { decoration: Decoration; count: number }[] {
  return decorationNames
    .map((decoration) => ({
      decoration,
      count: (order.find((each) => each.decoration === decoration)?.count ?? 0) - onCake[decoration],
    }))
    .filter(({ count }) => count !== 0)
    .sort((one, other) => one.count - other.count);
}

export type ShareStep =
  /** All have what they are to have. */
  | { done: true }
  /** This friend is to get one, or to give one back. */
  | { done: false; friend: number; does: "give" | "takeBack" };

/** How many each is to have in the end. */
export const fairShare = ({ kind, friends, start, platter }: ShareQuestion): number =>
  kind === "oneEach" ? 1 : kind === "share" ? platter / friends.length : Math.max(...start);

/** What is to be done next with plates as they are. */
export function nextStep(question: ShareQuestion, plates: readonly number[]): ShareStep {
  const fair = fairShare(question);
  const over = plates.findIndex((count) => count > fair);
  if (over >= 0) return { done: false, friend: over, does: "takeBack" };
  const least = Math.min(...plates);
  if (least < fair) return { done: false, friend: plates.indexOf(least), does: "give" };
  return { done: true };
}

/** Whether plates are what was asked for: all the same, and where all is to be shared out, nothing left. */
export function isFair(question: ShareQuestion, plates: readonly number[], platter: number): boolean {
  const same = plates.every((count) => count === plates[0]);
  if (!same) return false;
  if (question.kind === "oneEach") return plates[0] === 1;
  return question.kind === "share" ? platter === 0 : (plates[0] ?? 0) > 0;
}
