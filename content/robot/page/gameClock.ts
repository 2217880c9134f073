// Owns the game's own time under the robot: it can run many times as fast, in the same order.

export type GameClock = {
  /** Game milliseconds per real millisecond, from now on. */
  setRate(rate: number): void;
  /** Resolves when so much of the game's time has passed. */
  wait(gameMs: number): Promise<void>;
};

/**
 * Takes the window's clocks and timers over. The rules of a game wait for small children; a robot need not, and what
 * it tests is the same: every wait, prompt and hint still comes.
 */
export function takeOverClock(): GameClock {
  const setTimer = window.setTimeout.bind(window);
  const clearTimer = window.clearTimeout.bind(window);
  const askFrame = window.requestAnimationFrame.bind(window);
  const realNow = performance.now.bind(performance);
  const animate = Element.prototype.animate;
  const wallAtStart = Date.now() - realNow();
  let rate = 1;
  let changedAt = 0;
  let gameAtChange = 0;
  const gameTime = (real: number) => gameAtChange + (real - changedAt) * rate;
  const now = () => gameTime(realNow());

  // The browser knows whole milliseconds only: what is due in them must still come in the order of the game's time.
  const tasks = new Map<number, Task>();
  let lastId = 0;
  let armed: { dueAt: number; timer: number } | undefined;
  const soonest = () => {
    let first: Task | undefined;
    for (const task of tasks.values()) if (!first || task.dueAt < first.dueAt) first = task;
    return first;
  };
  const arm = () => {
    const next = soonest();
    if (armed && next && armed.dueAt === next.dueAt) return;
    if (armed) clearTimer(armed.timer);
    armed = next && {
      dueAt: next.dueAt,
      timer: setTimer(fire, Math.max(0, (next.dueAt - now()) / rate)),
    };
  };
  const fire = () => {
    armed = undefined;
    const task = soonest();
    // One at a time: what it promises comes before the next, as with timers of the browser.
    if (task && task.dueAt <= now() + 0.001) {
      if (task.everyMs === undefined) tasks.delete(task.id);
      else task.dueAt += task.everyMs;
      try {
        task.run();
      } finally {
        arm();
      }
    } else arm();
  };
  const plan = (run: () => void, delayMs: number, everyMs?: number) => {
    lastId += 1;
    tasks.set(lastId, { id: lastId, dueAt: now() + Math.max(0, delayMs), run, everyMs });
    arm();
    return lastId;
  };
  const cancel = (id?: number) => {
    if (id !== undefined && tasks.delete(id)) arm();
  };

  performance.now = now;
  Date.now = () => Math.round(wallAtStart + now());
  window.setTimeout = ((run: () => void, delayMs = 0) => plan(run, delayMs)) as typeof window.setTimeout;
  window.setInterval = ((run: () => void, everyMs = 0) =>
    plan(run, everyMs, Math.max(1, everyMs))) as typeof window.setInterval;
  window.clearTimeout = cancel as typeof window.clearTimeout;
  window.clearInterval = cancel as typeof window.clearInterval;
  window.requestAnimationFrame = (run) => askFrame((at) => run(gameTime(at)));
  Element.prototype.animate = function (keyframes, options) {
    return animate.call(this, keyframes, hastened(options, rate));
  };
  return {
    setRate(next) {
      const real = realNow();
      gameAtChange = gameTime(real);
      changedAt = real;
      rate = next;
      if (armed) clearTimer(armed.timer);
      armed = undefined;
      arm();
    },
    wait: (gameMs) => new Promise((resolve) => setTimer(resolve, gameMs / rate)),
  };
}

/** What waits for its time, in milliseconds of the game; `everyMs` for what comes again and again. */
type Task = { id: number; dueAt: number; run: () => void; everyMs: number | undefined };

type Timing = Parameters<Element["animate"]>[1];

function hastened(timing: Timing, rate: number): Timing {
  if (timing === undefined) return timing;
  if (typeof timing === "number") return timing / rate;
  const { duration, delay, endDelay } = timing;
  return {
    ...timing,
    ...(typeof duration === "number" ? { duration: duration / rate } : {}),
    ...(delay === undefined ? {} : { delay: delay / rate }),
    ...(endDelay === undefined ? {} : { endDelay: endDelay / rate }),
  };
}
