// Owns walking on a map of squares: directions, ways, and what becomes of a list of arrows. Pure.
import type { Random } from "../../sdk/random.ts";

export type Direction = "up" | "right" | "down" | "left";
export type Cell = { readonly x: number; readonly y: number };
export type VillageMap = {
  readonly columns: number;
  readonly rows: number;
  /** Squares nobody can walk on, as `x,y`. */
  readonly blocked: readonly string[];
};

export const directions: readonly Direction[] = ["left", "up", "down", "right"];
const deltas: Readonly<Record<Direction, Cell>> = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

export const keyOf = ({ x, y }: Cell): string => `${x},${y}`;
export const isSame = (one: Cell, other: Cell): boolean => one.x === other.x && one.y === other.y;
export const stepTo = ({ x, y }: Cell, direction: Direction): Cell => ({
  x: x + deltas[direction].x,
  y: y + deltas[direction].y,
});
export const isOpen = ({ columns, rows, blocked }: VillageMap, cell: Cell): boolean =>
  cell.x >= 0 && cell.x < columns && cell.y >= 0 && cell.y < rows && !blocked.includes(keyOf(cell));

export const allCells = ({ columns, rows }: Pick<VillageMap, "columns" | "rows">): Cell[] =>
  Array.from({ length: columns * rows }, (_, index) => ({
    x: index % columns,
    y: Math.floor(index / columns),
  }));

/** The squares a list of arrows leads over, the start not among them, and whether it came to an end without a bump. */
export function walk(
  map: VillageMap,
  start: Cell,
  program: readonly Direction[],
): { cells: Cell[]; bumped: boolean } {
  const cells: Cell[] = [];
  let at = start;
  for (const direction of program) {
    const next = stepTo(at, direction);
    if (!isOpen(map, next)) return { cells, bumped: true };
    at = next;
    cells.push(at);
  }
  return { cells, bumped: false };
}

/** A shortest list of arrows from one square to another; null when no way leads there. */
export function shortestWay(map: VillageMap, from: Cell, to: Cell): Direction[] | null {
  const ways = new Map<string, Direction[]>([[keyOf(from), []]]);
  const queue: Cell[] = [from];
  for (let cell = queue.shift(); cell; cell = queue.shift()) {
    const way = ways.get(keyOf(cell)) ?? [];
    if (isSame(cell, to)) return way;
    for (const direction of directions) {
      const next = stepTo(cell, direction);
      if (!isOpen(map, next) || ways.has(keyOf(next))) continue;
      ways.set(keyOf(next), [...way, direction]);
      queue.push(next);
    }
  }
  return null;
}

/** A shortest way that passes every one of `stops` in any order, and ends at `to`. */
export function shortestRound(
  map: VillageMap,
  from: Cell,
  stops: readonly Cell[],
  to: Cell,
): Direction[] | null {
  if (stops.length === 0) return shortestWay(map, from, to);
  let best: Direction[] | null = null;
  for (const stop of stops) {
    const first = shortestWay(map, from, stop);
    const rest = shortestRound(
      map,
      stop,
      stops.filter((other) => other !== stop),
      to,
    );
    if (first && rest && (!best || first.length + rest.length < best.length)) best = [...first, ...rest];
  }
  return best;
}

/** A winding road of `length` squares from left to right that never touches itself, so that every step is the only one. */
export function planRoad(columns: number, rows: number, length: number, random: Random): Cell[] {
  for (;;) {
    const road: Cell[] = [{ x: random.integer(0, 1), y: random.integer(0, rows - 1) }];
    while (road.length < length) {
      const last = road[road.length - 1] ?? { x: 0, y: 0 };
      const next = random
        .shuffle(directions)
        .map((direction) => stepTo(last, direction))
        .find(
          (cell) =>
            isOpen({ columns, rows, blocked: [] }, cell) &&
            road.every((other, index) =>
              index === road.length - 1
                ? !isSame(other, cell)
                : Math.abs(other.x - cell.x) + Math.abs(other.y - cell.y) > 1,
            ),
        );
      if (!next) break;
      road.push(next);
    }
    if (road.length === length) return road;
  }
}
