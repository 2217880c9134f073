// Owns turning a health series into chart columns: seconds for the chart, and a hole wherever the device was silent. Pure.
import type { HealthSeries } from "../../api/devices.ts";

export const measures = ["cpuPercent", "memoryPercent", "diskFreeGiB", "temperatureC"] as const;
export type Measure = (typeof measures)[number];

export type ChartColumns = {
  /** Seconds since 1970, ascending. */
  readonly seconds: readonly number[];
  readonly values: Readonly<Record<Measure, readonly (number | null)[]>>;
};

/** Usual intervals without a sample after which the line breaks. One lost sample is no outage. */
const silentSteps = 2.5;

/** What lies between two points as a rule: never less than the hub's step, more where a device reports rarely. */
function usualInterval({ at, stepMs }: HealthSeries): number {
  const intervals = at.slice(1).map((later, index) => later - (at[index] ?? later));
  intervals.sort((a, b) => a - b);
  return Math.max(stepMs, intervals[Math.floor(intervals.length / 2)] ?? 0);
}

export function chartColumns(series: HealthSeries): ChartColumns {
  const seconds: number[] = [];
  const values: Record<Measure, (number | null)[]> = {
    cpuPercent: [],
    memoryPercent: [],
    diskFreeGiB: [],
    temperatureC: [],
  };
  const interval = usualInterval(series);
  let before: number | undefined;
  for (const [index, at] of series.at.entries()) {
    if (before !== undefined && at - before > silentSteps * interval) {
      seconds.push((before + interval) / 1000);
      for (const measure of measures) values[measure].push(null);
    }
    seconds.push(at / 1000);
    values.cpuPercent.push(series.cpuPercent[index] ?? null);
    values.memoryPercent.push(series.memoryPercent[index] ?? null);
    // In the unit that people read, so that the axis gets round numbers.
    values.diskFreeGiB.push(inGiB(series.diskFreeMiB[index] ?? null));
    values.temperatureC.push(series.temperatureC[index] ?? null);
    before = at;
  }
  return { seconds, values };
}

const inGiB = (mebibytes: number | null) => (mebibytes === null ? null : mebibytes / 1024);

export type Extremes = { readonly lowest: number; readonly highest: number; readonly latest: number };

/** null when there is not a single value. */
export function extremesOf(values: readonly (number | null)[]): Extremes | null {
  const known = values.filter((value) => value !== null);
  const latest = known.at(-1);
  if (latest === undefined) return null;
  return { lowest: Math.min(...known), highest: Math.max(...known), latest };
}
