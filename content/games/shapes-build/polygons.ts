// Owns the shapes that are walked round: where their corners lie and how they look. Pure.
import { palette } from "../../sdk/palette.ts";
import type { Polygon } from "./logic.ts";
import { type Paint, paints } from "./shapes.ts";

export type Point = { x: number; y: number };

/** The room a shape may take, stage units. */
const widest = 420;
const highest = 300;

/** Corners clockwise around 0, 0, as large as the room allows. */
export function polygonPoints({ corners, kind, turn }: Pick<Polygon, "corners" | "kind" | "turn">): Point[] {
  if (corners === 4) {
    const x = kind === "wide" ? widest / 2 : highest / 2;
    const y = kind === "wide" ? 110 : highest / 2;
    return [
      { x: -x, y: -y },
      { x, y: -y },
      { x, y },
      { x: -x, y },
    ];
  }
  const raw = Array.from({ length: corners }, (_, index) => {
    const angle = ((index / corners) * 360 - 90 + turn + (corners === 6 ? 30 : 0)) * (Math.PI / 180);
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
  const span = (pick: (point: Point) => number) => {
    const values = raw.map(pick);
    return { least: Math.min(...values), most: Math.max(...values) };
  };
  const across = span(({ x }) => x);
  const down = span(({ y }) => y);
  const scale = Math.min(widest / (across.most - across.least), highest / (down.most - down.least));
  return raw.map(({ x, y }) => ({
    x: (x - (across.most + across.least) / 2) * scale,
    y: (y - (down.most + down.least) / 2) * scale,
  }));
}

/** The middle of every side. */
export const middlesOf = (corners: readonly Point[]): Point[] =>
  corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 };
  });

const spot = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;

/** A large block on 520 × 400 whose sides can light up (`.side`). */
export function polygonPicture(corners: readonly Point[], paint: Paint): string {
  const { lit, plain, shade } = paints[paint];
  const edge = `M${corners.map(spot).join("L")}z`;
  const sides = corners
    .map(
      (corner, index) =>
        `<path class="side" d="M${spot(corner)}L${spot(corners[(index + 1) % corners.length] ?? corner)}"/>`,
    )
    .join("");
  return `<svg viewBox="-260 -200 520 410" fill="none" stroke-linejoin="round" stroke-linecap="round"><path transform="translate(0 10)" d="${edge}" fill="${shade}" stroke="${shade}" stroke-width="26"/><path d="${edge}" fill="${plain}" stroke="${plain}" stroke-width="26"/><path transform="scale(.78)" d="${edge}" fill="${lit}" fill-opacity=".5" stroke="${lit}" stroke-opacity=".5" stroke-width="20"/><g class="sides">${sides}</g></svg>`;
}

/** A number card: as many dots, and the numeral below. */
export function numberCard(number: number): string {
  const columns = number <= 4 ? 2 : 3;
  const rows = Math.ceil(number / columns);
  const dots = Array.from({ length: number }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, number - row * columns);
    const x = 50 + ((index % columns) - (inRow - 1) / 2) * 22;
    const y = 26 + (row - (rows - 1) / 2) * 22;
    return `<circle cx="${x}" cy="${y}" r="9"/>`;
  }).join("");
  return `<svg viewBox="0 0 100 100"><g fill="${palette.red}">${dots}</g><text x="50" y="96" text-anchor="middle" font-size="52" font-weight="700" fill="${palette.ink}">${number}</text></svg>`;
}
