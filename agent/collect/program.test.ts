import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/fixtures.ts";
import { systemClock } from "../time/clock.ts";
import { makeAsker, type Probe } from "./probe.ts";
import { runProgram } from "./program.ts";

const never = new AbortController().signal;
const node = (script: string, signal = never) => runProgram(process.execPath, ["-e", script], signal);
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("a program's words and its exit code are the answer; one that is not installed is none", async () => {
  expect(await node("console.log('12 %'); process.exitCode = 4")).toEqual({ stdout: "12 %\n", exitCode: 4 });
  expect(await runProgram("kidsmart-no-such-program", [], never)).toBeNull();
});

test("a program that floods its output is ended", async () => {
  await expect(node("setInterval(() => process.stdout.write('x'.repeat(1e6)), 1)")).rejects.toThrow();
});

test("a program that hangs is killed when its time is over, and is not started a second time meanwhile", async () => {
  const note = join(temporaryFolder(), "pid");
  writeFileSync(note, "");
  let started = 0;
  let pid = 0;
  const clock = {
    ...systemClock,
    // The limit runs out as soon as the program has said who it is.
    after(_delayMs: number, task: () => void) {
      const look = setInterval(() => {
        if (pid === 0) return;
        clearInterval(look);
        task();
      }, 5);
      return () => clearInterval(look);
    },
  };
  const asker = makeAsker(clock);
  const probe: Probe<string> = async (signal) => {
    started += 1;
    const { spawnOf } = await hangingProgram(signal);
    pid = spawnOf;
    return new Promise((_resolve, reject) =>
      signal.addEventListener("abort", () => reject(new Error("killed"))),
    );
  };
  expect(await asker.ask("smart", probe, 1)).toMatchObject({ outcome: "unanswered", reason: "timedOut" });
  expect(started).toBe(1);
  await expect.poll(() => isAlive(pid)).toBe(false);

  /** Starts one that prints its own id into a file and then does nothing for ever. */
  async function hangingProgram(signal: AbortSignal): Promise<{ spawnOf: number }> {
    const run = node(
      `require('fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1e6)`,
      signal,
    );
    run.catch(() => undefined);
    const { readFileSync } = await import("node:fs");
    await expect.poll(() => Number(readFileSync(note, "utf8"))).toBeGreaterThan(0);
    return { spawnOf: Number(readFileSync(note, "utf8")) };
  }
});
