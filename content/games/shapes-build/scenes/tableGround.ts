// Owns the ground of the free building table: its meadow, its cells for new blocks, and the faces blocks wear.
import { face } from "../drawShapes.ts";
import type { Shape } from "../shapes.ts";

/** Blocks stand in these cells until they are moved; in stage units from the stage's middle. */
const columns = 6;
const rows = 3;
const cell = { width: 150, height: 142 };
export const centre = { x: 0, y: 352 };
export const size = 124;
export const cellCount = columns * rows;

/** Cells that no block stands in, those near the middle first. */
export function freeCells(blocks: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  return Array.from({ length: cellCount }, (_, index) => ({
    x: centre.x + ((index % columns) - (columns - 1) / 2) * cell.width,
    y: centre.y + (Math.floor(index / columns) - (rows - 1) / 2) * cell.height,
  }))
    .filter(({ x, y }) =>
      blocks.every((block) => Math.abs(block.x - x) >= size + 16 || Math.abs(block.y - y) >= size + 16),
    )
    .sort((one, other) => Math.hypot(one.x, one.y - centre.y) - Math.hypot(other.x, other.y - centre.y));
}

/** The ground of the free table: a meadow to build on. */
export const meadow = `<svg class="board-layer" viewBox="0 0 976 416" preserveAspectRatio="none" fill="none"><path fill="#fff" fill-opacity=".85" d="M120 92c-26 0-28-32-4-36 2-26 38-32 50-12 14-22 52-16 52 12 22-6 38 12 32 26-4 8-10 10-18 10zM700 74c-20 0-22-25-3-28 2-20 30-25 39-9 11-17 41-12 41 10 17-5 30 9 25 20-3 6-8 7-14 7z"/><path fill="#b7dba0" d="M0 300c120-70 260-80 420-20 140-60 340-70 556 10v90H0z"/><path fill="#8cc653" d="M0 340c200-50 420-54 620-20 140 18 260 14 356-6v66a36 36 0 0 1-36 36H36a36 36 0 0 1-36-36z"/></svg>`;

/** The face a block wears while it dances. */
export const faceOf = (shape: Shape, height: number) =>
  `<svg viewBox="-110 -110 220 220" fill="none">${face(shape, height * 0.9, 1.1)}</svg>`;
