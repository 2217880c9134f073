// Owns the sounds of this game: steps on a path, stones, and what is in the way.
import type { Effect } from "../../sdk/sounds.ts";

export const footstep: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 70,
    pitch: [1],
    loud: 0.3,
    throat: { type: "bandpass", at: [700, 420], sharp: 1.4 },
  },
  {
    wave: "noise",
    at: 170,
    lasts: 70,
    pitch: [1],
    loud: 0.24,
    throat: { type: "bandpass", at: [800, 480], sharp: 1.4 },
  },
];
export const bump: Effect = [
  { wave: "sine", at: 0, lasts: 200, pitch: [200, 120], loud: 0.4 },
  {
    wave: "noise",
    at: 0,
    lasts: 60,
    pitch: [1],
    loud: 0.25,
    throat: { type: "lowpass", at: [600], sharp: 1 },
  },
];
/** A hop on a stone, higher with every one. */
export const stoneHop = (index: number): Effect => [
  { wave: "sine", at: 0, lasts: 150, pitch: [330 + index * 60, 420 + index * 80], loud: 0.34 },
  {
    wave: "noise",
    at: 60,
    lasts: 200,
    pitch: [1],
    loud: 0.14,
    throat: { type: "bandpass", at: [1800, 900], sharp: 1 },
  },
];
