// Owns the rule of twins: which of a device's figures differ from those of machines like it, and how unusual that is. Pure.
import { type TwinFinding, type TwinMeasure, twinMeasure } from "../api/fleet.ts";

/** Null: not measured. */
export type TwinFigures = Readonly<Partial<Record<TwinMeasure, number | null>>>;

type Nature = {
  /** A difference below this is noise, whatever the twins do; in the measure's unit. */
  readonly noise: number;
  readonly worseWhen: "higher" | "lower";
};

const natures: Readonly<Record<TwinMeasure, Nature>> = {
  cpuPercent: { noise: 5, worseWhen: "higher" },
  memoryPercent: { noise: 5, worseWhen: "higher" },
  temperatureC: { noise: 4, worseWhen: "higher" },
  diskFreePercent: { noise: 8, worseWhen: "lower" },
  roundTripMs: { noise: 15, worseWhen: "higher" },
  lostPercent: { noise: 2, worseWhen: "higher" },
  signalPercent: { noise: 10, worseWhen: "lower" },
  powerLosses: { noise: 2, worseWhen: "higher" },
  kioskCrashes: { noise: 2, worseWhen: "higher" },
  updates: { noise: 10, worseWhen: "higher" },
};

/** Makes a median deviation comparable with a standard deviation. */
const toDeviation = 1.4826;
/** Below this many ordinary differences nobody would look twice. */
const notableFrom = 1.5;

/** The most unusual first, what is worse before what is better; figures that nobody has to compare with are left out. */
export function judgeTwins(own: TwinFigures, twins: readonly TwinFigures[]): TwinFinding[] {
  const found: TwinFinding[] = [];
  for (const measure of twinMeasure.options) {
    const value = own[measure] ?? null;
    const others = twins.flatMap((twin) => twin[measure] ?? []);
    if (value === null || others.length === 0) continue;
    const middle = median(others);
    const { noise, worseWhen } = natures[measure];
    // Twins that agree to the digit would make every hair's breadth extraordinary.
    const ordinary = Math.max(noise, toDeviation * median(others.map((other) => Math.abs(other - middle))));
    const deviations = (value - middle) / ordinary;
    const unusual = Math.abs(deviations) < notableFrom ? 0 : deviations;
    const worse = unusual !== 0 && (worseWhen === "higher" ? unusual > 0 : unusual < 0);
    found.push({ measure, own: value, twins: middle, of: others.length, unusual, worse });
  }
  return found.sort((a, b) => Number(b.worse) - Number(a.worse) || Math.abs(b.unusual) - Math.abs(a.unusual));
}

/** Of at least one number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
