// Owns what a device's own records say of the measures: condition, readiness, peripherals. Pure.
import type { Condition } from "../../protocol/records/condition.ts";
import type { Readiness } from "../../protocol/records/readiness.ts";
import type { MeasureName } from "../api/alertMeasures.ts";

/** Null: nobody can say. */
export type Said = Partial<Record<MeasureName, number | null>>;

const yes = (so: boolean): number => (so ? 1 : 0);

export function saidByCondition({ disks, power, sound, input, updates }: Condition): Said {
  const verdicts = (disks ?? []).flatMap(({ smart }) => smart?.verdict ?? []);
  const loud = sound?.filter(({ muted, volumePercent }) => muted !== true && volumePercent !== 0);
  return {
    smartFailing: verdicts.length === 0 ? null : yes(verdicts.includes("failing")),
    onBattery: power?.onMains == null ? null : yes(!power.onMains),
    noSound: loud === undefined ? null : yes(loud.length === 0),
    pointerMissing: input === null ? null : yes(input.mice + input.touchScreens === 0),
    updatesPending: updates?.pending ?? null,
  };
}

export function saidByReadiness({ checks }: Pick<Readiness, "checks">): Said {
  const said: Said = {};
  for (const { name, passed } of checks) {
    if (name === "sound") said.noSound = yes(!passed);
    if (name === "pointer") said.pointerMissing = yes(!passed);
  }
  return said;
}
