// Owns the sound of instruments, Vietnamese ones among them, and the five tones they share. Pure: effects are data.
import type { Effect, Tone } from "./sounds.ts";

/** The five tones of a pentatonic scale and some above, Hz: whatever is played of them sounds well together. */
export const fiveTones = [392, 440, 523.25, 587.33, 659.25, 784, 880, 1046.5, 1174.66, 1318.5] as const;

/** The `step`-th tone of the scale, 0 the lowest; steps above the last stay on it. */
export const toneAt = (step: number): number =>
  fiveTones[Math.max(0, Math.min(fiveTones.length - 1, step))] ?? fiveTones[0];

type Sound = (pitch: number, loud: number) => Tone[];

const struck = (at: number, lasts: number, centre: number, loud: number, sharp = 2): Tone => ({
  wave: "noise",
  at,
  lasts,
  pitch: [1],
  loud,
  throat: { type: "bandpass", at: [centre, centre * 0.7], sharp },
});
const sine = (lasts: number, pitch: number[], loud: number, at = 0): Tone => ({
  wave: "sine",
  at,
  lasts,
  pitch,
  loud,
});

const sounds = {
  /** Trống: a skin over a wooden body. */
  drum: (pitch, loud) => [
    sine(420, [pitch * 0.4, pitch * 0.22], loud),
    sine(180, [pitch * 0.66, pitch * 0.4], loud * 0.5),
    struck(0, 70, 420, loud * 0.7),
  ],
  /** Mõ: a hollow block of wood. */
  woodblock: (pitch, loud) => [
    sine(110, [pitch * 1.6, pitch * 1.45], loud * 0.9),
    struck(0, 40, pitch * 2.2, loud * 0.8, 6),
  ],
  /** Phách: bamboo sticks, sharp and dry. */
  clapper: (pitch, loud) => [
    struck(0, 50, pitch * 4, loud * 1.2, 5),
    sine(50, [pitch * 3, pitch * 2.8], loud * 0.4),
  ],
  /** Sáo trúc: breath and a soft tone that trembles. */
  flute: (pitch, loud) => [
    {
      wave: "triangle",
      at: 0,
      lasts: 620,
      pitch: [pitch * 0.98, pitch, pitch],
      loud: loud * 0.8,
      throat: { type: "lowpass", at: [pitch * 3], sharp: 1 },
      tremble: { rate: 5.5, depth: 0.25 },
    },
    struck(0, 260, pitch * 2, loud * 0.12, 3),
  ],
  /** Đàn tranh: a bright plucked string. */
  zither: (pitch, loud) => [
    {
      wave: "sawtooth",
      at: 0,
      lasts: 760,
      pitch: [pitch * 1.006, pitch],
      loud: loud * 0.55,
      throat: { type: "lowpass", at: [pitch * 6, pitch * 1.6], sharp: 1 },
    },
    sine(900, [pitch], loud * 0.5),
    sine(320, [pitch * 2], loud * 0.3),
  ],
  /** Đàn bầu: one string whose tone bends and sways. */
  monochord: (pitch, loud) => [
    sine(1100, [pitch * 0.75, pitch * 0.94, pitch * 1.03, pitch, pitch * 0.985, pitch], loud),
    sine(620, [pitch * 1.5, pitch * 1.88, pitch * 2.06, pitch * 2], loud * 0.28),
  ],
  /** Cồng chiêng: bronze that hums for long. */
  gong: (pitch, loud) => [
    sine(1700, [pitch * 0.25], loud),
    sine(1300, [pitch * 0.52], loud * 0.45),
    sine(900, [pitch * 0.79], loud * 0.3),
    struck(0, 160, 300, loud * 0.3),
  ],
  /** T'rưng: bamboo tubes under a mallet. */
  trung: (pitch, loud) => [
    sine(380, [pitch], loud),
    sine(150, [pitch * 2.76], loud * 0.3),
    struck(0, 30, pitch * 3, loud * 0.4, 4),
  ],
  /** A small clear bell. */
  bell: (pitch, loud) => [
    sine(640, [pitch * 2], loud * 0.6),
    sine(420, [pitch * 4.02], loud * 0.22),
    sine(260, [pitch * 5.9], loud * 0.1),
  ],
} satisfies Record<string, Sound>;

export type Instrument = keyof typeof sounds;
export const instruments = Object.keys(sounds) as Instrument[]; // keys of a constant: exactly the instruments

/** One stroke or tone: `pitch` in Hz, `loud` 0–1. */
export const playTone = (instrument: Instrument, pitch: number, loud = 0.4): Effect =>
  sounds[instrument](pitch, loud);

/** The same sound, `ms` later. */
export const later = (effect: Effect, ms: number): Effect =>
  effect.map((tone) => ({ ...tone, at: tone.at + ms }));
