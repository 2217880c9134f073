import { describe, expect, it } from "vitest";
import type { Play } from "./plan.ts";
import type { PlayReport } from "./play.ts";
import { differentQuestions } from "./sameQuestions.ts";

const report = (hand: Play["hand"], signatures: (string | undefined)[]): PlayReport => ({
  // Only what names a play is read.
  play: { game: { id: "g" }, level: { id: "l" }, mode: "quiz", seed: 7, hand } as Play,
  tookMs: 0,
  touches: 0,
  rounds: signatures.length,
  signatures,
  faults: [],
});

describe("the questions of one seed", () => {
  it("are the same for every hand, but for those nobody saw", () => {
    expect(differentQuestions([report("mouse", ["a", "b"]), report("touch", ["a", undefined])])).toEqual([]);
  });

  it("are told of when a hand got another one", () => {
    expect(differentQuestions([report("mouse", ["a", "b"]), report("touch", ["a", "c"])])).toEqual([
      'g · l · quiz · touch: question 1 is "c", by mouse "b"',
    ]);
  });
});
