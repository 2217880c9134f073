// Owns the choice of probes for the platform beneath the agent.
import { statfs } from "node:fs/promises";
import { freemem, totalmem } from "node:os";
import type { Clock } from "../time/clock.ts";
import { askInventory } from "./askInventory.ts";
import { makeCpuMeter } from "./cpu.ts";
import type { HealthProbes } from "./health.ts";
import { routeTo } from "./hubLink.ts";
import { linuxDisks } from "./linux/disks.ts";
import { linuxDisplays } from "./linux/displays.ts";
import { linuxInterfaces } from "./linux/interfaces.ts";
import { linuxPeripherals } from "./linux/peripherals.ts";
import { linuxPower } from "./linux/power.ts";
import { linuxPrograms } from "./linux/programs.ts";
import { linuxSound } from "./linux/sound.ts";
import { linuxRestartNeeded, linuxUpdates } from "./linux/updates.ts";
import { linuxVolumes } from "./linux/volumes.ts";
import type { MachineProbes } from "./machineProbes.ts";
import { linuxTotals, makeTrafficMeter, type TrafficTotals } from "./network.ts";
import type { Probe } from "./probe.ts";
import { seldom } from "./seldom.ts";
import { linuxCadences, windowsCadences } from "./sources.ts";
import { linuxTemperature } from "./temperature.ts";
import { windowsProbes } from "./windows/probes.ts";
import { startPowerShell } from "./windows/program.ts";
import { makeShell } from "./windows/shell.ts";

export type MachineDeps = {
  readonly clock: Clock;
  /** The agent's data folder: the disk it lies on is the one that must not be full. */
  readonly folder: string;
  /** Host name or address of the hub. */
  readonly hub: string;
};

const temperatureEveryMs = 30 * 60_000;
const trafficEveryMs = 5 * 60_000;
const silent = async () => null;

export function machineProbes(deps: MachineDeps): MachineProbes {
  if (process.platform === "linux") return linuxMachine(deps);
  if (process.platform === "win32") return windowsMachine(deps);
  return plainMachine(deps);
}

function healthProbes(
  folder: string,
  temperatureC: Probe<number>,
  totals: Probe<TrafficTotals>,
): HealthProbes {
  return {
    cpuPercent: makeCpuMeter(),
    // On Linux Node answers with MemAvailable: what caches could give back counts as free.
    memoryPercent: () => (1 - freemem() / totalmem()) * 100,
    diskFreeMiB: async () => {
      const { bavail, bsize } = await statfs(folder);
      return Math.round((bavail * bsize) / 1024 ** 2);
    },
    temperatureC,
    traffic: makeTrafficMeter(totals),
  };
}

function linuxMachine({ folder, hub }: MachineDeps): MachineProbes {
  const temperature = linuxTemperature();
  const interfaces = linuxInterfaces();
  return {
    cadences: linuxCadences,
    health: healthProbes(folder, temperature, linuxTotals),
    live: () => healthProbes(folder, temperature, linuxTotals),
    inventory: askInventory,
    programs: linuxPrograms(),
    peripherals: linuxPeripherals(),
    power: linuxPower(),
    volumes: linuxVolumes(folder),
    network: async (signal) => ({
      interfaces: (await interfaces(signal)) ?? [],
      route: await routeTo(hub),
    }),
    sound: linuxSound(),
    displays: linuxDisplays(),
    disks: linuxDisks(),
    restart: linuxRestartNeeded(),
    updates: linuxUpdates(),
  };
}

function windowsMachine({ clock, folder, hub }: MachineDeps): MachineProbes {
  const shell = makeShell({ clock, spawn: startPowerShell });
  const { temperatureC, trafficTotals, ...probes } = windowsProbes({ clock, shell, folder, hub });
  return {
    ...probes,
    cadences: windowsCadences,
    health: healthProbes(
      folder,
      seldom(clock, temperatureEveryMs, temperatureC, "keep"),
      seldom(clock, trafficEveryMs, trafficTotals, "null"),
    ),
    live: () => healthProbes(folder, silent, trafficTotals),
    inventory: askInventory,
  };
}

/** Elsewhere only what Node itself knows, and the inventory. */
function plainMachine({ folder }: MachineDeps): MachineProbes {
  return {
    cadences: linuxCadences,
    health: healthProbes(folder, silent, silent),
    live: () => healthProbes(folder, silent, silent),
    inventory: askInventory,
    programs: silent,
    peripherals: silent,
    power: silent,
    volumes: silent,
    network: silent,
    sound: silent,
    displays: silent,
    disks: silent,
    restart: silent,
    updates: silent,
  };
}
