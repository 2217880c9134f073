// Owns judging: facts and the clock in, alerts that open, close and fold out. No I/O and no clock of its own (ADR 0033).
//
// Facts come one at a time and cost a look into a map; only what is over a threshold, or was lately, is visited by `tick`.
import type { DeviceKind } from "../../protocol/documents/config.ts";
import type { MeasureName } from "../api/alertMeasures.ts";
import type { AlertId, AlertRule, AlertRuleId, RuleTimes } from "../api/alerts.ts";
import { fold, type Population, settleCauses } from "./causes.ts";
import {
  type Cause,
  type Cell,
  type CompiledRule,
  calmMs,
  flapChanges,
  flapSettleMs,
  flapWindowMs,
  hubSubject,
  measureOf,
  type SubjectId,
  take,
} from "./cells.ts";
import type { KeptAlert, Moment, Transition } from "./transitions.ts";

export type Place = { readonly roomId: string | null; readonly kind: DeviceKind };

export type Onset = { readonly ruleId: string; readonly subjectId: SubjectId; readonly at: number };

export type Evaluator = {
  setRules(rules: readonly AlertRule[], now: number): void;
  /** Null: the device is gone for good. */
  place(device: string, place: Place | null, now: number): void;
  /** `value` null: nobody can say now. `sinceAt`: when it began, where that is known better than "now". */
  observe(
    subject: SubjectId,
    measure: MeasureName,
    value: number | null,
    now: number,
    sinceAt?: number,
  ): void;
  tick(moment: Moment): Transition[];
  /** What was open when the hub ended. Rules and places come first. */
  restore(alerts: readonly KeptAlert[], now: number, onsets?: readonly Onset[]): void;
  /** What lasts for days and is not told yet. */
  onsets(): Onset[];
};

export function makeEvaluator({ makeId }: { readonly makeId: () => AlertId }): Evaluator {
  const places = new Map<string, Place>();
  const rules = new Map<AlertRuleId, CompiledRule>();
  const byMeasure = new Map<MeasureName, CompiledRule[]>();
  /** What is known now; absent: nobody can say. */
  const values = new Map<MeasureName, Map<SubjectId, number>>();
  /** Decided between ticks: told with the next one. */
  let waiting: Transition[] = [];

  const valuesOf = (name: MeasureName): Map<SubjectId, number> => {
    const known = values.get(name) ?? new Map<SubjectId, number>();
    values.set(name, known);
    return known;
  };

  function compile(rule: AlertRule): CompiledRule {
    const compiled: CompiledRule = {
      rule,
      measure: measureOf(rule.measure),
      cells: new Map(),
      causes: new Map(),
      covers(subject) {
        const { group } = compiled.rule;
        if (compiled.measure.ofHub === true) return subject === hubSubject;
        const place = places.get(subject);
        if (place === undefined) return false;
        switch (group.of) {
          case "all":
            return true;
          case "kinds":
            return group.kinds.includes(place.kind);
          case "rooms":
            return group.roomIds.some((id) => id === place.roomId);
          case "devices":
            return group.deviceIds.some((id) => id === subject);
        }
      },
    };
    return compiled;
  }

  function close(compiled: CompiledRule, cell: Cell, at: number): void {
    if (cell.alertId !== null) waiting.push({ type: "closed", id: cell.alertId, at });
    cell.cause?.children.delete(cell.subject);
    cell.alertId = null;
    cell.cause = null;
    if (!cell.raw && cell.changes.length === 0) compiled.cells.delete(cell.subject);
  }

  function end(compiled: CompiledRule, now: number): void {
    for (const cell of compiled.cells.values()) close(compiled, cell, now);
    for (const { alertId } of compiled.causes.values())
      waiting.push({ type: "closed", id: alertId, at: now });
    compiled.cells.clear();
    compiled.causes.clear();
  }

  /** The rule covers others than before, or the device is elsewhere. */
  function cover(compiled: CompiledRule, subject: SubjectId, now: number): void {
    const cell = compiled.cells.get(subject);
    if (!compiled.covers(subject)) {
      if (cell === undefined) return;
      close(compiled, cell, now);
      compiled.cells.delete(subject);
      return;
    }
    const value = valuesOf(compiled.rule.measure).get(subject);
    if (value !== undefined) take(compiled, subject, value, cell?.sinceAt ?? now, now);
  }

  /** Due now: to be told, alone or under a cause. */
  function judge(compiled: CompiledRule, cell: Cell, moment: Moment): boolean {
    const { now } = moment;
    const { rule } = compiled;
    cell.changes = cell.changes.filter((at) => at > now - flapWindowMs);
    const allowed = isAllowed(compiled, cell.subject, moment);
    if (allowed && !cell.flapping && cell.changes.length >= flapChanges) {
      cell.flapping = true;
      cell.flappingAt = now;
      if (cell.alertId !== null) waiting.push({ type: "flapping", id: cell.alertId, flapping: true });
    }
    // Never changed since: the last change has left the window long ago.
    if (cell.flapping && now - cell.rawAt >= calmMs) {
      cell.flapping = false;
      if (cell.alertId !== null) waiting.push({ type: "flapping", id: cell.alertId, flapping: false });
    }
    if (cell.alertId !== null) {
      // Good news holds also when the device then left.
      const over = !cell.raw && now - cell.rawAt >= rule.clearForSeconds * 1000;
      if (over && !cell.flapping) close(compiled, cell, now);
      return false;
    }
    if (compiled.measure.slow === true && (!cell.known || !allowed)) return false;
    if (!allowed || !cell.known || isHidden(compiled, cell, moment)) {
      cell.blockedAt = now;
      cell.flapping = false;
      if (!allowed) cell.changes = [];
      if (!cell.raw && cell.changes.length === 0) compiled.cells.delete(cell.subject);
      return false;
    }
    if (cell.flapping) return now - cell.flappingAt >= flapSettleMs;
    if (!cell.raw) {
      if (cell.changes.length === 0) compiled.cells.delete(cell.subject);
      return false;
    }
    return (
      counts(compiled, cell, moment) &&
      now - Math.max(cell.rawAt, cell.blockedAt) >= rule.setForSeconds * 1000
    );
  }

  function isAllowed(
    { rule: { times, enabled } }: CompiledRule,
    subject: SubjectId,
    moment: Moment,
  ): boolean {
    if (!enabled) return false;
    const roomId = places.get(subject)?.roomId ?? null;
    return isTime(times, roomId, moment) && !moment.quiet(subject === hubSubject ? null : subject, roomId);
  }

  function isHidden({ measure }: CompiledRule, { subject }: Cell, moment: Moment): boolean {
    if (measure.hiddenBy === undefined) return false;
    return (byMeasure.get(measure.hiddenBy) ?? []).some((other) => {
      const cell = other.cells.get(subject);
      if (cell === undefined) return false;
      return cell.alertId !== null || (cell.raw && other.rule.enabled && counts(other, cell, moment));
    });
  }

  return {
    setRules(wanted, now) {
      const ids = new Set(wanted.map(({ id }) => id));
      for (const [id, compiled] of rules)
        if (!ids.has(id)) {
          end(compiled, now);
          rules.delete(id);
        }
      for (const rule of wanted) {
        const known = rules.get(rule.id);
        if (known !== undefined && known.rule.measure !== rule.measure) end(known, now);
        const compiled = known === undefined || known.rule.measure !== rule.measure ? compile(rule) : known;
        compiled.rule = rule;
        rules.set(rule.id, compiled);
        if (!rule.enabled) end(compiled, now);
      }
      byMeasure.clear();
      for (const compiled of rules.values()) {
        const name = compiled.rule.measure;
        byMeasure.set(name, [...(byMeasure.get(name) ?? []), compiled]);
        if (!compiled.rule.enabled) continue;
        for (const subject of new Set([...compiled.cells.keys(), ...valuesOf(name).keys()]))
          cover(compiled, subject, now);
      }
    },
    place(device, place, now) {
      if (place !== null) {
        places.set(device, place);
        for (const compiled of rules.values()) if (compiled.rule.enabled) cover(compiled, device, now);
        return;
      }
      places.delete(device);
      for (const known of values.values()) known.delete(device);
      for (const compiled of rules.values()) {
        const cell = compiled.cells.get(device);
        if (cell === undefined) continue;
        close(compiled, cell, Math.max(cell.rawAt, cell.sinceAt));
        compiled.cells.delete(device);
      }
    },
    observe(subject, name, value, now, sinceAt = now) {
      const known = valuesOf(name);
      const compiled = byMeasure.get(name) ?? [];
      if (value === null) {
        if (!known.delete(subject)) return;
        for (const { cells } of compiled) {
          const cell = cells.get(subject);
          if (cell !== undefined) cell.known = false;
        }
        return;
      }
      known.set(subject, value);
      for (const each of compiled)
        if (each.rule.enabled && each.covers(subject)) take(each, subject, value, sinceAt, now);
    },
    tick(moment) {
      for (const compiled of rules.values()) {
        if (compiled.cells.size === 0 && compiled.causes.size === 0) continue;
        const due: Cell[] = [];
        for (const cell of [...compiled.cells.values()]) if (judge(compiled, cell, moment)) due.push(cell);
        const population: Population = {
          known: valuesOf(compiled.rule.measure),
          roomOf: (subject) => places.get(subject)?.roomId ?? null,
          counts: (cell) => counts(compiled, cell, moment),
        };
        const left = settleCauses(compiled, population, moment, (transition) => waiting.push(transition));
        // Nothing is told in maintenance: what is still there after it is found anew.
        for (const cell of left)
          if (!isAllowed(compiled, cell.subject, moment)) {
            close(compiled, cell, moment.now);
            cell.blockedAt = moment.now;
          } else due.push(cell);
        fold(compiled, due, population, moment, makeId, (transition) => waiting.push(transition));
      }
      const told = waiting;
      waiting = [];
      return told;
    },
    onsets: () =>
      [...rules.values()].flatMap(({ rule, measure, cells }) =>
        measure.slow === true
          ? [...cells.values()].flatMap(({ subject, raw, alertId, rawAt }) =>
              raw && alertId === null ? [{ ruleId: rule.id, subjectId: subject, at: rawAt }] : [],
            )
          : [],
      ),
    restore(alerts, now, onsets = []) {
      for (const { ruleId, subjectId, at } of onsets) {
        const compiled = rules.get(ruleId as AlertRuleId);
        if (compiled?.rule.enabled !== true || !compiled.covers(subjectId)) continue;
        take(compiled, subjectId, compiled.rule.setThreshold, at, at);
        const cell = compiled.cells.get(subjectId);
        if (cell !== undefined) cell.known = false;
      }
      const causes = new Map<AlertId, Cause>();
      for (const { id, ruleId, subject } of alerts) {
        const compiled = rules.get(ruleId);
        if (subject.kind === "device" || (subject.kind === "hub" && compiled?.measure.ofHub === true))
          continue;
        const cause: Cause = {
          alertId: id,
          kind: subject.kind,
          id: subject.id,
          children: new Set(),
          fewSinceAt: null,
        };
        causes.set(id, cause);
        compiled?.causes.set(`${cause.kind} ${cause.id}`, cause);
      }
      for (const { id, ruleId, subject, causeId, sinceAt, openedAt, value, flapping } of alerts) {
        if (causes.has(id) && rules.has(ruleId)) continue;
        const compiled = rules.get(ruleId);
        const name = subject.kind === "hub" ? hubSubject : subject.id;
        if (compiled === undefined || !compiled.rule.enabled || !compiled.covers(name)) {
          waiting.push({ type: "closed", id, at: openedAt });
          continue;
        }
        const cause = causeId === null ? null : (causes.get(causeId) ?? null);
        cause?.children.add(name);
        compiled.cells.set(name, {
          subject: name,
          raw: true,
          rawAt: openedAt,
          sinceAt,
          value: value ?? compiled.rule.setThreshold,
          known: false,
          blockedAt: Number.NEGATIVE_INFINITY,
          changes: [],
          flapping,
          flappingAt: openedAt,
          alertId: id,
          cause,
        });
        // What is known already came before there was anything to judge by it.
        const knownValue = valuesOf(compiled.rule.measure).get(name);
        if (knownValue !== undefined) take(compiled, name, knownValue, sinceAt, now);
      }
    },
  };
}

function isTime(times: RuleTimes, roomId: string | null, { hoursStartAt, lessonNear }: Moment): boolean {
  if (times === "always") return true;
  return times === "schoolHours" ? hoursStartAt !== null : roomId !== null && lessonNear(roomId);
}

/** A machine that was away before school began is off, not lost. */
function counts({ measure, rule }: CompiledRule, { raw, sinceAt, flapping }: Cell, moment: Moment): boolean {
  if (flapping) return true;
  if (!raw) return false;
  if (measure.beginsInHours !== true || rule.times !== "schoolHours") return true;
  return moment.hoursStartAt !== null && sinceAt >= moment.hoursStartAt;
}
