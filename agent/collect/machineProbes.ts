// Owns what an agent can ask of the computer beneath it.
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { Measured } from "./condition.ts";
import type { HealthProbes } from "./health.ts";
import type { Peripherals } from "./peripherals.ts";
import type { Probe } from "./probe.ts";
import type { Programs } from "./software.ts";
import type { Cadences, SourceName } from "./sources.ts";

export type LiveProbes = Omit<HealthProbes, "diskFreeMiB">;

export type MachineProbes = {
  readonly cadences: Cadences;
  readonly health: HealthProbes;
  /** Meters of their own, from now on: those of health measure between two samples. */
  readonly live: () => LiveProbes;
  readonly inventory: Probe<Inventory>;
  readonly programs: Probe<Programs>;
  readonly peripherals: Probe<Peripherals>;
} & { readonly [Part in SourceName & keyof Measured]: Probe<NonNullable<Measured[Part]>> };
