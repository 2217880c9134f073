// Owns one part of a room (hub, agent, kiosk) as a child process: started, waited for, stopped cleanly.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../root.ts";

export type Part = {
  readonly name: string;
  readonly process: ChildProcess;
  /** Settles once: with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Asks the part to stop; ends it after `graceMs` when it does not. */
  stop(graceMs?: number): Promise<void>;
};

export type PartOptions = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Gets each line of the part's log (standard error) and output. */
  readonly onLine?: (line: string) => void;
};

export function startPart({ name, command, args, environment, onLine }: PartOptions): Part {
  const child = spawn(command, [...args], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own process group: Ctrl-C reaches only `npm start`, which then stops the parts in order.
    detached: process.platform !== "win32",
  });
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) readLines(stream, (line) => onLine?.(line));
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 0));
    child.once("error", (error) => resolve(error.message));
  });
  return {
    name,
    process: child,
    ended,
    async stop(graceMs = 5000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** The part's own word that it is up. Fails when it ends first, with the last lines it said. */
export async function readyMessage(part: Part): Promise<Record<string, unknown>> {
  const stopped = new AbortController();
  const ended = part.ended.then((how) => {
    throw new PartEnded(part.name, how);
  });
  try {
    for (;;) {
      const [message] = (await Promise.race([
        once(part.process, "message", { signal: stopped.signal }),
        ended,
      ])) as unknown[];
      if (isReady(message)) return message;
    }
  } finally {
    stopped.abort();
    ended.catch(() => undefined);
  }
}

export class PartEnded extends Error {
  readonly part: string;
  readonly how: number | string;
  constructor(part: string, how: number | string) {
    super(`${part} ended (${how}) before it was ready`);
    this.part = part;
    this.how = how;
  }
}

const isReady = (message: unknown): message is Record<string, unknown> =>
  typeof message === "object" && message !== null && "type" in message && message.type === "ready";

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") onLine(line);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}
