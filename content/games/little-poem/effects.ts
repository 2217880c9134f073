// Owns how the game sounds: lantern chimes, turning pages, and what lives in the poems.
import type { Effect } from "../../sdk/sounds.ts";

/** Five steps as on a đàn bầu, so that any row of lanterns is a small tune. */
const steps = [0, 2, 4, 7, 9];

export const chime = (place: number): Effect => {
  const pitch = 392 * 2 ** ((steps[place % steps.length] ?? 0) / 12);
  return [
    { wave: "sine", at: 0, lasts: 620, pitch: [pitch], loud: 0.36 },
    { wave: "triangle", at: 0, lasts: 240, pitch: [pitch * 2], loud: 0.14 },
    { wave: "sine", at: 20, lasts: 460, pitch: [pitch * 3], loud: 0.06 },
  ];
};

export const pageTurns: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 240,
    pitch: [1],
    loud: 0.2,
    throat: { type: "bandpass", at: [900, 2600], sharp: 1 },
  },
  {
    wave: "noise",
    at: 210,
    lasts: 110,
    pitch: [1],
    loud: 0.16,
    throat: { type: "bandpass", at: [2400, 700], sharp: 1 },
  },
];

/** A line begins: two soft strings. */
export const stringsBegin: Effect = [
  { wave: "triangle", at: 0, lasts: 520, pitch: [294], loud: 0.22 },
  { wave: "triangle", at: 150, lasts: 640, pitch: [440], loud: 0.2 },
  { wave: "sine", at: 300, lasts: 760, pitch: [587], loud: 0.16 },
];
