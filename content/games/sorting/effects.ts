// Owns the game's own sounds: water, a hoop that chimes, wood on wood.
import type { Effect } from "../../sdk/sounds.ts";

const bubble = (at: number, pitch: number): Effect[number] => ({
  wave: "sine",
  at,
  lasts: 90,
  pitch: [pitch, pitch * 2.2],
  loud: 0.26,
});

export const effects = {
  splash: [
    {
      wave: "noise",
      at: 0,
      lasts: 420,
      pitch: [1],
      loud: 0.5,
      throat: { type: "bandpass", at: [900, 2600, 700], sharp: 0.9 },
    },
    { wave: "sine", at: 20, lasts: 160, pitch: [300, 120], loud: 0.4 },
  ],
  bubbles: [bubble(0, 380), bubble(130, 520), bubble(300, 440), bubble(460, 640)],
  float: [
    { wave: "triangle", at: 0, lasts: 200, pitch: [523, 784], loud: 0.22 },
    { wave: "sine", at: 160, lasts: 260, pitch: [1047], loud: 0.18 },
  ],
  knock: [
    { wave: "triangle", at: 0, lasts: 110, pitch: [150, 90], loud: 0.5 },
    {
      wave: "noise",
      at: 0,
      lasts: 60,
      pitch: [1],
      loud: 0.24,
      throat: { type: "lowpass", at: [900, 300], sharp: 1 },
    },
  ],
  ripple: [bubble(0, 620), bubble(90, 780)],
  chime: [659, 880, 1109].map((pitch, index) => ({
    wave: "sine",
    at: index * 90,
    lasts: 420,
    pitch: [pitch],
    loud: 0.22,
  })),
  roll: [
    {
      wave: "noise",
      at: 0,
      lasts: 380,
      pitch: [1],
      loud: 0.22,
      throat: { type: "lowpass", at: [500, 1200, 400], sharp: 1 },
      tremble: { rate: 16, depth: 0.8 },
    },
  ],
} satisfies Record<string, Effect>;
