import { expect, test } from "vitest";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { makeLinkQuality } from "./linkQuality.ts";

test("nobody knows anything before the first acknowledgement", () => {
  expect(makeLinkQuality(makeFakeClock()).reading()).toEqual({ roundTripMs: null, lostPercent: null });
});

test("the round trip is the middle of the latest ones, and one odd wait does not move it", () => {
  const clock = makeFakeClock();
  const quality = makeLinkQuality(clock);
  const took = [8, 9, 400, 10, 7];
  for (const [place, ms] of took.entries()) {
    quality.sent(place + 1);
    clock.advance(ms);
    quality.acked(place + 1);
  }
  expect(quality.reading()).toEqual({ roundTripMs: 9, lostPercent: 0 });
});

test("batches that nobody answered are lost; those of a connection that ended are not counted", () => {
  const clock = makeFakeClock();
  const quality = makeLinkQuality(clock);
  for (let last = 1; last <= 3; last++) {
    quality.sent(last);
    quality.acked(last);
  }
  quality.sent(4);
  quality.unanswered();
  quality.sent(4);
  quality.forget();
  expect(quality.reading()).toEqual({ roundTripMs: 0, lostPercent: 25 });
});

test("a clock that was set back meanwhile tells no round trip", () => {
  const clock = makeFakeClock();
  const quality = makeLinkQuality(clock);
  quality.sent(1);
  clock.setWall(0);
  quality.acked(1);
  expect(quality.reading().roundTripMs).toBeNull();
});
