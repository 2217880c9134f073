// Owns Ctrl-C from a program: the interrupt goes to the command's whole process group, as a terminal sends it.
import type { ChildProcess } from "node:child_process";

/** Spawn options that give a command a process group of its own. */
export const ownGroup = { detached: process.platform !== "win32", shell: process.platform === "win32" };

export function interrupt(command: ChildProcess): void {
  if (command.pid === undefined) return;
  // Windows has no groups to signal; the command alone is ended.
  if (process.platform === "win32") command.kill("SIGINT");
  else process.kill(-command.pid, "SIGINT");
}
