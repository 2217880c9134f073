// Owns what lies on the tray of free play. Pure; the same random numbers give the same things.
import type { Random } from "../../sdk/random.ts";
import { type ThingName, thingNames } from "./things.ts";
import { thingsWith } from "./traits.ts";
import { hoopPairs, zoneThings } from "./zones.ts";

/** For the tub: as many that float as that sink. */
export function pickForTub(amount: number, random: Random): ThingName[] {
  const floating = random.shuffle(thingsWith("floats")).slice(0, Math.ceil(amount / 2));
  const sinking = random.shuffle(thingsWith("sinks")).slice(0, Math.floor(amount / 2));
  return random.shuffle([...floating, ...sinking]);
}

/** Things that can be put together in more ways than one. */
export function pickForHoops(amount: number, random: Random): ThingName[] {
  const [one, other] = random.pick(hoopPairs);
  const zones = (["both", "left", "right"] as const).map((zone) =>
    random.shuffle(zoneThings([one, other], zone)).slice(0, 2),
  );
  const chosen = zones.flat();
  const rest = random.shuffle(thingNames.filter((name) => !chosen.includes(name)));
  return random.shuffle([...chosen, ...rest].slice(0, amount));
}
