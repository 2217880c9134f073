// Owns a simulated machine: all that an agent asks of the computer beneath it, answered with slow waves, different for each number.
import type { AgentDeps } from "../agent.ts";
import type { HealthProbes } from "../collect/health.ts";
import { systemRandom } from "../time/random.ts";

export type Machine = Omit<AgentDeps, "folder" | "linkPath" | "identity" | "clock" | "log">;

export function simulatedMachine(number: number): Machine {
  return {
    random: systemRandom,
    version: "0.0.0-simulated",
    builtAt: 0,
    kernelBootId: null,
    probes: simulatedProbes(number),
    takeInventory: async () => ({
      hostname: `mo-phong-${number}`,
      operatingSystem: "simulated",
      architecture: process.arch,
      manufacturer: null,
      model: null,
      serial: null,
      processor: "simulated",
      cores: 2,
      memoryMiB: 4096,
      disks: [],
      displays: [],
      networks: [],
      agentVersion: "0.0.0-simulated",
    }),
    findPeripherals: async () => [],
    reboot: async () => undefined,
    restartSupervisedKiosk: null,
  };
}

function simulatedProbes(number: number): HealthProbes {
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
