// Owns what a simulated machine measures: slow waves, different for each number, and a small room's plain hardware.
import type { HealthProbes } from "../collect/health.ts";
import type { MachineProbes } from "../collect/machineProbes.ts";
import { linuxCadences } from "../collect/sources.ts";

export function simulatedProbes(number: number): MachineProbes {
  const health = simulatedHealth(number);
  return {
    cadences: linuxCadences,
    health,
    live: () => health,
    inventory: async () => ({
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
      bios: null,
      board: null,
      chassis: null,
      memoryModules: [],
      machineUuid: null,
    }),
    programs: async () => ({
      total: 1,
      programs: [{ name: "simulated", version: `1.${number % 3}` }],
    }),
    // As a machine that tells nothing of what is plugged in: who needs mice says so itself.
    peripherals: async () => null,
    power: async () => ({ onMains: null, batteries: [] }),
    volumes: async () => [
      { mount: "/", disk: "sda", sizeMiB: 114_000, freeMiB: Math.max(0, 50_000 - number), holdsData: true },
    ],
    network: async () => ({
      route: "eth0",
      interfaces: [{ name: "eth0", kind: "wired", speedMbps: 1000, signalPercent: null }],
    }),
    sound: async () => [{ name: "simulated", muted: false, volumePercent: 60 }],
    displays: async () => [{ connector: "HDMI-A-1", model: "simulated", widthPx: 1366, heightPx: 768 }],
    disks: async () => [
      {
        name: "sda",
        model: "simulated",
        sizeMiB: 114_473,
        smart: {
          verdict: "passed",
          wearPercent: number % 20,
          reallocatedSectors: 0,
          pendingSectors: 0,
          powerOnHours: 5000 + number,
          temperatureC: 35,
        },
      },
    ],
    restart: async () => false,
    updates: async () => ({ pending: number % 7, security: number % 3 }),
  };
}

function simulatedHealth(number: number): HealthProbes {
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
