import { expect, it } from "vitest";
import { findHeavyGames, mostGameBytes } from "./heavyGames.ts";

const games = [
  { game: "small", pid: 10 },
  { game: "grown", pid: 11 },
];
const limit = mostGameBytes / 1024;

it("finds the game whose process takes more than it may, and no other", () => {
  const memory = new Map([
    [10, { workingSetSize: limit - 1 }],
    [11, { workingSetSize: limit + 1 }],
  ]);
  expect(findHeavyGames(games, (pid) => memory.get(pid)).map(({ game }) => game)).toEqual(["grown"]);
});

it("does not count what a process shares with others where the system tells them apart", () => {
  expect(findHeavyGames(games, () => ({ workingSetSize: limit * 2, privateBytes: limit / 2 }))).toEqual([]);
  expect(findHeavyGames(games, () => ({ workingSetSize: limit / 2, privateBytes: limit * 2 }))).toHaveLength(
    2,
  );
});

it("names a process once, however many frames it has, and none that is gone", () => {
  const twice = [...games, { game: "grown", pid: 11 }];
  expect(
    findHeavyGames(twice, (pid) => (pid === 11 ? { workingSetSize: limit * 2 } : undefined)).map(
      ({ pid }) => pid,
    ),
  ).toEqual([11]);
});
