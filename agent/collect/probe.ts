// Owns what a probe is: one question to the machine that may fail, hang or talk rubbish without stopping the others.
import type { Clock } from "../time/clock.ts";

/** Null: this machine does not tell. `signal` is aborted when nobody waits for the answer any more: whatever it started ends then. */
export type Probe<Value> = (signal: AbortSignal) => Promise<Value | null>;

/** What a probe rejects with when it was answered, but not in words it knows. */
export class UnreadableAnswer extends Error {}

export type ProbeFailure = {
  readonly reason: "failed" | "timedOut" | "unreadable";
  /** For the IT officer. */
  readonly detail: string;
};

export type Answer<Value> =
  | { readonly outcome: "answered"; readonly value: Value | null }
  | ({ readonly outcome: "unanswered" } & ProbeFailure)
  /** The question before this one has not ended yet, so this one was not asked. */
  | { readonly outcome: "stillAsking" };

export type Asker = {
  /** Asks with a time limit. `name`: one question of a name at a time. Never rejects. */
  readonly ask: <Value>(name: string, probe: Probe<Value>, withinMs: number) => Promise<Answer<Value>>;
};

const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300);

export function makeAsker(clock: Pick<Clock, "after">): Asker {
  /** A probe that hangs beyond its time limit stays in here: asked again and again, it would pile up. */
  const asking = new Set<string>();

  return {
    ask<Value>(name: string, probe: Probe<Value>, withinMs: number) {
      if (asking.has(name)) return Promise.resolve({ outcome: "stillAsking" as const });
      asking.add(name);
      const aborter = new AbortController();
      return new Promise<Answer<Value>>((resolve) => {
        const unanswered = (reason: ProbeFailure["reason"], detail: string) =>
          resolve({ outcome: "unanswered", reason, detail });
        const cancel = clock.after(withinMs, () => {
          unanswered("timedOut", `no answer within ${withinMs} ms`);
          aborter.abort();
        });
        const ended = () => {
          cancel();
          asking.delete(name);
        };
        // `async`: a probe that throws before it promises anything is one that rejects.
        (async () => probe(aborter.signal))().then(
          (value) => {
            ended();
            resolve({ outcome: "answered", value });
          },
          (error: unknown) => {
            ended();
            unanswered(error instanceof UnreadableAnswer ? "unreadable" : "failed", detailOf(error));
          },
        );
      });
    },
  };
}
