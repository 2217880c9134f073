// Owns the running of other programs: bounded in time and output, killed when nobody waits any more, last in the processor's queue.
import { execFile } from "node:child_process";
import { constants, setPriority } from "node:os";

export type ProgramAnswer = {
  readonly stdout: string;
  /** Many programs say with it what they found, not that they failed. */
  readonly exitCode: number;
};

/** What a program prints beyond this is no answer. Bytes */
const maxOutputBytes = 4 * 1024 * 1024;

/** Null: there is no such program here. Rejects when it was killed, could not be started, or printed far too much. */
export function runProgram(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramAnswer | null> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      [...args],
      {
        signal,
        killSignal: "SIGKILL",
        maxBuffer: maxOutputBytes,
        windowsHide: true,
        // Answers are read by a program, whatever language the computer speaks.
        env: { ...process.env, LC_ALL: "C", ...environment },
      },
      (error, stdout) => {
        if (error === null) resolve({ stdout, exitCode: 0 });
        else if (error.code === "ENOENT") resolve(null);
        // A number: it ended by itself. A text or nothing: killed, or not started.
        else if (typeof error.code === "number") resolve({ stdout, exitCode: error.code });
        else reject(new Error(`${file}: ${error.message}`));
      },
    );
    child.stdin?.end();
    if (child.pid !== undefined) yieldToLesson(child.pid);
  });
}

/** Children play on this computer: whatever measures it comes last. */
function yieldToLesson(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch (error) {
    // It may have ended already.
    if ((error as NodeJS.ErrnoException).code !== "ERR_SYSTEM_ERROR") throw error;
  }
}
