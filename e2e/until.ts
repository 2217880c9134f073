// Owns waiting for a fact in another process: asked again and again until it holds, never a fixed sleep.
import { setTimeout as wait } from "node:timers/promises";

/** The first value that is neither undefined nor false. Throws with `what` when `limitMs` has passed. */
export async function until<Value>(
  what: string,
  ask: () => Value | undefined | false | Promise<Value | undefined | false>,
  limitMs = 30_000,
): Promise<Value> {
  const deadline = Date.now() + limitMs;
  let problem: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > deadline)
      throw new Error(
        `waited ${limitMs / 1000} s in vain: ${what}${problem === undefined ? "" : ` (${String(problem)})`}`,
      );
    await wait(25);
  }
}
