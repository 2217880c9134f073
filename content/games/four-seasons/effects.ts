// Owns the sounds of this game: the wind of each season, and what is heard at the festivals.
import { later, playTone, toneAt } from "../../sdk/instruments.ts";
import type { Effect } from "../../sdk/sounds.ts";
import type { Festival, Season, ThingName } from "./year.ts";

const wind = (lasts: number, from: number, to: number, loud: number): Effect => [
  {
    wave: "noise",
    at: 0,
    lasts,
    pitch: [1],
    loud,
    throat: { type: "bandpass", at: [from, to, from], sharp: 1.4 },
  },
];
const chirp = (at: number): Effect[number] => ({
  wave: "sine",
  at,
  lasts: 100,
  pitch: [2100, 3000, 2300],
  loud: 0.2,
});

export const seasonEffects: Readonly<Record<Season, Effect>> = {
  spring: [chirp(0), chirp(160), chirp(420), chirp(540), ...wind(700, 900, 1500, 0.1)],
  // The cicadas of a hot day.
  summer: [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 1100,
      pitch: [3900, 4100, 3900],
      loud: 0.1,
      throat: { type: "bandpass", at: [4000], sharp: 6 },
      tremble: { rate: 32, depth: 0.9 },
    },
  ],
  autumn: [...wind(1200, 500, 1300, 0.24), ...later(wind(300, 2600, 1500, 0.14), 500)],
  winter: wind(1500, 260, 620, 0.36),
};

const bang = (at: number): Effect => [
  { wave: "sine", at, lasts: 260, pitch: [300, 1400], loud: 0.14 },
  {
    wave: "noise",
    at: at + 260,
    lasts: 520,
    pitch: [1],
    loud: 0.4,
    throat: { type: "lowpass", at: [2400, 400], sharp: 0.7 },
  },
];
const drums: Effect = [0, 200, 400, 500, 600].flatMap((at) => later(playTone("drum", 440, 0.5), at));
const jingle: Effect = [4, 4, 4, 6, 8].flatMap((tone, index) =>
  later(playTone("bell", toneAt(tone), 0.4), index * 150),
);

export const festivalEffects: Readonly<Record<Festival, Effect>> = {
  tet: [...bang(0), ...bang(380)],
  midautumn: drums,
  ancestors: [0, 700].flatMap((at) => later(playTone("gong", 440, 0.5), at)),
  christmas: jingle,
};

/** What a thing sounds like; most only ring. */
export function soundOf(name: ThingName, tone: number): Effect {
  switch (name) {
    case "fireworks":
      return bang(0);
    case "drum":
    case "lion":
      return drums;
    case "swallow":
      return [chirp(0), chirp(140), chirp(280)];
    case "pine":
    case "santa":
      return jingle;
    case "temple":
      return playTone("gong", 440, 0.5);
    default:
      return playTone("zither", toneAt(2 + (tone % 6)), 0.4);
  }
}
