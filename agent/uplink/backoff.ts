// Owns how long to wait before the next try: growing, and jittered so that a whole school does not call at once.
import type { Random } from "../time/random.ts";

const firstMs = 1000;
const longestMs = 60_000;

/** `failures` counts from 0. Between half and the whole of 1 s, 2 s, 4 s … 60 s. */
export function backoffMs(failures: number, random: Random): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 16));
  return Math.round(whole / 2 + (whole / 2) * random.fraction());
}
