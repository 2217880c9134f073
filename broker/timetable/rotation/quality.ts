// Owns how good a plan is, in figures a planner understands: what is missing, and how evenly the rest is shared.
import type { Ledger, Wish } from "./ledger.ts";
import type { Placed } from "./planWeeks.ts";
import type { Term } from "./term.ts";

export type Quality = {
  readonly missing: number;
  /** Most minus fewest times among classes that ask for the same. */
  readonly countSpread: number;
  /** Changes of age between neighbours in a room's day beyond what its ages need. */
  readonly ageSwitches: number;
  /** Between classes that ask for the same: most minus fewest times in a period, on a weekday, in the morning; the mean of them. */
  readonly periodSpread: number;
  readonly weekdaySpread: number;
  readonly morningSpread: number;
  /** Longest time of any class without a slot, days. */
  readonly longestGapDays: number;
};

export function qualityOf(term: Term, ledger: Ledger, placed: readonly Placed[]): Quality {
  const { wishes } = ledger;
  const usedPeriods = [...new Set(placed.map(({ cell }) => cell.period))];
  const usedWeekdays = [...new Set(placed.map(({ cell }) => cell.weekday))];
  const spread = (counts: readonly number[]) =>
    counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
  const byAsk = Map.groupBy(wishes.keys(), (wish) => (wishes[wish] as Wish).timesAWeek);
  const between = (measures: readonly ((wish: number) => number)[]) => {
    const spreads = measures.flatMap((measure) =>
      [...byAsk.values()].map((same) => spread(same.map(measure))),
    );
    return spreads.length === 0 ? 0 : spreads.reduce((sum, each) => sum + each, 0) / spreads.length;
  };
  return {
    missing: wishes.reduce((sum, { wanted }, wish) => sum + Math.max(0, wanted - ledger.given(wish)), 0),
    countSpread: Math.max(
      0,
      ...[...byAsk.values()].map((same) =>
        spread(same.map((wish) => Math.min(ledger.given(wish), (wishes[wish] as Wish).wanted))),
      ),
    ),
    ageSwitches: ageSwitches(term, wishes, placed),
    periodSpread: between(usedPeriods.map((period) => (wish) => ledger.byPeriod(wish, period))),
    weekdaySpread: between(usedWeekdays.map((weekday) => (wish) => ledger.byWeekday(wish, weekday))),
    morningSpread: between([(wish) => ledger.mornings(wish)]),
    longestGapDays: Math.max(0, ...wishes.map((_, wish) => longestGapOf(ledger, wish))),
  };
}

/** The longest span without the class, between two of its times. */
export function longestGapOf(ledger: Ledger, wish: number): number {
  let last = -1;
  let longest = 0;
  for (const [day, times] of ledger.daysOf(wish).entries()) {
    if (times === 0) continue;
    if (last >= 0) longest = Math.max(longest, day - last);
    last = day;
  }
  return longest;
}

function ageSwitches(term: Term, wishes: readonly Wish[], placed: readonly Placed[]): number {
  const ages: { minute: number; age: string }[][] = term.strips.map(() => []);
  for (const { wish, cell } of placed)
    ages[cell.strip]?.push({ minute: cell.startMinute, age: (wishes[wish] as Wish).ageBand });
  let switches = 0;
  for (const strip of ages) {
    strip.sort((a, b) => a.minute - b.minute);
    const changes = strip.filter(({ age }, place) => place > 0 && age !== strip[place - 1]?.age).length;
    switches += changes - Math.max(0, new Set(strip.map(({ age }) => age)).size - 1);
  }
  return switches;
}

/** One number to compare two plans of the same rules by; less is better. */
export const scoreOf = (quality: Quality): number =>
  50 * quality.missing +
  30 * Math.max(0, quality.countSpread - 1) +
  quality.ageSwitches +
  10 * quality.periodSpread +
  10 * quality.weekdaySpread +
  5 * quality.morningSpread +
  quality.longestGapDays;
