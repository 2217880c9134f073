// Owns the game's own sounds, synthesised: wood on wood, rolling, a fall, and a note for each shape.
import type { Effect } from "../../sdk/sounds.ts";
import type { Shape } from "./shapes.ts";

const knock = (at: number, pitch: number, loud = 0.5): Effect => [
  { wave: "sine", at, lasts: 90, pitch: [pitch, pitch * 0.8], loud },
  {
    wave: "noise",
    at,
    lasts: 35,
    pitch: [1],
    loud: loud * 0.7,
    throat: { type: "bandpass", at: [pitch * 5, pitch * 4], sharp: 2 },
  },
];

/** A wooden block is put down. */
export const wood: Effect = knock(0, 300);
/** Something is turned about. */
export const turned: Effect = [
  { wave: "triangle", at: 0, lasts: 80, pitch: [420, 560], loud: 0.22 },
  ...knock(70, 380, 0.28),
];
export const rolling: Effect = [0, 130, 250, 360, 460, 550, 630, 700, 770, 840, 910].flatMap((at, index) =>
  knock(at, 150 + index * 6, 0.3),
);
export const sliding: Effect = [
  {
    wave: "noise",
    at: 0,
    lasts: 420,
    pitch: [1],
    loud: 0.3,
    throat: { type: "bandpass", at: [700, 400], sharp: 1.4 },
  },
  ...knock(430, 220, 0.4),
];
export const falling: Effect = [
  { wave: "sine", at: 0, lasts: 380, pitch: [700, 240], loud: 0.26 },
  ...knock(400, 240, 0.5),
  ...knock(520, 300, 0.35),
  ...knock(610, 340, 0.2),
];
/** Small feet of the beetle that walks round a shape. */
export const step: Effect = [0, 90, 180].flatMap((at) => knock(at, 620, 0.16));

const chime = (pitch: number): Effect => [
  { wave: "sine", at: 0, lasts: 460, pitch: [pitch], loud: 0.3 },
  { wave: "triangle", at: 0, lasts: 220, pitch: [pitch * 2], loud: 0.1 },
];
/** Every shape sings its own note; together they make a chord of five notes that always sounds well. */
export const notes: Readonly<Record<Shape, Effect>> = {
  circle: chime(523),
  square: chime(587),
  triangle: chime(784),
  rectangle: chime(659),
  halfCircle: chime(880),
};
