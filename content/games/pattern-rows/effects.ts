// Owns the sounds of this game: the tone of every thing on a string, and of the instruments.
import { playTone, toneAt } from "../../sdk/instruments.ts";
import type { Effect } from "../../sdk/sounds.ts";
import { type ItemName, toneOf } from "./items.ts";

export const shake: Effect = [0, 110].map((at) => ({
  wave: "noise" as const,
  at,
  lasts: 90,
  pitch: [1],
  loud: 0.4,
  throat: { type: "bandpass" as const, at: [5200, 4300], sharp: 2 },
}));

/** What a thing of a row sounds like. */
export function soundOf(item: ItemName): Effect {
  switch (item) {
    case "drum":
      return playTone("drum", 440, 0.55);
    case "bell":
      return playTone("bell", 660, 0.45);
    case "flute":
      return playTone("flute", 784, 0.4);
    case "maracas":
      return shake;
    case "move-up":
    case "move-wide":
    case "move-squat":
    case "move-leg":
      return playTone("woodblock", toneAt(toneOf(item)), 0.4);
    default:
      return playTone("trung", toneAt(toneOf(item)), 0.4);
  }
}
