// Owns the animals' voices, synthesised: a few buzzes through a throat each.
import type { Effect } from "../../sdk/sounds.ts";
import type { Animal } from "./animals.ts";

const quack = (at: number): Effect[number] => ({
  wave: "sawtooth",
  at,
  lasts: 150,
  pitch: [330, 260],
  loud: 0.5,
  throat: { type: "bandpass", at: [1500, 900], sharp: 4 },
  tremble: { rate: 55, depth: 0.7 },
});
const chirp = (at: number, from: number, to: number): Effect[number] => ({
  wave: "sine",
  at,
  lasts: 110,
  pitch: [from, to, from],
  loud: 0.3,
});
const bubble = (at: number, pitch: number): Effect[number] => ({
  wave: "sine",
  at,
  lasts: 90,
  pitch: [pitch, pitch * 2.4],
  loud: 0.32,
});
const click = (at: number): Effect[number] => ({
  wave: "noise",
  at,
  lasts: 45,
  pitch: [1],
  loud: 0.6,
  throat: { type: "bandpass", at: [2400, 1800], sharp: 7 },
});

/** What each animal says when it is touched. */
export const animalEffects: Readonly<Record<Animal, Effect>> = {
  chicken: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 90,
      pitch: [420, 560],
      loud: 0.4,
      throat: { type: "bandpass", at: [1300, 1700], sharp: 3 },
    },
    {
      wave: "sawtooth",
      at: 130,
      lasts: 90,
      pitch: [420, 540],
      loud: 0.4,
      throat: { type: "bandpass", at: [1300, 1700], sharp: 3 },
    },
    {
      wave: "sawtooth",
      at: 270,
      lasts: 300,
      pitch: [480, 760, 620],
      loud: 0.45,
      throat: { type: "bandpass", at: [1300, 2100, 1500], sharp: 3 },
    },
  ],
  pig: [0, 190].map((at) => ({
    wave: "sawtooth" as const,
    at,
    lasts: 150,
    pitch: [150, 210, 130],
    loud: 0.5,
    throat: { type: "bandpass" as const, at: [500, 900, 450], sharp: 2 },
    tremble: { rate: 34, depth: 0.9 },
  })),
  dog: [0, 230].flatMap((at): Effect[number][] => [
    {
      wave: "sawtooth",
      at,
      lasts: 140,
      pitch: [340, 420, 190],
      loud: 0.45,
      throat: { type: "bandpass", at: [700, 1100, 500], sharp: 2 },
    },
    {
      wave: "noise",
      at,
      lasts: 70,
      pitch: [1],
      loud: 0.2,
      throat: { type: "bandpass", at: [900, 500], sharp: 1 },
    },
  ]),
  cat: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 560,
      pitch: [420, 640, 600, 430],
      loud: 0.35,
      throat: { type: "bandpass", at: [700, 1900, 1500, 700], sharp: 5 },
    },
  ],
  duck: [quack(0), quack(200), quack(400)],
  fish: [bubble(0, 300), bubble(110, 420), bubble(230, 360), bubble(330, 520)],
  turtle: [bubble(0, 180), { wave: "sine", at: 180, lasts: 260, pitch: [240, 160], loud: 0.35 }],
  crab: [click(0), click(90), click(240), click(320)],
  buffalo: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 950,
      pitch: [120, 165, 150, 105],
      loud: 0.5,
      throat: { type: "lowpass", at: [380, 820, 700, 320], sharp: 3 },
    },
  ],
  bird: [chirp(0, 2100, 3100), chirp(140, 2400, 3400), chirp(300, 2000, 3000), chirp(400, 2500, 3300)],
  rabbit: [
    { wave: "sine", at: 0, lasts: 130, pitch: [300, 620], loud: 0.35 },
    { wave: "sine", at: 180, lasts: 150, pitch: [380, 780], loud: 0.35 },
  ],
  butterfly: [0, 90, 180, 270].map((at, index) => ({
    wave: "sine" as const,
    at,
    lasts: 260,
    pitch: [1319 * 1.122 ** index],
    loud: 0.14,
  })),
};
