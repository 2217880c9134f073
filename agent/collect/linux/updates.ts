// Owns the pending updates of Debian and its relatives, asked by a simulation that changes nothing.
import { access } from "node:fs/promises";
import type { Condition } from "../../../protocol/records/condition.ts";
import { readText } from "../files.ts";
import { type Probe, UnreadableAnswer } from "../probe.ts";
import { type ProgramAnswer, runProgram } from "../program.ts";

export type Updates = Pick<NonNullable<Condition["updates"]>, "pending" | "security">;

/** Without a lock: an update that runs meanwhile is not disturbed. */
const simulate = (signal: AbortSignal) =>
  runProgram("apt-get", ["-s", "-q", "-o", "Debug::NoLocking=1", "dist-upgrade"], signal);

/** By the lists of packages that the machine fetched last: fetching them is its own affair. */
export function linuxUpdates(
  askApt: (signal: AbortSignal) => Promise<ProgramAnswer | null> = simulate,
): Probe<Updates> {
  return async (signal) => {
    const answer = await askApt(signal);
    if (answer === null) return null;
    if (answer.exitCode !== 0) throw new Error(`apt-get ended with ${answer.exitCode}`);
    return parseSimulation(answer.stdout);
  };
}

/** "Inst curl [7.88-10] (7.88-10+deb12u8 Debian-Security:12/stable-security [amd64])" */
export function parseSimulation(text: string): Updates {
  if (!/^\d+ upgraded, /m.test(text)) throw new UnreadableAnswer(`apt-get: ${text.slice(-200)}`);
  const installs = text.split("\n").filter((line) => line.startsWith("Inst "));
  return {
    pending: installs.length,
    security: installs.filter((line) => /[-/:]security\b/i.test(line)).length,
  };
}

/** Debian and Ubuntu leave a file while a restart is due; null on systems that never do. */
export function linuxRestartNeeded(
  file = "/run/reboot-required",
  release = "/etc/debian_version",
): Probe<boolean> {
  return async () => {
    if (await isThere(file)) return true;
    return (await readText(release)) === null ? null : false;
  };
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
