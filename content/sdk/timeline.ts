// Owns the game's own time: it stands still while the game is paused, so a pause may come at any moment.
import type { Clock, Timers } from "./clock.ts";

export type Timeline = {
  /** Milliseconds played, without the pauses. */
  now(): number;
  /** Runs once after `delayMs` of play; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
  wait(delayMs: number): Promise<void>;
  /** Resolves at once while running, else at the next resume. */
  whenRunning(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Drops all that is planned; waits that were dropped never resolve. */
  clear(): void;
};

type Task = { dueAt: number; run: () => void; handle: unknown };

export function createTimeline({ clock, timers }: { clock: Clock; timers: Timers }): Timeline {
  const tasks = new Set<Task>();
  const waiting = new Set<() => void>();
  const startedAt = clock.now();
  let pausedAt: number | null = null;
  let pausedMs = 0;

  const now = () => (pausedAt ?? clock.now()) - startedAt - pausedMs;
  const arm = (task: Task) => {
    task.handle = timers.set(
      () => {
        tasks.delete(task);
        task.run();
      },
      Math.max(0, task.dueAt - now()),
    );
  };
  const after = (delayMs: number, run: () => void) => {
    const task: Task = { dueAt: now() + delayMs, run, handle: undefined };
    tasks.add(task);
    if (pausedAt === null) arm(task);
    return () => {
      if (tasks.delete(task)) timers.clear(task.handle);
    };
  };
  return {
    now,
    after,
    wait: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    whenRunning: () =>
      pausedAt === null ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve)),
    pause() {
      if (pausedAt !== null) return;
      pausedAt = clock.now();
      for (const task of tasks) timers.clear(task.handle);
    },
    resume() {
      if (pausedAt === null) return;
      pausedMs += clock.now() - pausedAt;
      pausedAt = null;
      for (const task of tasks) arm(task);
      const released = [...waiting];
      waiting.clear();
      for (const release of released) release();
    },
    clear() {
      for (const task of tasks) timers.clear(task.handle);
      tasks.clear();
      waiting.clear();
    },
  };
}
