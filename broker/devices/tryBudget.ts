// Owns the budget of wrong tries per address: guessing a code must stay hopeless, a typing mistake must not hurt. Pure but for its memory.

const triesPerWindow = 10;
const windowMs = 10 * 60_000;
/** Addresses remembered; one who owns more addresses than this still meets the codes' own 40 bits. */
const addressesKept = 10_000;

export type TryBudget = {
  /** `now`: ms of a clock that nobody sets, else a wait could outlive it. */
  spent(address: string, now: number): boolean;
  wrong(address: string, now: number): void;
};

export function makeTryBudget(): TryBudget {
  const tries = new Map<string, { since: number; count: number }>();
  return {
    spent(address, now) {
      const found = tries.get(address);
      return found !== undefined && now - found.since < windowMs && found.count >= triesPerWindow;
    },
    wrong(address, now) {
      const found = tries.get(address);
      const current = found !== undefined && now - found.since < windowMs ? found : { since: now, count: 0 };
      current.count++;
      tries.delete(address);
      tries.set(address, current);
      for (const oldest of tries.keys()) {
        if (tries.size <= addressesKept) break;
        tries.delete(oldest);
      }
    },
  };
}
