// Owns how the callers sound, each a small imitation made of tones, and the breath of a speaking flower.
import type { Effect, Tone } from "../../sdk/sounds.ts";
import type { Caller } from "./callers.ts";

const bark = (at: number): Tone => ({
  wave: "sawtooth",
  at,
  lasts: 150,
  pitch: [260, 390, 180],
  loud: 0.4,
  throat: { type: "bandpass", at: [700, 1300, 500], sharp: 2 },
});
const quack = (at: number): Tone => ({
  wave: "square",
  at,
  lasts: 170,
  pitch: [330, 250],
  loud: 0.26,
  throat: { type: "bandpass", at: [1500, 950], sharp: 3 },
});
const beat = (at: number, pitch = 120): Tone[] => [
  { wave: "sine", at, lasts: 260, pitch: [pitch, pitch * 0.5], loud: 0.7 },
  { wave: "noise", at, lasts: 50, pitch: [1], loud: 0.2, throat: { type: "lowpass", at: [1400], sharp: 1 } },
];
const ring = (at: number, pitch: number): Tone[] =>
  [1, 2.4, 3.9].map((part, index) => ({
    wave: "sine" as const,
    at,
    lasts: 520 - index * 130,
    pitch: [pitch * part],
    loud: 0.24 / (index + 1),
  }));
const tick = (at: number, pitch: number): Tone => ({
  wave: "square",
  at,
  lasts: 40,
  pitch: [pitch],
  loud: 0.2,
  throat: { type: "bandpass", at: [pitch * 1.5], sharp: 5 },
});
const toot = (at: number): Tone[] =>
  [392, 494].map((pitch) => ({
    wave: "square" as const,
    at,
    lasts: 230,
    pitch: [pitch],
    loud: 0.14,
    throat: { type: "lowpass" as const, at: [1800], sharp: 1 },
  }));

export const callEffects: Readonly<Record<Caller, Effect>> = {
  dog: [bark(0), bark(230), bark(620), bark(850)],
  cat: [0, 620].map((at) => ({
    wave: "sawtooth",
    at,
    lasts: 480,
    pitch: [420, 720, 640, 380],
    loud: 0.24,
    throat: { type: "bandpass", at: [900, 2000, 800], sharp: 2.4 },
  })),
  rooster: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 170,
      pitch: [520, 600],
      loud: 0.26,
      throat: { type: "bandpass", at: [1300], sharp: 2 },
    },
    {
      wave: "sawtooth",
      at: 200,
      lasts: 130,
      pitch: [620, 640],
      loud: 0.26,
      throat: { type: "bandpass", at: [1500], sharp: 2 },
    },
    {
      wave: "sawtooth",
      at: 350,
      lasts: 760,
      pitch: [700, 880, 820, 480],
      loud: 0.3,
      throat: { type: "bandpass", at: [1600, 2200, 900], sharp: 2 },
      tremble: { rate: 13, depth: 0.3 },
    },
  ],
  duck: [quack(0), quack(230), quack(560), quack(790)],
  pig: [0, 260, 620, 880].map((at, index) => ({
    wave: "sawtooth",
    at,
    lasts: 200,
    pitch: index % 2 ? [230, 170] : [130, 160],
    loud: 0.34,
    throat: { type: "bandpass", at: index % 2 ? [1100, 700] : [500, 800], sharp: 3 },
    tremble: { rate: 34, depth: 0.7 },
  })),
  cow: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 1150,
      pitch: [128, 168, 160, 112],
      loud: 0.42,
      throat: { type: "bandpass", at: [320, 640, 480, 300], sharp: 2 },
    },
  ],
  goat: [0, 640].map((at) => ({
    wave: "sawtooth",
    at,
    lasts: 520,
    pitch: [390, 420, 360],
    loud: 0.28,
    throat: { type: "bandpass", at: [1300, 1600, 1100], sharp: 2.4 },
    tremble: { rate: 9, depth: 0.9 },
  })),
  frog: [0, 280, 700, 980].map((at) => ({
    wave: "square",
    at,
    lasts: 190,
    pitch: [110, 165],
    loud: 0.32,
    throat: { type: "bandpass", at: [500, 1100], sharp: 4 },
    tremble: { rate: 42, depth: 0.8 },
  })),
  car: [...toot(0), ...toot(290), ...toot(760), ...toot(1050)],
  drum: [...beat(0), ...beat(320), ...beat(640, 96)],
  bell: [...ring(0, 880), ...ring(260, 740), ...ring(700, 880), ...ring(960, 740)],
  clock: [tick(0, 1900), tick(330, 1300), tick(660, 1900), tick(990, 1300)],
};

/** A flower takes breath before it speaks. */
export const breath: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 260,
    pitch: [1],
    loud: 0.12,
    throat: { type: "bandpass", at: [500, 1800], sharp: 1.4 },
  },
  { wave: "sine", at: 60, lasts: 320, pitch: [523, 784], loud: 0.2 },
];

/** A letter opens its bud: higher for every flower further to the right. */
export const bloom = (place: number): Effect => {
  const steps = [0, 2, 4, 7, 9, 12, 14, 16];
  const root = 262 * 2 ** ((steps[place % steps.length] ?? 0) / 12);
  return [
    { wave: "triangle", at: 0, lasts: 300, pitch: [root], loud: 0.3 },
    { wave: "sine", at: 90, lasts: 420, pitch: [root * 1.5], loud: 0.22 },
    { wave: "sine", at: 180, lasts: 520, pitch: [root * 2], loud: 0.18 },
  ];
};
