// Owns the bound on live streams: one sign-in, with however many windows, holds at most ten.

/** More windows than anybody looks at. */
export const mostStreams = 10;

export type OpenStreams = {
  /** Opens one for this sign-in; the oldest is ended when they become too many. Returns the way to close it. */
  open(signIn: string, end: () => void): () => void;
};

export function makeOpenStreams(): OpenStreams {
  const streams = new Map<string, Set<() => void>>();
  return {
    open(signIn, end) {
      const mine = streams.get(signIn) ?? new Set();
      streams.set(signIn, mine);
      // A set keeps the order of opening; each stream brings a function of its own.
      mine.add(end);
      const [oldest] = mine;
      if (mine.size > mostStreams && oldest !== undefined) {
        mine.delete(oldest);
        oldest();
      }
      return () => {
        mine.delete(end);
        if (mine.size === 0 && streams.get(signIn) === mine) streams.delete(signIn);
      };
    },
  };
}
