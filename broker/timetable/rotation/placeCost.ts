// Owns how well a place suits a class: what it has had least of, at the right distance from its other times. Less is better.
import type { Ledger, Wish } from "./ledger.ts";
import type { Cell } from "./term.ts";

/** From here on a place cannot be had. */
export const impossible = 1e6;

const weights = { period: 3, weekday: 3, room: 1.5, morning: 1, late: 0.25, early: 0.6 };

export function costOf(ledger: Ledger, wish: number, cell: Cell, seed: number): number {
  if (!ledger.classMay(wish, cell)) return impossible;
  const { timesAWeek } = ledger.wishes[wish] as Wish;
  const usual = 7 / timesAWeek;
  const { before, after } = ledger.gapsAround(wish, cell.dayNumber);
  return (
    weights.period * ledger.byPeriod(wish, cell.period) +
    weights.weekday * ledger.byWeekday(wish, cell.weekday) +
    weights.room * ledger.byRoom(wish, cell.room) +
    (cell.morning ? weights.morning * ledger.mornings(wish) : 0) +
    distance(before, usual) +
    distance(after, usual) +
    tie(wish, cell, seed)
  );
}

/** Too long apart grows with the square; too close costs at once. The ends of the term do not count. */
function distance(days: number, usual: number): number {
  if (days > 100) return 0;
  const off = days - usual;
  return off > 0 ? weights.late * off * off : weights.early * off * off;
}

/** Below every real difference: equal places are told apart by the seed, always in the same way. */
function tie(wish: number, cell: Cell, seed: number): number {
  let hash =
    (seed ^ Math.imul(wish + 1, 0x9e37_79b1) ^ Math.imul(cell.strip * 31 + cell.period + 1, 0x85eb_ca6b)) >>>
    0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d) >>> 0;
  return (hash & 0xffff) / 0x10_0000_00;
}
