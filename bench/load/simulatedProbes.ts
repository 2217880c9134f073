// Owns what a simulated machine measures: slow waves, different for each device.
import type { HealthProbes } from "../../agent/collect/health.ts";

export function simulatedProbes(number: number): HealthProbes {
  const wave = (periodMs: number) => (Math.sin((Date.now() / periodMs + number) * 2 * Math.PI) + 1) / 2;
  return {
    cpuPercent: () => 5 + 50 * wave(600_000),
    memoryPercent: () => 40 + 20 * wave(3_600_000),
    diskFreeMiB: async () => 50_000 - number,
    temperatureC: async () => 42 + 15 * wave(900_000),
    traffic: async () => ({
      receivedKiB: Math.round(200 * wave(300_000)),
      sentKiB: Math.round(20 * wave(300_000)),
    }),
  };
}
