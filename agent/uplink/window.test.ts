import { describe, expect, test } from "vitest";
import { makePlainRandom } from "../testing/fixtures.ts";
import { backoffMs } from "./backoff.ts";
import { makeWindow } from "./window.ts";

describe("the window", () => {
  test("the next batch starts where the last one ended", () => {
    const window = makeWindow(10);
    expect(window.position()).toBe(10);
    window.sent({ after: 10, last: 20 });
    expect([window.position(), window.size()]).toEqual([20, 1]);
  });

  test("one ack may settle several batches", () => {
    const window = makeWindow(0);
    window.sent({ after: 0, last: 10 });
    window.sent({ after: 10, last: 20 });
    expect(window.acked(20, 20)).toBe("progress");
    expect([window.position(), window.size()]).toEqual([20, 0]);
  });

  test("an ack below what was sent before means: again from there", () => {
    const window = makeWindow(100);
    window.sent({ after: 100, last: 120 });
    expect(window.acked(40, 120)).toBe("rewind");
    expect([window.position(), window.size()]).toEqual([40, 0]);
  });

  test("an ack of the first batch leaves the second on its way", () => {
    const window = makeWindow(0);
    window.sent({ after: 0, last: 10 });
    window.sent({ after: 10, last: 20 });
    expect(window.acked(10, 20)).toBe("progress");
    expect([window.position(), window.size()]).toEqual([20, 1]);
    expect(window.acked(10, 20)).toBe("repeat");
  });

  test("a hub that knows more than was ever given is noticed", () => {
    expect(makeWindow(5).acked(9, 5)).toBe("ahead");
  });

  test("a rewind starts again after the last ack", () => {
    const window = makeWindow(0);
    window.sent({ after: 0, last: 10 });
    window.sent({ after: 10, last: 20 });
    window.acked(10, 20);
    window.rewind();
    expect(window.position()).toBe(10);
  });
});

test("the wait between tries grows from half a second to a minute at most", () => {
  const random = makePlainRandom();
  expect([0, 1, 2, 5, 6, 50].map((failures) => backoffMs(failures, random))).toEqual([
    750, 1500, 3000, 24_000, 45_000, 45_000,
  ]);
});
