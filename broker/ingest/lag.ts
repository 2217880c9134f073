// Owns the ingest lag figure: how long batches waited from the socket to the disk, over the last minute.

const windowMs = 60_000;
/** Upper bounds of the buckets grow by a quarter: the figure is right within 25 % at the cost of a few counters. */
const growth = 1.25;
const slices = 6;

type Slice = { startedAt: number; counts: Map<number, number>; total: number };

export type Lag = {
  add(lagMs: number, now: number): void;
  /** ms below which 99 % of the batches stayed; 0 when there were none. */
  percentile99(now: number): number;
};

export function makeLag(): Lag {
  let kept: Slice[] = [];
  const width = windowMs / slices;
  const fresh = (now: number) => {
    kept = kept.filter((slice) => now - slice.startedAt < windowMs);
    return kept;
  };
  return {
    add(lagMs, now) {
      let slice = kept.at(-1);
      if (slice === undefined || now - slice.startedAt >= width) {
        slice = { startedAt: now, counts: new Map(), total: 0 };
        fresh(now).push(slice);
      }
      const bucket = lagMs <= 1 ? 0 : Math.ceil(Math.log(lagMs) / Math.log(growth));
      slice.counts.set(bucket, (slice.counts.get(bucket) ?? 0) + 1);
      slice.total++;
    },
    percentile99(now) {
      const counts = new Map<number, number>();
      let total = 0;
      for (const slice of fresh(now)) {
        total += slice.total;
        for (const [bucket, count] of slice.counts) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
      }
      let seen = 0;
      for (const [bucket, count] of [...counts].sort(([a], [b]) => a - b)) {
        seen += count;
        if (seen >= total * 0.99) return Math.round(growth ** bucket);
      }
      return 0;
    },
  };
}
