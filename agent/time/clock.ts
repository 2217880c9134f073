// Owns how the agent meets time: wall clock, uptime and timers, as one dependency that tests replace.
import { uptime } from "node:os";

export type Cancel = () => void;

export type Clock = {
  /** The device's wall clock, UTC ms. It may be wrong (ADR 0006). */
  readonly now: () => number;
  /** Time since the operating system started, ms; sleep included, never set by anybody. */
  readonly mono: () => number;
  /** Runs `task` once after `delayMs`. */
  readonly after: (delayMs: number, task: () => void) => Cancel;
};

export const systemClock: Clock = {
  now: Date.now,
  mono: () => Math.round(uptime() * 1000),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Runs `task` every `everyMs()` until cancelled; the pause is asked anew each time, since the config may change it. */
export function repeat(clock: Clock, everyMs: () => number, task: () => void): Cancel {
  let cancel: Cancel = clock.after(everyMs(), run);
  function run() {
    cancel = clock.after(everyMs(), run);
    task();
  }
  return () => cancel();
}
