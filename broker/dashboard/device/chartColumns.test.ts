import { expect, test } from "vitest";
import { chartColumns, extremesOf } from "./chartColumns.ts";

const series = (at: number[]) => ({
  stepMs: 60_000,
  at,
  cpuPercent: at.map((_, index) => index),
  memoryPercent: at.map(() => null),
  diskFreeMiB: at.map(() => 2048),
  temperatureC: at.map(() => 40),
});

test("a device that was silent leaves a hole in every line", () => {
  const { seconds, values } = chartColumns(series([0, 60_000, 120_000, 600_000]));
  expect(seconds).toEqual([0, 60, 120, 180, 600]);
  expect(values.cpuPercent).toEqual([0, 1, 2, null, 3]);
  expect(values.diskFreeGiB).toEqual([2, 2, 2, null, 2]);
});

test("a device that reports every ten minutes has no holes between its samples", () => {
  const at = [0, 600_000, 1_200_000, 1_800_000, 5_400_000];
  expect(chartColumns(series(at)).seconds).toEqual([0, 600, 1200, 1800, 2400, 5400]);
});

test("one missing sample is no outage", () => {
  expect(chartColumns(series([0, 60_000, 120_000, 240_000])).seconds).toEqual([0, 60, 120, 240]);
});

test("extremes ignore holes; a sensor that never answered has none", () => {
  expect(extremesOf([null, 4, 9, null, 7, null])).toEqual({ lowest: 4, highest: 9, latest: 7 });
  expect(extremesOf([null, null])).toBeNull();
});
