// Owns what a probe is: one question to the machine that may fail or hang without stopping the others.
import type { Clock } from "../time/clock.ts";

/** Null: this machine does not tell. */
export type Probe<Value> = () => Promise<Value | null>;

/** Asks with a time limit. A failure or a delay gives null and is told to `failed`. */
export function ask<Value>(
  clock: Clock,
  probe: Probe<Value>,
  withinMs: number,
  failed: (reason: string) => void,
): Promise<Value | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(withinMs, () => {
      failed(`no answer within ${withinMs} ms`);
      resolve(null);
    });
    probe().then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        failed(String(error));
        resolve(null);
      },
    );
  });
}
