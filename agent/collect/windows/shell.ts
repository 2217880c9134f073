// Owns the one PowerShell of the agent's life: questions in turn, each with a time limit, and a new shell when one dies or hangs.
// Only numbers and names from a fixed list ever go in; what the shell runs is a constant (windows/program.ts).
import type { ChildProcess } from "node:child_process";
import type { Cancel, Clock } from "../../time/clock.ts";
import { UnreadableAnswer } from "../probe.ts";

export type Shell = {
  /**
   * The parsed JSON that the named question gives. Rejects when the shell cannot be started, dies, or says that the
   * question failed; with UnreadableAnswer when it prints something else; as soon as `signal` is aborted in any case.
   */
  readonly ask: (question: string, signal: AbortSignal) => Promise<unknown>;
  readonly stop: () => void;
};

export type ShellDeps = {
  readonly clock: Clock;
  /** Starts the shell with pipes for standard input and output. */
  readonly spawn: () => ChildProcess;
  /** Longest time one question may keep the others waiting, ms. */
  readonly withinMs?: number;
};

type Question = {
  readonly name: string;
  readonly settle: (answer: { value: unknown } | { error: Error }) => void;
  settled: boolean;
};

const usualWithinMs = 60_000;
/** Far above any answer; a shell that prints more talks rubbish. Characters */
const maxAnswerLength = 4 * 1024 * 1024;
const firstPauseMs = 5000;
const longestPauseMs = 10 * 60_000;

export function makeShell({ clock, spawn, withinMs = usualWithinMs }: ShellDeps): Shell {
  let child: ChildProcess | undefined;
  let asked: { readonly id: number; readonly question: Question } | undefined;
  let waiting: Question[] = [];
  let lastId = 0;
  let text = "";
  let failures = 0;
  /** Uptime before which no new shell is started, ms. */
  let notBefore = Number.NEGATIVE_INFINITY;
  let cancelLimit: Cancel | undefined;
  let stopped = false;

  function next(): void {
    if (asked !== undefined) return;
    const question = waiting.shift();
    if (question === undefined) return;
    if (question.settled) {
      next();
      return;
    }
    if (child === undefined) {
      if (clock.mono() < notBefore) {
        question.settle({ error: new Error("PowerShell failed a moment ago and rests") });
        next();
        return;
      }
      start();
    }
    lastId += 1;
    asked = { id: lastId, question };
    cancelLimit = clock.after(withinMs, () => discard(`no answer to ${question.name} within ${withinMs} ms`));
    child?.stdin?.write(`${lastId} ${question.name}\n`);
  }

  function start(): void {
    const own = spawn();
    child = own;
    text = "";
    const gone = (reason: string) => {
      if (child === own) discard(reason);
    };
    own.stdout?.setEncoding("utf8");
    own.stdout?.on("data", (chunk: string) => {
      if (child === own) read(chunk);
    });
    own.on("error", (error) => gone(`PowerShell: ${error.message}`));
    own.on("exit", (code, signal) => gone(`PowerShell ended with ${code ?? signal}`));
    // It ended before it had read the question; `exit` tells.
    own.stdin?.on("error", () => undefined);
    // An agent that is asked to stop does not wait for its shell.
    own.unref();
  }

  function read(chunk: string): void {
    text += chunk;
    if (asked === undefined) {
      // Between two answers nothing counts: profiles and drivers greet.
      text = text.slice(-1000);
      return;
    }
    const { id, question } = asked;
    const end = new RegExp(`^end ${id} (ok|failed)\\r?$`, "m").exec(text);
    if (end === null) {
      if (text.length > maxAnswerLength) discard(`more than ${maxAnswerLength} characters`);
      return;
    }
    const begin = new RegExp(`^begin ${id}\\r?$`, "m").exec(text);
    const body = begin === null ? "" : text.slice(begin.index + begin[0].length, end.index).trim();
    text = text.slice(end.index + end[0].length);
    cancelLimit?.();
    asked = undefined;
    if (end[1] === "failed") question.settle({ error: new Error(body.slice(0, 300)) });
    else {
      const parsed = parse(body);
      // A shell that answers in words it should not know is well otherwise: it is kept.
      if (parsed !== undefined) failures = 0;
      question.settle(parsed ?? { error: new UnreadableAnswer(`${question.name}: ${body.slice(0, 100)}`) });
    }
    next();
  }

  /** This shell is done for: it is killed, its question fails, and the next one is started after a pause. */
  function discard(reason: string): void {
    const own = child;
    child = undefined;
    cancelLimit?.();
    notBefore = clock.mono() + Math.min(longestPauseMs, firstPauseMs * 2 ** failures);
    failures += 1;
    const open = asked;
    asked = undefined;
    own?.kill("SIGKILL");
    open?.question.settle({ error: new Error(reason) });
    if (!stopped) next();
  }

  return {
    ask(name, signal) {
      return new Promise((resolve, reject) => {
        const question: Question = {
          name,
          settled: false,
          settle(answer) {
            if (question.settled) return;
            question.settled = true;
            signal.removeEventListener("abort", abandon);
            if ("error" in answer) reject(answer.error);
            else resolve(answer.value);
          },
        };
        // One that is being asked is left to its own limit: killing the shell would cost all the others.
        const abandon = () => question.settle({ error: new Error("nobody waits any more") });
        if (stopped || signal.aborted) {
          question.settle({ error: new Error("the shell was stopped") });
          return;
        }
        signal.addEventListener("abort", abandon, { once: true });
        waiting.push(question);
        next();
      });
    },
    stop() {
      stopped = true;
      const rest = waiting;
      waiting = [];
      for (const { settle } of rest) settle({ error: new Error("the shell was stopped") });
      discard("the shell was stopped");
    },
  };
}

function parse(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: body === "" ? null : JSON.parse(body) };
  } catch {
    return undefined;
  }
}
