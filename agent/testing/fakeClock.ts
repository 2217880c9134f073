// Owns the clock of tests: time stands still until a test moves it.
import type { Clock } from "../time/clock.ts";

export type FakeClock = Clock & {
  /** Moves wall clock and uptime on, running what falls due in between, in order. */
  readonly advance: (ms: number) => void;
  /** Sets the wall clock alone, as a person or a dead battery does. UTC ms. */
  readonly setWall: (at: number) => void;
  readonly waiting: () => number;
};

type Task = { readonly due: number; readonly run: () => void };

/** `startedAt`: wall time, UTC ms. Uptime starts at 1 s. */
export function makeFakeClock(startedAt = Date.UTC(2026, 10, 23, 1)): FakeClock {
  let mono = 1000;
  let wallAhead = startedAt - mono;
  const tasks = new Set<Task>();
  const next = (until: number) =>
    [...tasks].filter(({ due }) => due <= until).sort((one, other) => one.due - other.due)[0];
  return {
    now: () => mono + wallAhead,
    mono: () => mono,
    after(delayMs, run) {
      const task = { due: mono + delayMs, run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    advance(ms) {
      const until = mono + ms;
      for (let task = next(until); task !== undefined; task = next(until)) {
        tasks.delete(task);
        mono = Math.max(mono, task.due);
        task.run();
      }
      mono = until;
    },
    setWall(at) {
      wallAhead = at - mono;
    },
    waiting: () => tasks.size,
  };
}
