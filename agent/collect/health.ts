// Owns the health sample: which probes make it, each optional and timed.
import type { Health, KioskState } from "../../protocol/records/health.ts";
import type { CpuMeter } from "./cpu.ts";
import type { Traffic } from "./network.ts";
import type { Asker, Probe, ProbeFailure } from "./probe.ts";

export type HealthProbes = {
  readonly cpuPercent: CpuMeter;
  readonly memoryPercent: () => number;
  readonly diskFreeMiB: Probe<number>;
  readonly temperatureC: Probe<number>;
  readonly traffic: Probe<Traffic>;
};

export type HealthDeps = {
  readonly asker: Asker;
  readonly probes: HealthProbes;
  readonly kiosk: () => KioskState;
  readonly probeFailed: (probe: string, failure: ProbeFailure) => void;
};

const probeWithinMs = 10_000;

export async function takeHealth({ asker, probes, kiosk, probeFailed }: HealthDeps): Promise<Health> {
  const from = async <Value>(name: string, probe: Probe<Value>): Promise<Value | null> => {
    const answer = await asker.ask(`health ${name}`, probe, probeWithinMs);
    if (answer.outcome === "unanswered") probeFailed(name, answer);
    return answer.outcome === "answered" ? answer.value : null;
  };
  const [diskFreeMiB, temperatureC, traffic] = await Promise.all([
    from("disk", probes.diskFreeMiB),
    from("temperature", probes.temperatureC),
    from("traffic", probes.traffic),
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
