// Owns the garden's sounds: a watering can, a sprout that pops up, a bee, a shimmer of sun.
import type { Effect } from "../../sdk/sounds.ts";

export const effects = {
  pour: [
    {
      wave: "noise",
      at: 0,
      lasts: 1000,
      pitch: [1],
      loud: 0.34,
      throat: { type: "bandpass", at: [1800, 2600, 2000], sharp: 0.8 },
    },
    ...Array.from({ length: 8 }, (_, index) => ({
      wave: "sine" as const,
      at: index * 110,
      lasts: 70,
      pitch: [600 + ((index * 151) % 500), 1200],
      loud: 0.14,
    })),
  ],
  shine: [784, 988, 1175, 1568].map((pitch, index) => ({
    wave: "sine",
    at: index * 120,
    lasts: 500,
    pitch: [pitch],
    loud: 0.16,
  })),
  sprout: [
    { wave: "sine", at: 0, lasts: 320, pitch: [220, 660], loud: 0.34 },
    { wave: "triangle", at: 260, lasts: 180, pitch: [880, 1040], loud: 0.22 },
  ],
  buzz: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 900,
      pitch: [210, 240, 190, 230],
      loud: 0.3,
      throat: { type: "lowpass", at: [900, 1400, 800], sharp: 2 },
      tremble: { rate: 22, depth: 0.5 },
    },
  ],
  worm: [{ wave: "sine", at: 0, lasts: 420, pitch: [240, 320, 200, 300], loud: 0.3 }],
  dig: [
    {
      wave: "noise",
      at: 0,
      lasts: 160,
      pitch: [1],
      loud: 0.4,
      throat: { type: "lowpass", at: [1200, 500], sharp: 1 },
    },
    {
      wave: "noise",
      at: 200,
      lasts: 160,
      pitch: [1],
      loud: 0.36,
      throat: { type: "lowpass", at: [1000, 400], sharp: 1 },
    },
  ],
  night: [392, 330, 294, 262].map((pitch, index) => ({
    wave: "triangle",
    at: index * 170,
    lasts: 420,
    pitch: [pitch],
    loud: 0.2,
  })),
} satisfies Record<string, Effect>;
