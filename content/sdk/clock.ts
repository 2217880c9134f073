// Owns what the SDK knows about time: a clock and timers that tests can replace.

/** Milliseconds that only grow (`performance.now()` in a page). */
export type Clock = { now(): number };

export type Timers = {
  set(run: () => void, delayMs: number): unknown;
  clear(handle: unknown): void;
};
