// Owns the time rule (ADR 0006): what the hub believes the hour was, whatever the device's clock said. Pure.
import type { BootId } from "../../protocol/ids.ts";
import type { Stamp } from "../../protocol/records/records.ts";

/** What the hub knows of a device's clock. All instants are UTC ms by the hub's clock. */
export type ClockKnowledge = {
  /** Instant of uptime zero, for boots in which the device announced itself. */
  readonly bootStarts: ReadonlyMap<BootId, number>;
  /** The boot in which the error below was measured. */
  readonly boot: BootId | null;
  /** Device minus hub, ms. */
  readonly clockErrorMs: number | null;
};

export const knowsNothing: ClockKnowledge = { bootStarts: new Map(), boot: null, clockErrorMs: null };

/** No Kidsmart device existed before this day, so an earlier wall time is a dead battery. */
export const earliestPlausibleAt = Date.UTC(2026, 0, 1);

/**
 * Corrected instants of a batch's records (in stream order), UTC ms. In this order of trust:
 * the boot's known start plus uptime; the wall clock less its known error, when that is plausible;
 * otherwise uptime counted back from the latest instant the record can have been made.
 * Never later than `receivedAt`.
 */
export function correctTimes(
  records: readonly Stamp[],
  knowledge: ClockKnowledge,
  receivedAt: number,
): number[] {
  const corrected = new Array<number>(records.length);
  // A later boot began after every record of an earlier one: walking back, that is the bound of what is unknown.
  let latest = receivedAt;
  let walkedBoot: BootId | undefined;
  let start: number | undefined;
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index] as Stamp;
    if (record.boot !== walkedBoot) {
      if (start !== undefined) latest = Math.min(latest, start);
      walkedBoot = record.boot;
      start = knowledge.bootStarts.get(record.boot);
    }
    corrected[index] = Math.round(Math.min(latest, instantOf(record)));
  }
  return corrected;

  function instantOf(record: Stamp): number {
    if (start !== undefined) return start + record.mono;
    const error = record.boot === knowledge.boot ? (knowledge.clockErrorMs ?? 0) : 0;
    const wall = record.at - error;
    if (wall >= earliestPlausibleAt && wall <= latest) return wall;
    start = latest - record.mono;
    return latest;
  }
}

/** Births of one boot this close to each other differ by network delay only; further apart, the machine slept. */
const sameStartMs = 10_000;

/** Uptime zero after one more sign of life: delay only ever adds, so the smallest of close ones is the truest. */
export function bootStart(known: number | undefined, receivedAt: number, mono: number): number {
  const found = receivedAt - mono;
  if (known === undefined || Math.abs(known - found) > sameStartMs) return found;
  return Math.min(known, found);
}
