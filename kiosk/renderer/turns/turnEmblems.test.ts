import { expect, it } from "vitest";
import { turnAnimals, turnEmblems } from "./turnEmblems.ts";

it("Children who share a station are never the same animal, and stay who they are all lesson long", () => {
  for (let n = 0; n < 200; n += 1) {
    const three = turnEmblems(`session-${n}`, "station-a", 3);
    expect(new Set(three).size).toBe(3);
    expect(turnEmblems(`session-${n}`, "station-a", 3)).toEqual(three);
    // Counted again with one child fewer, the others keep their animals.
    expect(turnEmblems(`session-${n}`, "station-a", 2)).toEqual(three.slice(0, 2));
    for (const animal of three) expect(turnAnimals).toContain(animal);
  }
});

it("Stations side by side mostly have different animals", () => {
  const firsts = new Set(
    Array.from({ length: 30 }, (_, n) => turnEmblems("session", `station-${n}`, 2).join()),
  );
  expect(firsts.size).toBeGreaterThanOrEqual(6);
});
