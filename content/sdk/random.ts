// Owns seeded chance: the same seed gives the same rounds on every machine.

export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** One item; throws on an empty list, which is a bug of the caller. */
  pick<Item>(items: readonly Item[]): Item;
  /** A new list in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
};

/** Mulberry32: 32 bits of state, even enough for games, and the same in every JavaScript engine. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error("random.pick got an empty list");
    return items[integer(0, items.length - 1)] as Item; // the index is inside the list
  };
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      const held = shuffled[last] as Item; // both indexes are inside the list
      shuffled[last] = shuffled[other] as Item;
      shuffled[other] = held;
    }
    return shuffled;
  };
  return { next, integer, pick, shuffle };
}
