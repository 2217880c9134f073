import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../../protocol/game.ts";
import { chooseRun, readWishes, writeWishes } from "./wishes.ts";

describe("what is wished for in the gallery", () => {
  it("is kept in the address, and an address without wishes is short", () => {
    const usual = readWishes("");
    expect(writeWishes(usual)).toBe("");
    const wishes = {
      ...usual,
      page: "en",
      age: "4-5",
      game: "kite",
      level: "wind",
      mode: "explore",
      seed: -7,
      locale: "en",
      volume: 0,
      spoken: false,
      calm: true,
      children: 3,
      screen: "1024x768",
    } as const;
    expect(readWishes(writeWishes(wishes))).toEqual(wishes);
  });

  it("is as usual where the address says nonsense", () => {
    const nonsense = "?seed=x&volume=9&children=40&screen=big&age=7&mode=win&locale=fr&page=de&way=sleep";
    expect(readWishes(nonsense)).toEqual(readWishes(""));
  });

  it("gives the game's first level when it has no such level or mode", () => {
    const game = {
      levels: [
        { id: "one", modes: ["explore"] },
        { id: "two", modes: ["quiz"] },
      ],
    } as CatalogueEntry; // what is looked at here
    const run = (level: string, mode: "explore" | "quiz") => {
      const chosen = chooseRun(game, { level, mode });
      return [chosen?.level.id, chosen?.mode];
    };
    expect(run("two", "quiz")).toEqual(["two", "quiz"]);
    expect(run("two", "explore")).toEqual(["two", "quiz"]);
    expect(run("gone", "quiz")).toEqual(["one", "explore"]);
    expect(chooseRun({ ...game, levels: [] }, { level: "one", mode: "quiz" })).toBeNull();
  });
});
