// Owns a display for windows: the machine's own, or an Xvfb started for tests and benchmarks.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

export function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform === "win32" || process.platform === "darwin") return true;
  return Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
}

export type Display = {
  /** Value for DISPLAY. */
  readonly name: string;
  stop(): Promise<void>;
};

/** A virtual screen of its own number. Undefined where Xvfb is not installed. */
export async function startVirtualDisplay(widthPx = 1366, heightPx = 768): Promise<Display | undefined> {
  const program = "/usr/bin/Xvfb";
  if (!existsSync(program)) return undefined;
  // -displayfd makes Xvfb choose a free number and write it when it is ready.
  const server = spawn(
    program,
    ["-displayfd", "3", "-screen", "0", `${widthPx}x${heightPx}x24`, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error("no pipe to Xvfb");
  const [number] = (await once(pipe, "data")) as [Buffer];
  return {
    name: `:${number.toString().trim()}`,
    async stop() {
      server.kill("SIGTERM");
      await once(server, "exit");
    },
  };
}
