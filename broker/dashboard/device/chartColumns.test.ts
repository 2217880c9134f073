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
  const { seconds, values } = chartColumns(series([0, 60_000, 600_000]));
  expect(seconds).toEqual([0, 60, 120, 600]);
  expect(values.cpuPercent).toEqual([0, 1, null, 2]);
  expect(values.diskFreeGiB).toEqual([2, 2, null, 2]);
});

test("one missing sample is no outage", () => {
  expect(chartColumns(series([0, 60_000, 180_000])).seconds).toEqual([0, 60, 180]);
});

test("extremes ignore holes; a sensor that never answered has none", () => {
  expect(extremesOf([null, 4, 9, null, 7, null])).toEqual({ lowest: 4, highest: 9, latest: 7 });
  expect(extremesOf([null, null])).toBeNull();
});
