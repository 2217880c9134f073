// Owns a simulated machine: all that an agent asks of the computer beneath it, answered without one.
import type { AgentDeps } from "../agent.ts";
import { systemRandom } from "../time/random.ts";
import { simulatedProbes } from "./simulatedProbes.ts";

export type Machine = Omit<AgentDeps, "folder" | "linkPath" | "identity" | "clock" | "log">;

export function simulatedMachine(number: number): Machine {
  return {
    random: systemRandom,
    version: "0.0.0-simulated",
    builtAt: 0,
    kernelBootId: null,
    probes: simulatedProbes(number),
    reboot: async () => undefined,
    restartSupervisedKiosk: null,
  };
}
