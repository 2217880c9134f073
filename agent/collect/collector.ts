// Owns when the machine is asked what: health by the config, inventory daily, peripherals every five minutes.
import { z } from "zod";
import type { KioskState } from "../../protocol/records/health.ts";
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { Log } from "../../runtime/log.ts";
import type { Memory } from "../outbox/memory.ts";
import type { Recorder } from "../outbox/recorder.ts";
import { type Cancel, type Clock, repeat } from "../time/clock.ts";
import { type HealthProbes, takeHealth } from "./health.ts";
import { inventoryHash } from "./inventory.ts";
import { comparePeripherals, type Plugged, plugged } from "./peripherals.ts";

export type CollectorDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly recorder: Recorder;
  readonly memory: Memory;
  readonly probes: HealthProbes;
  readonly takeInventory: () => Promise<Inventory>;
  readonly findPeripherals: () => Promise<readonly Plugged[] | null>;
  readonly kiosk: () => KioskState;
  readonly healthEveryMs: () => number;
  /** What the inventory is remembered for: another hub or another outbox must hear it anew. */
  readonly inventoryFor: () => string;
  /** The first sample of this run is recorded. */
  readonly firstHealth: () => void;
};

export type Collector = { readonly start: () => void; readonly stop: () => void };

const firstHealthAfterMs = 3000;
const firstInventoryAfterMs = 20_000;
const firstPeripheralsAfterMs = 10_000;
const inventoryEveryMs = 24 * 3600_000;
const peripheralsEveryMs = 5 * 60_000;
const keys = { inventory: "collect.inventoryHash", peripherals: "collect.peripherals" };

export function makeCollector(deps: CollectorDeps): Collector {
  const { clock, log, recorder, memory, probes } = deps;
  const cancels = new Set<Cancel>();
  let stopped = false;
  let samples = 0;

  async function health(): Promise<void> {
    const body = await takeHealth({
      clock,
      probes,
      kiosk: deps.kiosk,
      probeFailed: (probe, reason) =>
        recorder.faultOnce(`probe ${probe}`, "probeFailed", `Không đo được ${probe}: ${reason}`),
    });
    if (stopped) return;
    recorder.record("health", body);
    samples += 1;
    if (samples === 1) deps.firstHealth();
  }

  async function inventory(): Promise<void> {
    const body = await deps.takeInventory();
    const hash = `${deps.inventoryFor()} ${inventoryHash(body)}`;
    if (stopped || memory.recall(keys.inventory, z.string()) === hash) return;
    recorder.record("inventory", body, { remember: { [keys.inventory]: hash } });
  }

  async function peripherals(): Promise<void> {
    const now = await deps.findPeripherals();
    if (stopped || now === null) return;
    const before = memory.recall(keys.peripherals, z.array(plugged)) ?? [];
    const changes = comparePeripherals(before, now);
    for (const [index, change] of changes.entries()) {
      const last = index === changes.length - 1;
      recorder.record("peripheral", change, last ? { remember: { [keys.peripherals]: now } } : {});
    }
  }

  /** Soon once, then again and again; a failure is told and the next turn comes all the same. */
  function schedule(
    name: string,
    firstAfterMs: number,
    everyMs: () => number,
    task: () => Promise<void>,
  ): void {
    const run = () => {
      task().catch((error: unknown) => {
        log.warn({ code: "COLLECT_FAILED", task: name, error: String(error) }, "could not collect");
        if (!stopped)
          recorder.faultOnce(
            `collect ${name}`,
            "probeFailed",
            `Không thu thập được ${name}: ${String(error)}`,
          );
      });
    };
    const first = clock.after(firstAfterMs, () => {
      cancels.delete(first);
      cancels.add(repeat(clock, everyMs, run));
      run();
    });
    cancels.add(first);
  }

  return {
    start() {
      const firstAfter = Math.min(firstHealthAfterMs, deps.healthEveryMs());
      schedule("health", firstAfter, deps.healthEveryMs, health);
      schedule("inventory", firstInventoryAfterMs, () => inventoryEveryMs, inventory);
      schedule("peripherals", firstPeripheralsAfterMs, () => peripheralsEveryMs, peripherals);
    },
    stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
