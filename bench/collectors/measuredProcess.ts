// Owns a program that a benchmark watches from outside: its processor time by the scheduler's own count, its memory, its end.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

export type MeasuredProcess = {
  /** Of all its living threads since they began, ms. Linux counts it in nanoseconds. */
  readonly cpuMs: () => number;
  readonly rssMiB: () => number;
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

export function startMeasured(file: string, args: readonly string[]): MeasuredProcess {
  const child: ChildProcess = spawn(file, [...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(-2000);
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  child.on("error", (error) => {
    said += error.message;
  });
  const pid = child.pid ?? 0;
  const mustRun = () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${file} ended: ${said}`);
  };
  return {
    cpuMs() {
      mustRun();
      const tasks = `/proc/${pid}/task`;
      return readdirSync(tasks).reduce(
        (sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6,
        0,
      );
    },
    rssMiB() {
      const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      return Number(kib ?? Number.NaN) / 1024;
    },
    said: () => said,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
