import { describe, expect, it } from "vitest";
import { closeRound, openRound, tryWrong } from "./rounds.ts";

describe("a round", () => {
  it("is right at the first try when nothing was tried wrong", () => {
    expect(closeRound(openRound(2, 1000), 4500.4)).toEqual({
      index: 2,
      correctFirstTry: true,
      hints: 0,
      durationMs: 3500,
    });
  });

  it("climbs the hint ladder once for each wrong try, and stays on its top", () => {
    let round = openRound(0, 0);
    const hints = Array.from({ length: 5 }, () => {
      const tried = tryWrong(round);
      round = tried.round;
      return tried.hint;
    });
    expect(hints).toEqual([1, 2, 3, 3, 3]);
    expect(closeRound(round, 10)).toMatchObject({ correctFirstTry: false, hints: 3 });
  });

  it("reports the hints that were given", () => {
    const { round } = tryWrong(openRound(0, 0));
    expect(closeRound(round, 10).hints).toBe(1);
    expect(closeRound(tryWrong(round).round, 10).hints).toBe(2);
  });
});
