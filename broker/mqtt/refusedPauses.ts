// Owns how long one who is refused waits for the answer: growing with each try, so that a loop costs it time and the hub nothing.

export type RefusedPauses = {
  /** Somebody was refused: ms until it should hear so. The first time at once. */
  pauseMs(key: string, now: number): number;
  /** It was let in. */
  forget(key: string): void;
};

const firstPauseMs = 500;
/** Below the time after which clients give up waiting: then they would come back sooner. */
const longestPauseMs = 8000;
const forgottenAfterMs = 15 * 60_000;
const keysKept = 10_000;

export function makeRefusedPauses(): RefusedPauses {
  const tries = new Map<string, { count: number; at: number }>();
  return {
    pauseMs(key, now) {
      const found = tries.get(key);
      const count = found !== undefined && now - found.at < forgottenAfterMs ? found.count + 1 : 0;
      tries.delete(key);
      tries.set(key, { count, at: now });
      for (const oldest of tries.keys()) {
        if (tries.size <= keysKept) break;
        tries.delete(oldest);
      }
      return count === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(count - 1, 10));
    },
    forget: (key) => void tries.delete(key),
  };
}
