import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe("seeded chance", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 8 }, () => random.next());
    };
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it("draws whole numbers inside the bounds, both ends included", () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 400 }, () => random.integer(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });

  it("shuffles without losing or adding anything, and leaves the list alone", () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
        const before = [...items];
        const shuffled = createRandom(seed).shuffle(items);
        expect([...shuffled].sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  it("calls an empty pick a bug", () => {
    expect(() => createRandom(1).pick([])).toThrow("empty list");
  });
});
