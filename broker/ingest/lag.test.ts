import { expect, test } from "vitest";
import { makeLag } from "./lag.ts";

test("the figure is the 99th percentile of the last minute, within a quarter", () => {
  const lag = makeLag();
  expect(lag.percentile99(0)).toBe(0);
  for (let index = 0; index < 990; index++) lag.add(10, index);
  for (let index = 0; index < 10; index++) lag.add(900, 1000);
  expect(lag.percentile99(1000)).toBeLessThanOrEqual(13);
  for (let index = 0; index < 10; index++) lag.add(900, 1001);
  expect(lag.percentile99(1001)).toBeGreaterThanOrEqual(900);
  expect(lag.percentile99(1001)).toBeLessThanOrEqual(1125);
  expect(lag.percentile99(120_000)).toBe(0);
});
