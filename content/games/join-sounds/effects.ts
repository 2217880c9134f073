// Owns how the game sounds: the drum, the six tones as hummed melodies, the machine at work.
import type { Effect, Tone as Voice } from "../../sdk/sounds.ts";
import { type Tone, tones } from "./syllables.ts";

/** A stroke on the great drum; each of a word a little higher than the last. */
export const drumBeat = (stroke: number): Effect => [
  { wave: "sine", at: 0, lasts: 340, pitch: [118 + stroke * 14, 58], loud: 0.85 },
  { wave: "triangle", at: 0, lasts: 160, pitch: [236 + stroke * 28, 120], loud: 0.3 },
  {
    wave: "noise",
    at: 0,
    lasts: 55,
    pitch: [1],
    loud: 0.24,
    throat: { type: "lowpass", at: [1500], sharp: 1 },
  },
];

/** Height 0–4 of a melody in Hz: a bird's fifth and a half. */
const pitchOf = (height: number) => 392 * 2 ** ((height * 2.6) / 12);

/** How long a tone is hummed, ms; ngã breaks in the middle, nặng is cut short. */
export const toneMs: Readonly<Record<Tone, number>> = {
  ngang: 700,
  huyen: 760,
  sac: 620,
  hoi: 860,
  nga: 820,
  nang: 380,
};

/** A tone hummed by the bird. */
export function hum(tone: Tone, at = 0): Effect {
  const { melody } = tones[tone];
  const voice = (start: number, lasts: number, heights: readonly number[]): Voice[] => [
    { wave: "triangle", at: at + start, lasts, pitch: heights.map(pitchOf), loud: 0.34 },
    { wave: "sine", at: at + start, lasts, pitch: heights.map((height) => pitchOf(height) * 2), loud: 0.12 },
  ];
  if (tone === "nga") return [...voice(0, 330, [2, 1.2]), ...voice(420, 400, [2.2, 4])];
  return voice(0, toneMs[tone], melody);
}

const clack = (at: number, pitch: number): Voice => ({
  wave: "square",
  at,
  lasts: 60,
  pitch: [pitch],
  loud: 0.16,
  throat: { type: "bandpass", at: [pitch * 2], sharp: 3 },
});

/** Cogs turn and a whistle blows. */
export const machineWorks: Effect = [
  clack(0, 320),
  clack(110, 420),
  clack(220, 320),
  clack(330, 420),
  clack(440, 520),
  {
    wave: "noise",
    at: 0,
    lasts: 520,
    pitch: [1],
    loud: 0.1,
    throat: { type: "bandpass", at: [300, 900], sharp: 2 },
  },
  { wave: "triangle", at: 540, lasts: 260, pitch: [784, 1047], loud: 0.26 },
];

/** A key of the machine goes down. */
export const keyDown: Effect = [
  clack(0, 620),
  { wave: "sine", at: 20, lasts: 120, pitch: [523, 659], loud: 0.2 },
];
