// Owns the sounds of the weather: rain, wind, summer insects, a frog, a shiver.
import type { Effect } from "../../sdk/sounds.ts";
import type { Weather } from "./weather.ts";

const drop = (at: number, pitch: number): Effect[number] => ({
  wave: "sine",
  at,
  lasts: 70,
  pitch: [pitch, pitch * 1.8],
  loud: 0.16,
});
const croak = (at: number): Effect[number] => ({
  wave: "sawtooth",
  at,
  lasts: 190,
  pitch: [150, 190, 130],
  loud: 0.4,
  throat: { type: "bandpass", at: [600, 900, 500], sharp: 3 },
  tremble: { rate: 38, depth: 0.9 },
});

const rain: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 3000,
    pitch: [1],
    loud: 0.5,
    throat: { type: "lowpass", at: [2400, 3400, 2600], sharp: 0.6 },
  },
  ...Array.from({ length: 16 }, (_, index) =>
    drop(index * 170 + (index % 3) * 40, 700 + ((index * 137) % 600)),
  ),
];
const wind: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 1600,
    pitch: [1],
    loud: 0.6,
    throat: { type: "bandpass", at: [260, 900, 420], sharp: 3 },
  },
  {
    wave: "noise",
    at: 1100,
    lasts: 1900,
    pitch: [1],
    loud: 0.55,
    throat: { type: "bandpass", at: [360, 1100, 280], sharp: 3 },
  },
];
/** Cicadas, the sound of a hot day. */
const cicadas: Effect = [
  {
    wave: "square",
    at: 0,
    lasts: 1300,
    pitch: [4200, 4500, 4200],
    loud: 0.07,
    tremble: { rate: 30, depth: 0.9 },
  },
  {
    wave: "square",
    at: 900,
    lasts: 1500,
    pitch: [3900, 4300, 4000],
    loud: 0.06,
    tremble: { rate: 26, depth: 0.9 },
  },
];
const shiver: Effect = Array.from({ length: 7 }, (_, index) => ({
  wave: "triangle",
  at: index * 90,
  lasts: 60,
  pitch: [520 + (index % 2) * 60],
  loud: 0.18,
}));

export const weatherEffects: Readonly<Record<Weather, Effect>> = {
  rainy: rain,
  windy: wind,
  sunny: cicadas,
  cold: shiver,
  cloudy: [
    {
      wave: "noise",
      at: 0,
      lasts: 900,
      pitch: [1],
      loud: 0.2,
      throat: { type: "lowpass", at: [300, 600, 300], sharp: 1 },
    },
  ],
};

export const effects = {
  frog: [croak(0), croak(260)],
  rainbow: [523, 587, 659, 784, 880, 1047].map((pitch, index) => ({
    wave: "sine",
    at: index * 90,
    lasts: 420,
    pitch: [pitch],
    loud: 0.2,
  })),
  zip: [
    {
      wave: "noise",
      at: 0,
      lasts: 220,
      pitch: [1],
      loud: 0.3,
      throat: { type: "bandpass", at: [700, 3200], sharp: 3 },
    },
  ],
  curtain: [
    {
      wave: "noise",
      at: 0,
      lasts: 500,
      pitch: [1],
      loud: 0.26,
      throat: { type: "bandpass", at: [1800, 500], sharp: 1 },
    },
  ],
} satisfies Record<string, Effect>;
