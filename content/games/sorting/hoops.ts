// Owns the hoops: how they are drawn, and where on the stage what lies in which part of them. Units from the stage's middle.
import type { Spot } from "../../sdk/layout.ts";
import type { Zone } from "./zones.ts";

const colours = {
  gold: ["#f2b705", "#fff0b0", "#b98400"],
  blue: ["#2f8fd0", "#bfe3f7", "#1c659b"],
  pink: ["#e0679b", "#fbd3e4", "#a83f70"],
} as const;
export type HoopColour = keyof typeof colours;

/** A plastic hoop lying on the rug, 540 × 380. */
export function hoopDrawing(colour: HoopColour): string {
  const [main, light, dark] = colours[colour];
  return `<svg viewBox="0 0 540 380" fill="none"><ellipse cx="270" cy="198" rx="258" ry="174" stroke="#1f2a44" stroke-opacity=".16" stroke-width="18"/><ellipse cx="270" cy="190" rx="256" ry="176" fill="${light}" fill-opacity=".42"/><ellipse cx="270" cy="190" rx="256" ry="176" stroke="${dark}" stroke-width="20"/><ellipse cx="270" cy="188" rx="256" ry="176" stroke="${main}" stroke-width="15"/><ellipse cx="270" cy="186" rx="256" ry="175" stroke="${light}" stroke-width="5" stroke-dasharray="${colour === "pink" ? "6 30" : colour === "blue" ? "70 24" : "1 26"}" stroke-linecap="round"/></svg>`;
}

/** Two hoops beside each other: middles and reach of each. */
export const apart = { x: 246, y: 378, rx: 222, ry: 178 } as const;
/** Two hoops that overlap. */
export const crossed = { x: 150, y: 392, rx: 262, ry: 180 } as const;

/** Six places in a hoop that stands alone, around its middle. */
const inHoop: readonly Spot[] = [
  { x: -57, y: -98 },
  { x: 57, y: -98 },
  { x: -114, y: 14 },
  { x: 0, y: 14 },
  { x: 114, y: 14 },
  { x: 0, y: 126 },
];

export const spotApart = (hoop: 0 | 1, place: number): Spot | undefined => {
  const spot = inHoop[place];
  return spot && { x: (hoop === 0 ? -apart.x : apart.x) + spot.x, y: apart.y + spot.y - 4 };
};

const inZone: Readonly<Record<Zone, readonly Spot[]>> = {
  left: [
    { x: -236, y: -58 },
    { x: -236, y: 58 },
    { x: -346, y: -58 },
    { x: -346, y: 58 },
  ],
  both: [
    { x: 0, y: 0 },
    { x: 0, y: -112 },
    { x: 0, y: 112 },
  ],
  right: [
    { x: 236, y: -58 },
    { x: 236, y: 58 },
    { x: 346, y: -58 },
    { x: 346, y: 58 },
  ],
};

export const spotCrossed = (zone: Zone, place: number): Spot | undefined => {
  const spot = inZone[zone][place];
  return spot && { x: spot.x, y: crossed.y + spot.y };
};

const inside = (at: Spot, x: number, { y, rx, ry }: { y: number; rx: number; ry: number }) =>
  ((at.x - x) / rx) ** 2 + ((at.y - y) / ry) ** 2 <= 1;

/** The part of the overlapping hoops at a point; undefined outside. */
export function zoneAt(at: Spot): Zone | undefined {
  const left = inside(at, -crossed.x, crossed);
  const right = inside(at, crossed.x, crossed);
  return left && right ? "both" : left ? "left" : right ? "right" : undefined;
}

/** The hoop that stands at a point. */
export const hoopAt = (at: Spot): 0 | 1 | undefined =>
  inside(at, -apart.x, apart) ? 0 : inside(at, apart.x, apart) ? 1 : undefined;
