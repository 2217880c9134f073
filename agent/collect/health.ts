// Owns the health sample: which probes make it, each optional and timed.
import { statfs } from "node:fs/promises";
import { freemem, totalmem } from "node:os";
import type { Health, KioskState } from "../../protocol/records/health.ts";
import type { Clock } from "../time/clock.ts";
import { type CpuMeter, makeCpuMeter } from "./cpu.ts";
import { linuxTotals, makeTrafficMeter, slowTotals, type Traffic } from "./network.ts";
import { ask, type Probe } from "./probe.ts";
import { linuxTemperature, slowTemperature } from "./temperature.ts";

export type HealthProbes = {
  readonly cpuPercent: CpuMeter;
  readonly memoryPercent: () => number;
  readonly diskFreeMiB: Probe<number>;
  readonly temperatureC: Probe<number>;
  readonly traffic: Probe<Traffic>;
};

/** The probes of this machine; `folder` lies on the disk whose free space counts. */
export function machineProbes(clock: Clock, folder: string): HealthProbes {
  const linux = process.platform === "linux";
  return {
    cpuPercent: makeCpuMeter(),
    // On Linux Node answers with MemAvailable: what caches could give back counts as free.
    memoryPercent: () => (1 - freemem() / totalmem()) * 100,
    diskFreeMiB: async () => {
      const { bavail, bsize } = await statfs(folder);
      return Math.round((bavail * bsize) / 1024 ** 2);
    },
    temperatureC: linux ? linuxTemperature() : slowTemperature(clock),
    traffic: makeTrafficMeter(linux ? linuxTotals : slowTotals(clock)),
  };
}

export type HealthDeps = {
  readonly clock: Clock;
  readonly probes: HealthProbes;
  readonly kiosk: () => KioskState;
  readonly probeFailed: (probe: string, reason: string) => void;
};

const probeWithinMs = 10_000;

export async function takeHealth({ clock, probes, kiosk, probeFailed }: HealthDeps): Promise<Health> {
  const from = <Value>(name: string, probe: Probe<Value>) =>
    ask(clock, probe, probeWithinMs, (reason) => probeFailed(name, reason));
  const [diskFreeMiB, temperatureC, traffic] = await Promise.all([
    from("disk", probes.diskFreeMiB),
    from("temperature", probes.temperatureC),
    from("network", probes.traffic),
  ]);
  return {
    cpuPercent: probes.cpuPercent(),
    memoryPercent: Math.min(100, Math.max(0, probes.memoryPercent())),
    diskFreeMiB,
    temperatureC,
    receivedKiB: traffic?.receivedKiB ?? null,
    sentKiB: traffic?.sentKiB ?? null,
    kiosk: kiosk(),
  };
}
