// Owns what the hub learns of one device's clock from its births (ADR 0006).
import type { BootId } from "../../protocol/ids.ts";
import { bootStart, type ClockKnowledge } from "../ingest/correctTimes.ts";

/** Boots remembered per device: records of older ones fall back to the wall clock. */
const bootsKept = 16;

export type DeviceClock = {
  readonly knowledge: ClockKnowledge;
  /** A sign of life with the device's own reading of its clocks at that moment. */
  heard(boot: BootId, at: number, mono: number, receivedAt: number): void;
  /** Uptime zero of the newest boot, UTC ms. */
  readonly startedAt: number | null;
};

export function makeDeviceClock(row: {
  readonly boot: string | null;
  readonly clockErrorMs: number | null;
  readonly bootStartedAt: number | null;
}): DeviceClock {
  const bootStarts = new Map<BootId, number>();
  const knowledge = { bootStarts, boot: row.boot as BootId | null, clockErrorMs: row.clockErrorMs };
  if (knowledge.boot !== null && row.bootStartedAt !== null)
    bootStarts.set(knowledge.boot, row.bootStartedAt);
  return {
    knowledge,
    heard(boot, at, mono, receivedAt) {
      const start = bootStart(bootStarts.get(boot), receivedAt, mono);
      bootStarts.delete(boot);
      bootStarts.set(boot, start);
      for (const oldest of bootStarts.keys()) {
        if (bootStarts.size <= bootsKept) break;
        bootStarts.delete(oldest);
      }
      knowledge.boot = boot;
      // Measured against the best estimate of the moment of sending, not of receiving.
      knowledge.clockErrorMs = Math.round(at - (start + mono));
    },
    get startedAt() {
      return knowledge.boot === null ? null : (bootStarts.get(knowledge.boot) ?? null);
    },
  };
}
