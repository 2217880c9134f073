// Owns how this operating system is told to start again or to switch off. No argument ever comes from outside.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Rejects with the system's own words, for example when the agent's user may not do it. */
export async function rebootMachine(): Promise<void> {
  if (process.platform === "win32") await run("shutdown", ["/r", "/t", "5", "/d", "p:4:1"]);
  else if (process.platform === "darwin") await run("shutdown", ["-r", "now"]);
  else await run("systemctl", ["reboot"]);
}

/** As `rebootMachine`. On Windows without fast startup's half sleep: a machine that is off wakes by the network. */
export async function shutDownMachine(): Promise<void> {
  if (process.platform === "win32") await run("shutdown", ["/s", "/t", "5", "/d", "p:4:1"]);
  else if (process.platform === "darwin") await run("shutdown", ["-h", "now"]);
  else await run("systemctl", ["poweroff"]);
}
