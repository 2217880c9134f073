import { expect, test } from "vitest";
import { makeRefusedPauses } from "./refusedPauses.ts";

test("the first refusal comes at once, then each later, up to eight seconds, until a quarter of an hour of quiet", () => {
  const pauses = makeRefusedPauses();
  const tries = Array.from({ length: 8 }, (_, at) => pauses.pauseMs("10.0.0.7 x", at * 1000));
  expect(tries).toEqual([0, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(pauses.pauseMs("10.0.0.8 x", 8000)).toBe(0);
  expect(pauses.pauseMs("10.0.0.7 x", 7000 + 15 * 60_000)).toBe(0);
});

test("one who is let in starts anew", () => {
  const pauses = makeRefusedPauses();
  pauses.pauseMs("a", 0);
  pauses.forget("a");
  expect(pauses.pauseMs("a", 1)).toBe(0);
});
