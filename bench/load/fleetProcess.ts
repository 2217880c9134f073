// Owns the simulated devices of the fleet benchmarks as a process beside the hub: started, asked, waited for.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FleetOrder, FleetQuestion, FleetState } from "./fleetDevices.ts";
import type { FleetHub } from "./fleetHub.ts";

const healWithinMs = 180_000;

export function startFleet(hub: FleetHub): ChildProcess {
  const child = fork(join(import.meta.dirname, "fleetDevices.ts"), [], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { school, devices, mqttPort } = hub;
  child.send({ port: mqttPort, school, devices } satisfies FleetOrder);
  return child;
}

export async function ask(fleet: ChildProcess, question: FleetQuestion = "state"): Promise<FleetState> {
  fleet.send(question);
  const [state] = (await once(fleet, "message")) as [FleetState];
  return state;
}

/** Resolves with how long it took until every device is known to the hub and nothing it sent waits, ms. */
export async function healed(fleet: ChildProcess, size: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { settled, acked } = await ask(fleet);
    const tookMs = performance.now() - begun;
    // A few have sent something in this very moment; that is no storm.
    if (settled === size && acked >= size - 20) return tookMs;
    if (tookMs > healWithinMs)
      throw new Error(`only ${settled} of ${size} devices came back, ${acked} acknowledged`);
    await wait(200);
  }
}
