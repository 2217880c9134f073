// Owns what becomes of the machine's answers: health by the config's pace, everything slower by the table of sources.
import { z } from "zod";
import type { KioskState } from "../../protocol/records/health.ts";
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { Software } from "../../protocol/records/software.ts";
import type { Log } from "../../runtime/log.ts";
import type { Memory } from "../outbox/memory.ts";
import type { Recorder } from "../outbox/recorder.ts";
import { type Cancel, type Clock, repeat } from "../time/clock.ts";
import { type Measured, makeConditionKeeper } from "./condition.ts";
import type { Counts } from "./failureCounts.ts";
import { takeHealth } from "./health.ts";
import type { LinkQuality } from "./hubLink.ts";
import { inventoryHash } from "./inventory.ts";
import type { MachineProbes } from "./machineProbes.ts";
import { comparePeripherals, countInput, type Peripherals, plugged } from "./peripherals.ts";
import { makeAsker, type ProbeFailure } from "./probe.ts";
import { type Programs, softwareHash } from "./software.ts";
import { type Source, type SourceName, sourceOf, startRounds } from "./sources.ts";

export type CollectorDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly recorder: Recorder;
  readonly memory: Memory;
  readonly machine: MachineProbes;
  readonly kiosk: () => KioskState;
  readonly healthEveryMs: () => number;
  /** What sent facts are remembered for: another hub or another outbox must hear them anew. */
  readonly toldTo: () => string;
  /** What Kidsmart itself has installed. */
  readonly ownSoftware: () => Pick<Software, "agentVersion" | "kioskVersion" | "games">;
  readonly linkQuality: () => LinkQuality;
  /** Device minus hub. */
  readonly deviceClock: () => { readonly offsetMs: number | null; readonly trusted: boolean };
  readonly counts: () => Counts;
  /** The first sample of this run is recorded. */
  readonly firstHealth: () => void;
};

export type Collector = { readonly start: () => void; readonly stop: () => void };

const firstHealthAfterMs = 3000;
const keys = {
  inventory: "collect.inventoryHash",
  software: "collect.softwareHash",
  peripherals: "collect.peripherals",
};

export function makeCollector(deps: CollectorDeps): Collector {
  const { clock, log, recorder, memory, machine } = deps;
  const asker = makeAsker(clock);
  const condition = makeConditionKeeper(deps);
  const cancels = new Set<Cancel>();
  let stopped = false;
  let looked = false;
  /** What Kidsmart itself had installed at the last look. */
  let ownLooked = "";
  let samples = 0;
  let programs: Programs | null = null;

  function probeFailed(name: string, { reason, detail }: ProbeFailure): void {
    log.warn({ code: "PROBE_FAILED", probe: name, reason, detail }, "could not measure");
    recorder.faultOnce(
      `probe ${name}`,
      "probeFailed",
      `Không đo được ${name} (${reason}): ${detail}. Các phần khác vẫn đo bình thường.`,
    );
  }

  function health(): void {
    sample().catch((error: unknown) => probeFailed("health", { reason: "failed", detail: String(error) }));
  }

  async function sample(): Promise<void> {
    const body = await takeHealth({ asker, probes: machine.health, kiosk: deps.kiosk, probeFailed });
    if (stopped) return;
    recorder.record("health", body);
    samples += 1;
    if (samples === 1) deps.firstHealth();
  }

  function inventory(body: Inventory | null): void {
    if (body === null) return;
    recordOnce("inventory", body, inventoryHash(body));
  }

  function software(found: Programs | null): void {
    if (found !== null) programs = found;
    if (programs === null) return;
    const body = { ...programs, ...deps.ownSoftware() };
    recordOnce("software", body, softwareHash(body));
  }

  /** Unless it was sent before, to this hub, from this outbox. */
  function recordOnce<Type extends "inventory" | "software">(
    type: Type,
    body: Type extends "inventory" ? Inventory : Software,
    hash: string,
  ): void {
    const mark = `${deps.toldTo()} ${hash}`;
    if (stopped || memory.recall(keys[type], z.string()) === mark) return;
    // The condition in the signature ties `body` to `type`; the compiler does not follow it into the call.
    recorder.record(type, body as never, { remember: { [keys[type]]: mark } });
  }

  function peripherals(found: Peripherals | null): void {
    condition.take("input", found && countInput(found.plugged));
    condition.take("usb", found?.usb.map(({ id, name }) => ({ id, name })) ?? null);
    if (stopped || found === null) return;
    const now = found.plugged;
    const before = memory.recall(keys.peripherals, z.array(plugged)) ?? [];
    const changes = comparePeripherals(before, now);
    for (const [index, change] of changes.entries()) {
      const last = index === changes.length - 1;
      recorder.record("peripheral", change, last ? { remember: { [keys.peripherals]: now } } : {});
    }
  }

  function sources(): Source[] {
    const { cadences } = machine;
    const part = <Part extends SourceName & keyof Measured>(name: Part): Source =>
      // The same name stands for the same value in both types: `MachineProbes` is made of `Measured`.
      sourceOf(name, cadences[name], machine[name] as never, (value) => condition.take(name, value as never));
    return [
      sourceOf("peripherals", cadences.peripherals, machine.peripherals, peripherals),
      part("power"),
      part("volumes"),
      part("network"),
      part("sound"),
      part("displays"),
      part("disks"),
      part("restart"),
      sourceOf("inventory", cadences.inventory, machine.inventory, inventory),
      sourceOf("software", cadences.software, machine.programs, software),
      part("updates"),
    ];
  }

  function look(): void {
    // A kiosk or a game that was updated is software too; nobody has to be asked for that.
    const own = JSON.stringify(deps.ownSoftware());
    if (own !== ownLooked) software(null);
    ownLooked = own;
    looked = true;
    condition.look();
  }

  function inTime(delayMs: number, everyMs: () => number, task: () => void): void {
    const first = clock.after(delayMs, () => {
      cancels.delete(first);
      cancels.add(repeat(clock, everyMs, task));
      task();
    });
    cancels.add(first);
  }

  return {
    start() {
      inTime(Math.min(firstHealthAfterMs, deps.healthEveryMs()), deps.healthEveryMs, health);
      const { firstAfterMs, everyMs } = machine.cadences.condition;
      inTime(firstAfterMs, () => everyMs, look);
      cancels.add(
        startRounds({
          clock,
          asker,
          sources: sources(),
          answered(source) {
            condition.answered(source);
            // Nobody waits for a minute to hear of a power cut.
            if (source === "power" && looked) condition.look();
          },
          failed(source, failure) {
            condition.failed(source, failure.reason);
            probeFailed(source, failure);
          },
        }),
      );
    },
    stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
