// Owns the power records: what the last run left behind tells whether it was stopped, killed, or lost its power. Pure.
import { z } from "zod";
import { type BootId, bootId } from "../../protocol/ids.ts";
import type { Power } from "../../protocol/records/power.ts";

/** Written at the start, every half minute, and at a clean stop. */
export const aliveNote = z.object({
  boot: bootId,
  run: z.number().int().min(1),
  /** Wall time, UTC ms. */
  at: z.number().int(),
  stopped: z.boolean(),
});
export type AliveNote = z.infer<typeof aliveNote>;

/** How often the note is written, ms: the error of `lastAliveAt`. */
export const aliveEveryMs = 30_000;

/** The records of this start, in order. */
export function powerAtStart(before: AliveNote | undefined, boot: BootId): Power[] {
  const scope = before?.boot === boot ? "agent" : "machine";
  const start: Power = { event: "start", scope, lastAliveAt: null };
  if (before === undefined || before.stopped) return [start];
  return [{ event: "unexpectedStop", scope, lastAliveAt: before.at }, start];
}

export const powerAtStop: Power = { event: "stop", scope: "agent", lastAliveAt: null };
