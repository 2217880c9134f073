// Owns turning a device's history into chart columns: seconds for the chart, mean with least and most, and a hole wherever the device was silent. Pure.
import type { HealthHistory } from "../../api/history.ts";

export const measures = ["cpuPercent", "memoryPercent", "diskFreeGiB", "temperatureC"] as const;
export type Measure = (typeof measures)[number];

type Line = readonly (number | null)[];
export type Lines = { readonly mean: Line; readonly min: Line; readonly max: Line };
export type ChartColumns = {
  /** Seconds since 1970, ascending: the middle of each point's span. */
  readonly seconds: readonly number[];
  readonly values: Readonly<Record<Measure, Lines>>;
};

/** Usual intervals without a sample after which the line breaks. One lost sample is no outage. */
const silentSteps = 2.5;

/** What lies between two points as a rule: never less than the hub's step, more where a device reports rarely. */
function usualInterval({ at, stepMs }: Pick<HealthHistory, "at" | "stepMs">): number {
  const intervals = at.slice(1).map((later, index) => later - (at[index] ?? later));
  intervals.sort((a, b) => a - b);
  return Math.max(stepMs, intervals[Math.floor(intervals.length / 2)] ?? 0);
}

/** `now`, UTC ms: a step that is not over ends here. */
export function chartColumns(history: HealthHistory, now: number): ChartColumns {
  const interval = usualInterval(history);
  const { stepMs } = history;
  const seconds: number[] = [];
  /** Index of each chart point in the history; null is a hole. */
  const sources: (number | null)[] = [];
  let before: number | undefined;
  for (const [index, at] of history.at.entries()) {
    const middle = Math.max(at, Math.min(at + stepMs / 2, now));
    if (before !== undefined && at - before > silentSteps * interval) {
      seconds.push((before + interval) / 1000);
      sources.push(null);
    }
    // A short first step after a hole could else stand before the hole's end.
    seconds.push(Math.max(middle / 1000, (seconds.at(-1) ?? 0) + 0.001));
    sources.push(index);
    before = at;
  }
  const pick = (list: Line, scale = 1): Line =>
    sources.map((source) => {
      const value = source === null ? null : (list[source] ?? null);
      return value === null ? null : value / scale;
    });
  const lines = ({ mean, min, max }: HealthHistory["cpuPercent"], scale = 1): Lines => ({
    mean: pick(mean, scale),
    min: pick(min, scale),
    max: pick(max, scale),
  });
  return {
    seconds,
    values: {
      cpuPercent: lines(history.cpuPercent),
      memoryPercent: lines(history.memoryPercent),
      // In the unit that people read, so that the axis gets round numbers.
      diskFreeGiB: lines(history.diskFreeMiB, 1024),
      temperatureC: lines(history.temperatureC),
    },
  };
}

export type Extremes = { readonly lowest: number; readonly highest: number; readonly latest: number };

/** Of all three lines; null when there is not a single value. */
export function extremesOf({ mean, min, max }: Lines): Extremes | null {
  const latest = mean.findLast((value) => value !== null);
  if (latest == null) return null;
  const known = (line: Line) => line.filter((value) => value !== null);
  return {
    lowest: Math.min(...known(mean), ...known(min)),
    highest: Math.max(...known(mean), ...known(max)),
    latest,
  };
}
