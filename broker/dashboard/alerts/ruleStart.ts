// Owns what a new rule of a measure begins with. Pure.
import { type MeasureName, measures } from "../../api/alertMeasures.ts";
import type { AlertRuleOrder } from "../../api/alerts.ts";

type Draft = Omit<AlertRuleOrder, "measure"> & { readonly measure: MeasureName };

const thresholds: Partial<Record<MeasureName, readonly [set: number, clear: number]>> = {
  diskFreeMiB: [2048, 4096],
  hubDiskFreeMiB: [5120, 8192],
  temperatureC: [85, 75],
  clockErrorSeconds: [300, 120],
  kioskCrashes: [3, 0],
  updatesPending: [1, 0],
};

export function startOf(measure: MeasureName): Draft {
  const [setThreshold, clearThreshold] = thresholds[measure] ?? [1, 0];
  return {
    name: "",
    measure,
    setThreshold,
    clearThreshold,
    setForSeconds: measures[measure].slow === true ? 14 * 86_400 : 300,
    clearForSeconds: 60,
    severity: "warning",
    group: { of: "all" },
    times: "always",
    enabled: true,
  };
}
