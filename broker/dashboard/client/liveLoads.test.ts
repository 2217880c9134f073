import { expect, test } from "vitest";
import { type LoadSample, withSample } from "./liveLoads.ts";

const sample = (at: number): LoadSample => ({
  at,
  cpuPercent: 1,
  memoryPercent: 2,
  temperatureC: null,
  receivedKiBPerSecond: null,
  sentKiBPerSecond: null,
});

test("the last two minutes stay, and a later visit begins anew", () => {
  let loads = {};
  for (let at = 0; at < 100; at++) loads = withSample(loads, "a", sample(at * 2000));
  expect(loads).toMatchObject({ a: { length: 60, 59: { at: 198_000 } } });
  loads = withSample(loads, "a", sample(900_000));
  expect(loads).toMatchObject({ a: [{ at: 900_000 }] });
});

test("a whole fleet that was looked at does not stay in memory", () => {
  let loads: ReturnType<typeof withSample> = {};
  for (let place = 0; place < 50; place++) loads = withSample(loads, `device ${place}`, sample(place));
  expect(Object.keys(loads)).toHaveLength(20);
  expect(loads["device 49"]).toHaveLength(1);
});
