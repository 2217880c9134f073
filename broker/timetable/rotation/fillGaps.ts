// Owns giving classes what they still lack, wherever there is room: after a holiday, after a change by hand, after new rules.
import { type Ledger, type Wish, wantedUntil } from "./ledger.ts";
import { costOf, impossible } from "./placeCost.ts";
import type { Placed } from "./planWeeks.ts";
import type { Cell, Term } from "./term.ts";

/** Neighbours of another age, and a week in which the class has what it should have, are the last resort. */
const strangerCost = 6;
const weekDistanceCost = 8;

export function fillGaps(
  term: Term,
  ledger: Ledger,
  sameAgeTogether: boolean,
  seed: number,
  had: readonly Placed[],
): Placed[] {
  const added: Placed[] = [];
  const free = new Set(term.strips.flatMap(({ cells }) => cells.filter((cell) => ledger.roomFree(cell))));
  const ageAt = new Map<Cell, string>();
  for (const { wish, cell } of had) ageAt.set(cell, (ledger.wishes[wish] as Wish).ageBand);
  const shut = new Set<number>();
  const missing = (wish: number) => (ledger.wishes[wish] as Wish).wanted - ledger.given(wish);
  const share = (wish: number) => ledger.given(wish) / Math.max(1, (ledger.wishes[wish] as Wish).wanted);

  for (;;) {
    let worst = -1;
    for (const wish of ledger.wishes.keys())
      if (!shut.has(wish) && missing(wish) > 0 && (worst < 0 || share(wish) < share(worst))) worst = wish;
    if (worst < 0) return added;
    const cell = bestFor(worst);
    if (cell === undefined) {
      shut.add(worst);
      continue;
    }
    ledger.place(worst, cell);
    ageAt.set(cell, (ledger.wishes[worst] as Wish).ageBand);
    for (const other of term.strips[cell.strip]?.cells ?? []) if (!ledger.roomFree(other)) free.delete(other);
    added.push({ wish: worst, cell });
  }

  function bestFor(wish: number): Cell | undefined {
    const behind = weeksBehind(ledger, wish, term.weeks.length);
    let best: Cell | undefined;
    let least = impossible;
    for (const cell of free) {
      if (!ledger.weekMay(wish, cell.week)) continue;
      // Never less than this: most places are passed over without reckoning more.
      const far = weekDistanceCost * (behind[cell.week] ?? 0);
      if (far >= least) continue;
      const cost =
        far + costOf(ledger, wish, cell, seed) + (sameAgeTogether ? strangerCost * strangers(wish, cell) : 0);
      if (cost < least) {
        least = cost;
        best = cell;
      }
    }
    return best;
  }

  function strangers(wish: number, cell: Cell): number {
    const own = (ledger.wishes[wish] as Wish).ageBand;
    const cells = term.strips[cell.strip]?.cells ?? [];
    const place = cells.indexOf(cell);
    return [cells[place - 1], cells[place + 1]].filter((other) => {
      const age = other && ageAt.get(other);
      return age !== undefined && age !== own;
    }).length;
  }
}

/** For each week, how far the nearest week is in which the class had less than was due. */
function weeksBehind(ledger: Ledger, wish: number, weeks: number): number[] {
  const asked = ledger.wishes[wish] as Wish;
  const distance = Array.from({ length: weeks }, (_, week) => {
    const due = wantedUntil(asked, week, weeks) - (week === 0 ? 0 : wantedUntil(asked, week - 1, weeks));
    return ledger.inWeek(wish, week) < due ? 0 : weeks;
  });
  for (let week = 1; week < weeks; week++)
    distance[week] = Math.min(distance[week] ?? weeks, (distance[week - 1] ?? weeks) + 1);
  for (let week = weeks - 2; week >= 0; week--)
    distance[week] = Math.min(distance[week] ?? weeks, (distance[week + 1] ?? weeks) + 1);
  return distance;
}
