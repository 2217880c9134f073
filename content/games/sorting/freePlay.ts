// Owns what lies on the tray of free play. Pure; the same random numbers give the same things.
import type { Random } from "../../sdk/random.ts";
import { type ThingName, thingNames } from "./things.ts";
import { type Trait, thingsWith } from "./traits.ts";
import { hoopPairs, zoneThings } from "./zones.ts";

/** For the tub: as many that float as that sink. */
export function pickForTub(amount: number, random: Random): ThingName[] {
  const floating = random.shuffle(thingsWith("floats")).slice(0, Math.ceil(amount / 2));
  const sinking = random.shuffle(thingsWith("sinks")).slice(0, Math.floor(amount / 2));
  return random.shuffle([...floating, ...sinking]);
}

/** Things that can be put together in more ways than one: some for each part of the pair's hoops. */
export function pickForHoops(
  amount: number,
  random: Random,
  pair: readonly [Trait, Trait] = random.pick(hoopPairs),
): ThingName[] {
  const zones = (["both", "left", "right"] as const).map((zone) => random.shuffle(zoneThings(pair, zone)));
  const chosen = zones.flatMap((names) => names.slice(0, 2));
  const fitting = random.shuffle(zones.flat().filter((name) => !chosen.includes(name)));
  const rest = random.shuffle(thingNames.filter((name) => !chosen.includes(name) && !fitting.includes(name)));
  return random.shuffle([...chosen, ...fitting, ...rest].slice(0, amount));
}
