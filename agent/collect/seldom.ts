// Owns the pace of probes that health asks for every minute but that cost too much for that.
import type { Clock } from "../time/clock.ts";
import type { Probe } from "./probe.ts";

/** `meanwhile`: an answer holds until the next (`keep`), or there is none in between (`null`): a difference of totals would count twice. */
export function seldom<Value>(
  clock: Pick<Clock, "mono">,
  everyMs: number,
  probe: Probe<Value>,
  meanwhile: "keep" | "null",
): Probe<Value> {
  let asked: { readonly mono: number; readonly value: Value | null } | undefined;
  return async (signal) => {
    if (asked !== undefined && clock.mono() - asked.mono < everyMs)
      return meanwhile === "keep" ? asked.value : null;
    // Also when it fails: what fails is not asked again at once.
    asked = { mono: clock.mono(), value: null };
    asked = { mono: clock.mono(), value: await probe(signal) };
    return asked.value;
  };
}
