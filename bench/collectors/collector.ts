// Owns how another collector is measured beside the agent: asked for the same figures, once a second for a while.
import { spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { MeasuredProcess } from "./measuredProcess.ts";

export type CollectorReading = {
  readonly cpuMsPerSample: number;
  /** Payload of its sockets, both ways. */
  readonly bytesPerSample: number;
  readonly rssMiB: number;
  /** How many of the figures that a health sample holds it told on this machine. */
  readonly usefulFigures: number;
};

export const sampleEveryMs = 1000;
const warmUpMs = 4000;
const measureMs = 20_000;

export const isInstalled = (program: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;

/** `traffic`: sums so far. Throws when it told nothing: then it was set up wrongly and no figure is true. */
export async function measureCollector(
  name: string,
  running: MeasuredProcess,
  traffic: () => { readonly bytes: number; readonly samples: number; readonly useful: number },
): Promise<CollectorReading> {
  await wait(warmUpMs);
  const [cpuBefore, before] = [running.cpuMs(), traffic()];
  await wait(measureMs);
  const [cpuMs, after] = [running.cpuMs() - cpuBefore, traffic()];
  const samples = after.samples - before.samples;
  if (samples < 5) throw new Error(`${name} told ${samples} samples: ${running.said()}`);
  return {
    cpuMsPerSample: cpuMs / samples,
    bytesPerSample: (after.bytes - before.bytes) / samples,
    rssMiB: running.rssMiB(),
    usefulFigures: after.useful,
  };
}
