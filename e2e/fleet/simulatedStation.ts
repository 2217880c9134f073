// Owns one simulated station of the fleet's test: the agent's real code, a cable that can be pulled, and a machine whose faults are set by hand.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { startAgent } from "../../agent/agent.ts";
import type { Cadences, SourceName } from "../../agent/collect/sources.ts";
import type { Identity } from "../../agent/enrolment/identity.ts";
import { simulatedMachine } from "../../agent/testing/simulatedMachine.ts";
import { type Clock, systemClock } from "../../agent/time/clock.ts";
import { type Cable, layCable } from "./cutCable.ts";

/** What is wrong with the machine; all of it may be changed while it runs. */
export type Faults = {
  temperatureC: number;
  diskFails: boolean;
  mice: number;
  /** Added to the wall clock, ms. */
  clockAheadMs: number;
};

export type SimulatedStation = {
  readonly number: number;
  readonly name: string;
  readonly deviceId: string;
  readonly faults: Faults;
  readonly cable: Cable;
  stop(): Promise<void>;
};

/** `by`: what the test's clock has gained on the real one, ms. */
export type SharedClock = { readonly by: number };

export type StationOrder = {
  readonly number: number;
  readonly name: string;
  readonly folder: string;
  readonly identity: Identity;
  readonly mqttPort: number;
  readonly clock: SharedClock;
};

/** A look a second: the test's clock jumps over minutes in between. */
const lookEveryMs = 1000;
/** Nothing in the agent waits longer than this in a test. */
const longestWaitMs = 3000;

export async function startSimulatedStation(order: StationOrder): Promise<SimulatedStation> {
  const { number, name, folder, identity } = order;
  const faults: Faults = { temperatureC: 50, diskFails: false, mice: 1, clockAheadMs: 0 };
  const cable = await layCable(order.mqttPort);
  const home = join(folder, String(number));
  mkdirSync(home);
  const clock: Clock = {
    now: () => systemClock.now() + order.clock.by + faults.clockAheadMs,
    mono: () => systemClock.mono() + order.clock.by,
    after: (delayMs, task) => systemClock.after(Math.min(delayMs, longestWaitMs), task),
  };
  const machine = simulatedMachine(number);
  const [disk] = (await machine.probes.disks(AbortSignal.timeout(lookEveryMs))) ?? [];
  if (disk?.smart == null) throw new Error("a simulated machine has a disk that tells of itself");
  const { smart } = disk;
  const agent = await startAgent({
    ...machine,
    folder: home,
    linkPath: join(home, "link.sock"),
    identity: { ...identity, mqttUrl: `mqtt://127.0.0.1:${cable.port}` },
    clock,
    log: pino({ level: "silent" }),
    probes: {
      ...machine.probes,
      cadences: eachLook(machine.probes.cadences),
      health: { ...machine.probes.health, temperatureC: async () => faults.temperatureC },
      disks: async () => [
        {
          ...disk,
          smart: { ...smart, verdict: faults.diskFails ? ("failing" as const) : ("passed" as const) },
        },
      ],
      peripherals: async () => ({
        plugged: Array.from({ length: faults.mice }, () => ({
          kind: "mouse" as const,
          name: "Optical Mouse",
        })),
        usb: [],
      }),
    },
    uplink: { holdHealthMs: () => 0 },
  });
  return {
    number,
    name,
    deviceId: identity.deviceId,
    faults,
    cable,
    async stop() {
      await agent.stop();
      await cable.close();
    },
  };
}

function eachLook(cadences: Cadences): Cadences {
  const names = Object.keys(cadences) as SourceName[];
  const looked = names.map((name) => [
    name,
    { firstAfterMs: lookEveryMs, everyMs: lookEveryMs, withinMs: 10_000 },
  ]);
  // Made from the same names.
  return Object.fromEntries(looked) as Cadences;
}
