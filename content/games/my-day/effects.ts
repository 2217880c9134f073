// Owns the game's own sounds, synthesised: a cock, a clock, a lullaby, and a sound for each part of the day.
import type { Effect } from "../../sdk/sounds.ts";
import type { ActivityName, Part } from "./day.ts";

const note = (at: number, pitch: number, lasts = 320, loud = 0.22): Effect => [
  { wave: "sine", at, lasts, pitch: [pitch], loud },
  { wave: "triangle", at, lasts: lasts * 0.6, pitch: [pitch * 2], loud: loud * 0.25 },
];
const noise = (at: number, lasts: number, from: number, to: number, loud = 0.3): Effect => [
  { wave: "noise", at, lasts, pitch: [1], loud, throat: { type: "bandpass", at: [from, to], sharp: 1.6 } },
];
const crow = (at: number, lasts: number, pitch: number[]): Effect => [
  {
    wave: "sawtooth",
    at,
    lasts,
    pitch,
    loud: 0.36,
    throat: { type: "bandpass", at: [1300, 1900, 1500], sharp: 3 },
  },
];

export const cock: Effect = [
  ...crow(0, 140, [420, 560]),
  ...crow(170, 120, [460, 600]),
  ...crow(320, 620, [520, 880, 700, 520]),
];
export const tick: Effect = [...noise(0, 40, 3200, 2600, 0.4), ...note(0, 1760, 60, 0.06)];
export const tock: Effect = [...noise(0, 45, 2000, 1600, 0.4), ...note(0, 1175, 60, 0.06)];
export const lullaby: Effect = [
  ...note(0, 659, 520),
  ...note(460, 523, 520),
  ...note(920, 587, 520),
  ...note(1380, 440, 800),
];
const water: Effect = [0, 120, 230, 330, 450].flatMap(
  (at, index): Effect => [{ wave: "sine", at, lasts: 90, pitch: [600 + index * 70, 1200], loud: 0.16 }],
);
const bite: Effect = [0, 200, 420].flatMap((at) => noise(at, 90, 1500, 800, 0.36));
const schoolDrum: Effect = [0, 260, 520, 650, 780].flatMap(
  (at): Effect => [{ wave: "sine", at, lasts: 180, pitch: [150, 90], loud: 0.5 }],
);
const laughter: Effect = [0, 130, 260, 390].flatMap(
  (at, index): Effect => [
    { wave: "triangle", at, lasts: 110, pitch: [620 - index * 30, 820 - index * 40], loud: 0.22 },
  ],
);
const page: Effect = [...noise(0, 260, 1200, 4200, 0.2), ...note(260, 784, 260, 0.14)];
const steps: Effect = [0, 240, 480, 720].flatMap((at) => noise(at, 70, 420, 320, 0.4));

/** What is heard where Na is. */
export const activityEffects: Readonly<Record<ActivityName, Effect>> = {
  wake: cock,
  wash: [...noise(0, 160, 3000, 4200, 0.16), ...noise(220, 160, 3000, 4200, 0.16), ...water],
  breakfast: bite,
  school: schoolDrum,
  play: laughter,
  lunch: bite,
  nap: lullaby,
  snack: bite,
  home: steps,
  bath: water,
  dinner: bite,
  story: page,
  sleep: lullaby,
};

/** What a part of the day sounds like. */
export const partEffects: Readonly<Record<Part, Effect>> = {
  morning: [...note(0, 523), ...note(140, 784)],
  noon: [...note(0, 784), ...note(140, 1047)],
  afternoon: [...note(0, 784), ...note(140, 587)],
  evening: [...note(0, 523), ...note(180, 392, 500)],
};
