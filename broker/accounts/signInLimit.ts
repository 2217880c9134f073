// Owns the limit on wrong sign-ins: a growing wait per key, in bounded memory. Pure but for its own counters; time is passed in.

export type LimitRule = {
  /** Wrong tries in a row before any wait. */
  readonly freeTries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
};

/** One person mistyping on one computer. */
export const personRule: LimitRule = { freeTries: 5, firstWaitMs: 15_000, longestWaitMs: 15 * 60_000 };
/** One computer trying many names. */
export const addressRule: LimitRule = { freeTries: 30, firstWaitMs: 15_000, longestWaitMs: 15 * 60_000 };
/** One name tried from many computers: slow for whoever guesses, never long for the owner. */
export const nameRule: LimitRule = { freeTries: 30, firstWaitMs: 15_000, longestWaitMs: 60_000 };

const forgetAfterMs = 60 * 60_000;
/** About 1 MB; the key that was quiet longest goes first. */
const maxKeys = 5_000;

type Tries = { wrong: number; lastAt: number; blockedUntil: number; announced: boolean };

export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly waitMs: number; readonly firstRefusal: boolean };

export type SignInLimit = {
  /** `now`: ms of a clock that nobody sets. Counts a try as wrong before it is checked, so that a thousand tries at once are no way round the limit. */
  admit(username: string, address: string, now: number): Admission;
  /** The admitted try was right: the person starts afresh, and neither the address nor the name is charged for it. */
  succeeded(username: string, address: string): void;
  /** Keys in memory. */
  readonly size: number;
};

export function waitAfter(wrong: number, rule: LimitRule): number {
  const beyond = wrong - rule.freeTries;
  if (beyond < 0) return 0;
  return Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(beyond, 20));
}

export function makeSignInLimit(): SignInLimit {
  const tries = new Map<string, Tries>();
  const keysOf = (username: string, address: string): [string, LimitRule][] => [
    [`person ${address} ${username}`, personRule],
    [`address ${address}`, addressRule],
    [`name ${username}`, nameRule],
  ];

  function current(key: string, now: number): Tries {
    const found = tries.get(key);
    if (found !== undefined && now - found.lastAt < forgetAfterMs) return found;
    return { wrong: 0, lastAt: now, blockedUntil: 0, announced: false };
  }

  function keep(key: string, value: Tries): void {
    // Deleting first moves the key to the end: the map's order is then the order of last use.
    tries.delete(key);
    tries.set(key, value);
    if (tries.size <= maxKeys) return;
    const oldest = tries.keys().next().value;
    if (oldest !== undefined) tries.delete(oldest);
  }

  return {
    get size() {
      return tries.size;
    },
    admit(username, address, now) {
      const keys = keysOf(username, address).map(([key, rule]) => ({ key, rule, state: current(key, now) }));
      const blocked = keys.filter(({ state }) => state.blockedUntil > now);
      if (blocked.length > 0) {
        const waitMs = Math.max(...blocked.map(({ state }) => state.blockedUntil - now));
        const firstRefusal = blocked.some(({ state }) => !state.announced);
        for (const { state } of blocked) state.announced = true;
        return { admitted: false, waitMs, firstRefusal };
      }
      for (const { key, rule, state } of keys) {
        const wrong = state.wrong + 1;
        keep(key, { wrong, lastAt: now, blockedUntil: now + waitAfter(wrong, rule), announced: false });
      }
      return { admitted: true };
    },
    succeeded(username, address) {
      for (const [key, rule] of keysOf(username, address)) {
        const state = tries.get(key);
        if (state === undefined) continue;
        if (rule === personRule) tries.delete(key);
        else {
          state.wrong = Math.max(0, state.wrong - 1);
          if (waitAfter(state.wrong, rule) === 0) state.blockedUntil = 0;
        }
      }
    },
  };
}
