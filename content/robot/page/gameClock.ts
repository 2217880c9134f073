// Owns the game's own time under the robot: it can run many times as fast, in the same order.

export type GameClock = {
  /** Game milliseconds per real millisecond, from now on. What is already waited for keeps its real length. */
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
  const setRepeating = window.setInterval.bind(window);
  const askFrame = window.requestAnimationFrame.bind(window);
  const realNow = performance.now.bind(performance);
  const animate = Element.prototype.animate;
  const wallAtStart = Date.now() - realNow();
  let rate = 1;
  let changedAt = 0;
  let gameAtChange = 0;
  const gameTime = (real: number) => gameAtChange + (real - changedAt) * rate;

  performance.now = () => gameTime(realNow());
  Date.now = () => Math.round(wallAtStart + gameTime(realNow()));
  window.setTimeout = ((run: () => void, delayMs = 0, ...rest: []) =>
    setTimer(run, delayMs / rate, ...rest)) as typeof window.setTimeout;
  window.setInterval = ((run: () => void, delayMs = 0, ...rest: []) =>
    setRepeating(run, delayMs / rate, ...rest)) as typeof window.setInterval;
  window.requestAnimationFrame = (run) => askFrame((at) => run(gameTime(at)));
  Element.prototype.animate = function (keyframes, options) {
    return animate.call(this, keyframes, hastened(options, rate));
  };
  return {
    setRate(next) {
      const now = realNow();
      gameAtChange = gameTime(now);
      changedAt = now;
      rate = next;
    },
    wait: (gameMs) => new Promise((resolve) => setTimer(resolve, gameMs / rate)),
  };
}

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
