// Owns the game's own sounds, synthesised: cream, sprinkles, plates, and happy mouths.
import type { Effect } from "../../sdk/sounds.ts";
import type { Decoration } from "./bakery.ts";

const plop = (at: number, from: number, to: number, loud = 0.35): Effect => [
  { wave: "sine", at, lasts: 130, pitch: [from, to], loud },
];
const ting = (at: number, pitch: number, loud = 0.2): Effect => [
  { wave: "sine", at, lasts: 380, pitch: [pitch], loud },
  { wave: "sine", at, lasts: 160, pitch: [pitch * 2.7], loud: loud * 0.4 },
];

/** Each decoration lands with its own sound. */
export const landing: Readonly<Record<Decoration, Effect>> = {
  strawberry: [...plop(0, 520, 240), ...plop(90, 360, 280, 0.15)],
  flower: [...ting(0, 880, 0.18), ...plop(0, 420, 260, 0.2)],
  star: [...ting(0, 1320, 0.2), ...ting(80, 1760, 0.14)],
  candle: [
    ...plop(0, 300, 180),
    {
      wave: "noise",
      at: 120,
      lasts: 260,
      pitch: [1],
      loud: 0.2,
      throat: { type: "bandpass", at: [900, 2600], sharp: 1 },
    },
  ],
};

/** A cake on a plate. */
export const onPlate: Effect = [...ting(0, 1480, 0.16), ...plop(0, 320, 200, 0.3)];
/** Lifted off again. */
export const lifted: Effect = plop(0, 260, 520, 0.28);

const munch = (at: number): Effect => [
  {
    wave: "noise",
    at,
    lasts: 90,
    pitch: [1],
    loud: 0.4,
    throat: { type: "bandpass", at: [1500, 700], sharp: 2 },
  },
];
/** Everybody eats. */
export const eating: Effect = [0, 190, 400, 590].flatMap(munch);
export const cheer: Effect = [523, 659, 784, 1047].flatMap((pitch, index) => ting(index * 90, pitch, 0.22));
