// Owns the parts of two hoops that overlap: where a thing lies, and which pairs of traits fill all three parts. Pure.
import { type ThingName, thingNames } from "./things.ts";
import { hasTrait, type Trait } from "./traits.ts";

/** Where a thing lies in two hoops that overlap. */
export type Zone = "left" | "both" | "right";

/** Where a thing belongs between two hoops; undefined outside of both. */
export function zoneOf(name: ThingName, [left, right]: readonly [Trait, Trait]): Zone | undefined {
  const isLeft = hasTrait(name, left);
  const isRight = hasTrait(name, right);
  return isLeft && isRight ? "both" : isLeft ? "left" : isRight ? "right" : undefined;
}

export const zoneThings = (pair: readonly [Trait, Trait], zone: Zone): ThingName[] =>
  thingNames.filter((name) => zoneOf(name, pair) === zone);

/** Pairs of which each zone of the hoops has at least two things. */
export const hoopPairs: readonly (readonly [Trait, Trait])[] = [
  ["red", "round"],
  ["fruit", "red"],
  ["green", "vegetable"],
  ["feathers", "forest"],
  ["fruit", "round"],
  ["water", "scales"],
  ["legs4", "farm"],
];
