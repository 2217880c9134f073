// Owns what is remembered of one rule and one device: whether it is over the threshold, since when, and how often that changed. Pure.
import { type Measure, type MeasureName, measures } from "../api/alertMeasures.ts";
import type { AlertId, AlertRule } from "../api/alerts.ts";

/** A device's id, or `hubSubject`. */
export type SubjectId = string;
export const hubSubject = "hub";

export type Cause = {
  readonly alertId: AlertId;
  readonly kind: "room" | "school" | "hub";
  /** Room's id; empty for the others. */
  readonly id: string;
  readonly children: Set<SubjectId>;
  /** Since when too few of them are in trouble for one cause, UTC ms; null while enough are. */
  fewSinceAt: number | null;
};

export type Cell = {
  readonly subject: SubjectId;
  /** Over the set threshold, and not yet back over the clear threshold. */
  raw: boolean;
  /** When `raw` was found to change, UTC ms. */
  rawAt: number;
  /** When the trouble began as far as is known, UTC ms. */
  sinceAt: number;
  value: number;
  /** False while nobody can say: the device is away. */
  known: boolean;
  /** Until when its rule did not count, UTC ms: durations begin after it. */
  blockedAt: number;
  /** When `raw` changed lately, UTC ms. */
  changes: number[];
  flapping: boolean;
  flappingAt: number;
  /** Its row, told alone or folded; null while it is not open. */
  alertId: AlertId | null;
  cause: Cause | null;
};

export type CompiledRule = {
  rule: AlertRule;
  readonly measure: Measure;
  readonly cells: Map<SubjectId, Cell>;
  /** Open ones, by kind and id. */
  readonly causes: Map<string, Cause>;
  covers(subject: SubjectId): boolean;
};

export const measureOf = (name: MeasureName): Measure => measures[name];

export const isSet = ({ rule, measure }: CompiledRule, value: number): boolean => {
  const judged = measure.signless ? Math.abs(value) : value;
  return measure.bad === "above" ? judged >= rule.setThreshold : judged <= rule.setThreshold;
};

export const isClear = ({ rule, measure }: CompiledRule, value: number): boolean => {
  const judged = measure.signless ? Math.abs(value) : value;
  return measure.bad === "above" ? judged <= rule.clearThreshold : judged >= rule.clearThreshold;
};

/** So many changes in this time are one piece of news: it comes and goes. */
export const flapChanges = 6;
export const flapWindowMs = 15 * 60_000;
/** No change for this long: it is calm again. */
export const calmMs = 15 * 60_000;
/** Others that flap for the same reason reach the number in this time. */
export const flapSettleMs = 60_000;

/** Takes a new value into the cell. Nothing is kept of a device that is well and was. */
export function take(
  compiled: CompiledRule,
  subject: SubjectId,
  value: number,
  sinceAt: number,
  now: number,
): void {
  const cell = compiled.cells.get(subject);
  if (cell === undefined) {
    if (!isSet(compiled, value)) return;
    compiled.cells.set(subject, {
      subject,
      raw: true,
      rawAt: now,
      sinceAt,
      value,
      known: true,
      blockedAt: Number.NEGATIVE_INFINITY,
      changes: [now],
      flapping: false,
      flappingAt: 0,
      alertId: null,
      cause: null,
    });
    return;
  }
  // What was unknown for a while has to hold its duration anew.
  if (!cell.known && cell.alertId === null && compiled.measure.slow !== true) cell.blockedAt = now;
  cell.known = true;
  cell.value = value;
  const raw = cell.raw ? !isClear(compiled, value) : isSet(compiled, value);
  // It was known already when its device moved here; how long is told after that.
  if (raw && cell.raw) cell.sinceAt = Math.min(cell.sinceAt, sinceAt);
  if (raw === cell.raw) return;
  cell.raw = raw;
  cell.rawAt = now;
  if (raw) cell.sinceAt = sinceAt;
  cell.changes.push(now);
  // The ones before count no more once there are enough: a device gone mad must not fill the memory.
  if (cell.changes.length > flapChanges) cell.changes.shift();
}
