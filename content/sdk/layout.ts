// Owns where things stand: positions in stage units that never touch each other. Pure.
import type { Random } from "./random.ts";

export type Area = { left: number; top: number; width: number; height: number };
/** Middle of the thing's feet… a point in stage units, x from the stage's middle. */
export type Spot = { x: number; y: number };

/** The best grid for `amount` squares in an area: columns, rows and the size of a cell. */
export function gridFor(amount: number, area: Area): { columns: number; rows: number; cell: number } {
  let best = { columns: 1, rows: amount, cell: 0 };
  for (let columns = 1; columns <= amount; columns += 1) {
    const rows = Math.ceil(amount / columns);
    const cell = Math.min(area.width / columns, area.height / rows);
    if (cell > best.cell) best = { columns, rows, cell };
  }
  return best;
}

/**
 * Spots for `amount` things of `size` in an area, loosely strewn: no two are closer than `size` + `gap`
 * in both directions at once. Ordered at random.
 */
export function strew(amount: number, size: number, gap: number, area: Area, random: Random): Spot[] {
  if (amount === 0) return [];
  const { columns, rows } = gridFor(amount, area);
  const cellWidth = area.width / columns;
  const cellHeight = area.height / rows;
  const spots: Spot[] = [];
  for (let index = 0; index < amount; index += 1) {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, amount - row * columns);
    const inset = ((columns - inRow) * cellWidth) / 2;
    const column = index - row * columns;
    // Within its own cell a thing may stand anywhere that keeps half the gap to the cell's edge.
    const looseX = Math.max(0, cellWidth - size - gap);
    const looseY = Math.max(0, cellHeight - size - gap);
    spots.push({
      x: area.left + inset + cellWidth * (column + 0.5) + (random.next() - 0.5) * Math.min(looseX, 90),
      y: area.top + cellHeight * (row + 0.5) + (random.next() - 0.5) * looseY,
    });
  }
  return random.shuffle(spots);
}

/** Spots in rows of five, as on a ten-frame: the tidy order that hints line animals up in. */
export function lineUp(amount: number, size: number, gap: number, centre: Spot): Spot[] {
  const rows = Math.ceil(amount / 5);
  return Array.from({ length: amount }, (_, index) => {
    const row = Math.floor(index / 5);
    const inRow = Math.min(5, amount - row * 5);
    const column = index - row * 5;
    return {
      x: centre.x + (column - (inRow - 1) / 2) * (size + gap),
      y: centre.y + (row - (rows - 1) / 2) * (size + gap),
    };
  });
}
