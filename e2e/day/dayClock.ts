// Owns the school day's time: one instant that only the test moves, for the hub, every agent and every kiosk.
import type { Clock } from "../../agent/time/clock.ts";

export type DayClock = {
  readonly now: () => number;
  /** Moves on; what follows the clock is told afterwards, in order. */
  readonly advance: (ms: number) => void;
  /** Of a device whose own clock is wrong by `errorMs`. Its timers run in real time: what they wait for is the network. */
  readonly device: (errorMs: number) => Clock;
};

export function makeDayClock(beginAt: number): DayClock {
  let now = beginAt;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    device: (errorMs) => ({
      now: () => now + errorMs,
      // An hour since power-on: no boot of this day is new.
      mono: () => now - beginAt + 3_600_000,
      after(delayMs, task) {
        const timer = setTimeout(task, delayMs);
        return () => clearTimeout(timer);
      },
    }),
  };
}
