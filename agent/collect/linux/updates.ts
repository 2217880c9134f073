// Owns the pending updates of Debian and its relatives, asked by a simulation that changes nothing.
import { access, stat } from "node:fs/promises";
import type { Condition } from "../../../protocol/records/condition.ts";
import { readText } from "../files.ts";
import { type Probe, UnreadableAnswer } from "../probe.ts";
import { type ProgramAnswer, runProgram } from "../program.ts";

export type Updates = Pick<NonNullable<Condition["updates"]>, "pending" | "security">;

/** Without a lock: an update that runs meanwhile is not disturbed. */
const simulate = (signal: AbortSignal) =>
  runProgram("apt-get", ["-s", "-q", "-o", "Debug::NoLocking=1", "dist-upgrade"], signal);

/** What the simulation reads: while none of them changed, its answer is the same, and it takes seconds to give. */
const sources = [
  "/var/lib/apt/lists",
  "/var/lib/dpkg/status",
  "/etc/apt/sources.list",
  "/etc/apt/sources.list.d",
];

/** By the lists of packages that the machine fetched last: fetching them is its own affair. */
export function linuxUpdates(
  askApt: (signal: AbortSignal) => Promise<ProgramAnswer | null> = simulate,
  files: readonly string[] = sources,
): Probe<Updates> {
  let known: { readonly changes: string; readonly updates: Updates } | undefined;
  return async (signal) => {
    const changes = (await Promise.all(files.map(changedAt))).join(" ");
    if (known?.changes === changes) return known.updates;
    const answer = await askApt(signal);
    if (answer === null) return null;
    if (answer.exitCode !== 0) throw new Error(`apt-get ended with ${answer.exitCode}`);
    known = { changes, updates: parseSimulation(answer.stdout) };
    return known.updates;
  };
}

async function changedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
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
