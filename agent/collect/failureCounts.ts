// Owns the sums of failures since the agent was installed: power losses, starts and crashes of the kiosk, games that fell over.
import { z } from "zod";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Condition } from "../../protocol/records/condition.ts";
import type { Power } from "../../protocol/records/power.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { Memory } from "../outbox/memory.ts";

export type Counts = Condition["counts"];

export type FailureCounts = {
  readonly powerAtStart: (records: readonly Power[]) => void;
  readonly kioskStarted: () => void;
  /** A record that a kiosk left for the first time. */
  readonly kioskLeft: (record: Pick<KioskRecord, "type" | "body">) => void;
  readonly read: () => Counts;
};

const key = "collect.counts";
const whole = z.number().int().min(0);
const counts = z.object({
  powerLosses: whole,
  kioskStarts: whole,
  kioskCrashes: whole,
  gameCrashes: whole,
});
const none: Counts = { powerLosses: 0, kioskStarts: 0, kioskCrashes: 0, gameCrashes: 0 };

export function openFailureCounts(memory: Memory): FailureCounts {
  let current: Counts = memory.recall(key, counts) ?? none;

  function add(name: keyof Counts): void {
    current = { ...current, [name]: current[name] + 1 };
    try {
      memory.remember(key, current);
    } catch (error) {
      // It still counts in memory, and the next one that counts writes both.
      if (!isDiskFull(error)) throw error;
    }
  }

  return {
    powerAtStart(records) {
      if (records.some(({ event, scope }) => event === "unexpectedStop" && scope === "machine"))
        add("powerLosses");
    },
    kioskStarted: () => add("kioskStarts"),
    kioskLeft(record) {
      if (record.type !== "fault") return;
      // The union of kiosk records ties `body` to `type`; the narrowed pick does not.
      const { kind } = record.body as Extract<KioskRecord, { type: "fault" }>["body"];
      if (kind === "kioskCrash") add("kioskCrashes");
      else if (kind === "gameCrash" || kind === "gameHang") add("gameCrashes");
    },
    read: () => current,
  };
}
