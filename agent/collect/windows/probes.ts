// Owns the probes of Windows: each is one question to the long-lived PowerShell.
import type { Clock } from "../../time/clock.ts";
import { routeTo } from "../hubLink.ts";
import type { MachineProbes } from "../machineProbes.ts";
import type { TrafficTotals } from "../network.ts";
import type { Probe } from "../probe.ts";
import * as answers from "./answers.ts";
import type { WindowsQuestion } from "./program.ts";
import type { Shell } from "./shell.ts";

export type WindowsDeps = {
  readonly clock: Clock;
  readonly shell: Pick<Shell, "ask">;
  /** The agent's data folder. */
  readonly folder: string;
  /** Host name or address of the hub. */
  readonly hub: string;
};

/** How often it is asked whether the search for updates is done, ms. */
const searchLookEveryMs = 20_000;

export type WindowsProbes = Omit<MachineProbes, "cadences" | "health" | "live" | "inventory"> & {
  readonly temperatureC: Probe<number>;
  readonly trafficTotals: Probe<TrafficTotals>;
};

export function windowsProbes({ clock, shell, folder, hub }: WindowsDeps): WindowsProbes {
  const question =
    <Value>(name: WindowsQuestion, read: (answer: unknown) => Value): Probe<Value> =>
    async (signal) =>
      read(await shell.ask(name, signal));

  return {
    temperatureC: async (signal) => answers.readTemperature(await shell.ask("temperature", signal)),
    trafficTotals: question("traffic", answers.readTraffic),
    volumes: question("volumes", (answer) => answers.readVolumes(answer, folder)),
    disks: question("disks", answers.readDisks),
    power: question("power", answers.readPower),
    displays: question("displays", answers.readDisplays),
    sound: question("sound", answers.readSound),
    peripherals: question("peripherals", answers.readPeripherals),
    programs: question("programs", answers.readPrograms),
    restart: async (signal) => answers.readRestart(await shell.ask("restart", signal)),
    network: async (signal) => ({
      interfaces: answers.readNetwork(await shell.ask("network", signal)),
      route: await routeTo(hub),
    }),
    async updates(signal) {
      for (;;) {
        const found = answers.readUpdates(await shell.ask("updates", signal));
        if (found !== "searching") return found;
        await pause(clock, searchLookEveryMs, signal);
      }
    },
  };
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener(
      "abort",
      () => {
        cancel();
        reject(new Error("the search took too long"));
      },
      { once: true },
    );
  });
}
