// Owns planning a term from nothing, week by week: who comes, which ages follow each other where, and which class takes which place.
import { assignCheapest } from "./assignCheapest.ts";
import { type Ledger, type Wish, wantedUntil } from "./ledger.ts";
import { costOf, impossible } from "./placeCost.ts";
import type { Cell, Strip, Term } from "./term.ts";

export type Placed = { readonly wish: number; readonly cell: Cell };

/** Above this a group is assigned in parts: the method grows with the cube. */
const longestGroup = 96;

export function planWeeks(term: Term, ledger: Ledger, sameAgeTogether: boolean, seed: number): Placed[] {
  const placed: Placed[] = [];
  for (const week of term.weeks.keys()) {
    const strips = freeStrips(term.stripsOf[week] ?? [], ledger, week);
    const room = strips.reduce((sum, { length }) => sum + length, 0);
    const coming = whoComes(ledger, week, term.weeks.length, room, seed);
    if (coming.length === 0) continue;
    // Two weeks long the same age begins: then gaps stay near a week, and in a term each age is early as often as late.
    const turn = Math.floor(week / 2);
    const groups = groupsOf(coming, ledger.wishes, sameAgeTogether, turn + seed);
    const cells = chooseCells(strips, coming.length, sameAgeTogether, week);
    let next = 0;
    for (const group of groups) {
      const places = cells.slice(next, next + group.length);
      next += group.length;
      for (let from = 0; from < group.length; from += longestGroup)
        assign(group.slice(from, from + longestGroup), places.slice(from, from + longestGroup));
    }
  }
  return placed;

  function assign(group: readonly number[], places: readonly Cell[]): void {
    const columns = assignCheapest(group.length, (row, column) =>
      costOf(ledger, group[row] as number, places[column] as Cell, seed),
    );
    // Costs were reckoned before any of the group was placed, and rooms' cells are all different.
    for (const [row, column] of columns.entries()) {
      const wish = group[row] as number;
      const cell = places[column] as Cell;
      if (!ledger.classMay(wish, cell) || costOf(ledger, wish, cell, seed) >= impossible) continue;
      ledger.place(wish, cell);
      placed.push({ wish, cell });
    }
  }
}

/** The free places of each room's day; the week begins a day later each week, so that a class does not always come on Monday. */
function freeStrips(strips: readonly Strip[], ledger: Ledger, week: number): Cell[][] {
  const days = strips.reduce((most, { day }) => Math.max(most, day + 1), 0);
  const rooms = strips.reduce((most, { room }) => Math.max(most, room + 1), 0);
  const rank = ({ day, room }: Strip) =>
    ((day - (week % days) + days) % days) * rooms + ((room + week) % rooms);
  return [...strips]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ cells }) => {
      const free: Cell[] = [];
      // Periods that overlap each other are one place.
      for (const cell of cells)
        if (ledger.roomFree(cell) && (free.at(-1)?.endMinute ?? 0) <= cell.startMinute) free.push(cell);
      return free;
    });
}

/** Places in `wishes`, once for each time; those furthest behind their own wish first when there is no room for all. */
function whoComes(ledger: Ledger, week: number, weeks: number, room: number, seed: number): number[] {
  const { wishes } = ledger;
  const times = new Int32Array(wishes.length);
  const open = wishes.map((wish, place) => {
    let until = 0;
    for (let each = 0; each <= week; each++) until += ledger.inWeek(place, each);
    const due = wantedUntil(wish, week, weeks) - until;
    return Math.min(due, wish.wanted - ledger.given(place));
  });
  const share = (place: number) =>
    (ledger.given(place) + (times[place] ?? 0)) / Math.max(1, (wishes[place] as Wish).wanted);
  const tie = (place: number) => (place * 7919 + week * 104_729 + seed) % 1009;
  let left = room;
  const eligible = (place: number) =>
    (open[place] ?? 0) > (times[place] ?? 0) &&
    ledger.inWeek(place, week) + (times[place] ?? 0) < Math.ceil((wishes[place] as Wish).timesAWeek) + 1;
  for (;;) {
    // One time each in a round: nobody comes a second time before everybody came once.
    const round = [...wishes.keys()].filter(eligible).sort((a, b) => share(a) - share(b) || tie(a) - tie(b));
    if (round.length === 0 || left <= 0) break;
    for (const place of round.slice(0, left)) times[place] = (times[place] ?? 0) + 1;
    left -= round.length;
  }
  return [...wishes.keys()].flatMap((place) => new Array<number>(times[place] ?? 0).fill(place));
}

/** First everybody's first time, age by age; then the second times: so the times of a class lie apart. */
function groupsOf(
  coming: readonly number[],
  wishes: readonly Wish[],
  sameAgeTogether: boolean,
  turn: number,
): number[][] {
  const ages = [...new Set(wishes.map(({ ageBand }) => ageBand))].sort();
  const groups = new Map<string, number[]>();
  const seen = new Map<number, number>();
  for (const place of coming) {
    const time = seen.get(place) ?? 0;
    seen.set(place, time + 1);
    const age = sameAgeTogether ? ages.indexOf((wishes[place] as Wish).ageBand) : 0;
    const key = `${time} ${(age + turn) % ages.length}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** As many places as come, spread over the week; blocks of a few in a row where classes of an age follow each other. */
function chooseCells(
  strips: readonly (readonly Cell[])[],
  wanted: number,
  blocks: boolean,
  turn: number,
): Cell[] {
  const usable = strips.filter(({ length }) => length > 0);
  const room = usable.reduce((sum, { length }) => sum + length, 0);
  if (room === 0) return [];
  const block = blocks ? 3 : 1;
  const used = Math.min(
    usable.length,
    Math.max(Math.ceil((wanted / room) * usable.length), Math.ceil(wanted / block)),
  );
  const chosen = new Set<number>();
  for (let each = 0; each < used; each++) chosen.add(Math.floor((each * usable.length) / used));
  const quota = usable.map(() => 0);
  let left = wanted;
  // Level by level, so that no room's day is fuller than another by more than one; days not chosen only when the others are full.
  for (const isIn of [(place: number) => chosen.has(place), () => true])
    for (let level = 1; left > 0 && level <= longest(usable); level++)
      for (let step = 0; step < usable.length && left > 0; step++) {
        // Which day is the shorter one goes round, too.
        const place = (step + turn) % usable.length;
        if (!isIn(place) || (quota[place] ?? 0) >= level || (usable[place]?.length ?? 0) < level) continue;
        quota[place] = (quota[place] ?? 0) + 1;
        left--;
      }
  return usable.flatMap((cells, place) => cells.slice(0, quota[place]));
}

const longest = (strips: readonly (readonly Cell[])[]) =>
  strips.reduce((most, { length }) => Math.max(most, length), 0);
