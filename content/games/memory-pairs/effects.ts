// Owns the sounds of this game: what the music boxes play, and the paper of a card that is turned.
import { later, playTone } from "../../sdk/instruments.ts";
import type { Effect } from "../../sdk/sounds.ts";
import type { Heard } from "./things.ts";

export const turnCard: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 110,
    pitch: [1],
    loud: 0.22,
    throat: { type: "bandpass", at: [900, 2600], sharp: 1.5 },
  },
  { wave: "sine", at: 40, lasts: 70, pitch: [500, 640], loud: 0.14 },
];
export const liftCover: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 420,
    pitch: [1],
    loud: 0.2,
    throat: { type: "bandpass", at: [300, 1500], sharp: 1 },
  },
];

const ring = (at: number): Effect[number] => ({
  wave: "square",
  at,
  lasts: 380,
  pitch: [860],
  loud: 0.2,
  throat: { type: "bandpass", at: [1700], sharp: 3 },
  tremble: { rate: 24, depth: 0.95 },
});
const honk = (at: number, lasts: number): Effect => [
  {
    wave: "sawtooth",
    at,
    lasts,
    pitch: [392, 386],
    loud: 0.3,
    throat: { type: "lowpass", at: [1500], sharp: 1 },
  },
  {
    wave: "sawtooth",
    at,
    lasts,
    pitch: [494, 488],
    loud: 0.24,
    throat: { type: "lowpass", at: [1500], sharp: 1 },
  },
];
const tick = (at: number, pitch: number): Effect[number] => ({
  wave: "noise",
  at,
  lasts: 45,
  pitch: [1],
  loud: 0.7,
  throat: { type: "bandpass", at: [pitch, pitch * 0.8], sharp: 8 },
});
const puff = (at: number): Effect[number] => ({
  wave: "noise",
  at,
  lasts: 170,
  pitch: [1],
  loud: 0.34,
  throat: { type: "bandpass", at: [900, 300], sharp: 0.8 },
});

/** What one hears of a thing. */
export const heardEffects: Readonly<Record<Heard, Effect>> = {
  bell: [
    ...playTone("bell", 740, 0.5),
    ...later(playTone("bell", 740, 0.45), 380),
    ...later(playTone("bell", 740, 0.4), 760),
  ],
  drum: [0, 260, 520, 650, 780].flatMap((at) => later(playTone("drum", 440, 0.55), at)),
  clock: [0, 420, 840, 1260].map((at, index) => tick(at, index % 2 ? 1500 : 2300)),
  phone: [ring(0), ring(440), ring(1150)],
  car: [...honk(0, 180), ...honk(280, 420)],
  train: [
    ...[0, 300, 520, 690].map(puff),
    { wave: "triangle", at: 900, lasts: 620, pitch: [620, 640, 600], loud: 0.3 },
    { wave: "triangle", at: 900, lasts: 620, pitch: [780, 800, 760], loud: 0.22 },
  ],
  rain: [
    {
      wave: "noise",
      at: 0,
      lasts: 1500,
      pitch: [1],
      loud: 0.26,
      throat: { type: "bandpass", at: [2600, 3200, 2400], sharp: 0.6 },
    },
    ...[120, 330, 470, 700, 910, 1100].map((at, index): Effect[number] => ({
      wave: "sine",
      at,
      lasts: 60,
      pitch: [900 + index * 90, 1500],
      loud: 0.16,
    })),
  ],
  flute: [523, 587, 659, 784].flatMap((pitch, index) => later(playTone("flute", pitch, 0.35), index * 260)),
};
