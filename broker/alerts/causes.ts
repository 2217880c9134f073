// Owns one alert for one cause: many devices of a room, of the school, or with the same wrong clock, are one piece of news. Pure.
import type { AlertId } from "../api/alerts.ts";
import type { Cause, Cell, CompiledRule, SubjectId } from "./cells.ts";
import type { Moment, Transition } from "./transitions.ts";

export type Population = {
  /** Those of which the rule's measure is known now. */
  readonly known: ReadonlyMap<SubjectId, number>;
  roomOf(subject: SubjectId): string | null;
  /** In trouble in the sense of the rule. */
  counts(cell: Cell): boolean;
};

type Tell = (transition: Transition) => void;

/** This share of a place's devices, and at least so many, have one cause. */
const mostShare = 0.6;
const leastInRoom = 3;
const leastInSchool = 5;
/** With the same wrong clock: fewer can agree by chance or by a common image, more cannot. */
const leastSame = 5;
const sameShare = 0.3;
/** The cause is over when no more than this share has been left for so long: machines take minutes to start. */
const fewShare = 0.3;
const fewForMs = 5 * 60_000;

/** Ends causes that are over. Returns the cells that are still in trouble: they have to be told by themselves. */
export function settleCauses(
  compiled: CompiledRule,
  population: Population,
  { now }: Moment,
  tell: Tell,
): Cell[] {
  const left: Cell[] = [];
  for (const [key, cause] of compiled.causes) {
    if (cause.children.size > 0) {
      if (isEnough(compiled, cause, population)) {
        cause.fewSinceAt = null;
        continue;
      }
      cause.fewSinceAt ??= now;
      if (now - cause.fewSinceAt < fewForMs) continue;
    }
    tell({ type: "closed", id: cause.alertId, at: now });
    compiled.causes.delete(key);
    for (const subject of cause.children) {
      const cell = compiled.cells.get(subject);
      if (cell === undefined) continue;
      cell.cause = null;
      if (cell.raw || cell.flapping) left.push(cell);
      else if (cell.alertId !== null) {
        tell({ type: "closed", id: cell.alertId, at: now });
        cell.alertId = null;
      }
    }
  }
  return left;
}

function isEnough(compiled: CompiledRule, cause: Cause, population: Population): boolean {
  let active = 0;
  const rooms = new Set<string | null>();
  for (const subject of cause.children) {
    const cell = compiled.cells.get(subject);
    if (cell === undefined || !(cell.raw || cell.flapping)) continue;
    active++;
    rooms.add(population.roomOf(subject));
  }
  if (active < 2 || (cause.kind === "school" && rooms.size < 2)) return false;
  let all = 0;
  for (const subject of population.known.keys()) {
    if (!compiled.covers(subject)) continue;
    if (cause.kind !== "room" || population.roomOf(subject) === cause.id) all++;
  }
  return active > Math.max(all, cause.children.size) * fewShare;
}

/** Tells what is due: under a cause that is open, under a new one, or alone. */
export function fold(
  compiled: CompiledRule,
  due: readonly Cell[],
  population: Population,
  moment: Moment,
  makeId: () => AlertId,
  tell: Tell,
): void {
  let rest = due.filter((cell) => {
    const cause = openCauseOf(compiled, cell, population);
    if (cause !== undefined) putUnder(cause, [cell]);
    return cause === undefined;
  });
  const { measure } = compiled;
  if (rest.length > 0 && measure.ofHub !== true) {
    if (measure.sameWithin !== undefined) openShared(sameValue(measure.sameWithin), "hub", "");
    const ofSchool = around(rest);
    const rooms = new Set(ofSchool.active.map(({ subject }) => population.roomOf(subject)));
    if (rooms.size >= 2 && isMost(ofSchool, leastInSchool)) openShared(ofSchool.active, "school", "");
    for (const [room, cells] of byRoom(rest)) {
      const ofRoom = around(cells, room);
      if (isMost(ofRoom, leastInRoom)) openShared(ofRoom.active, "room", room);
    }
  }
  for (const cell of rest) {
    if (cell.alertId !== null) tell({ type: "unfolded", id: cell.alertId, at: moment.now });
    else openAlone(cell, null);
  }

  function openShared(cells: readonly Cell[], kind: Cause["kind"], id: string): void {
    if (cells.length === 0) return;
    const cause: Cause = { alertId: makeId(), kind, id, children: new Set(), fewSinceAt: null };
    compiled.causes.set(`${kind} ${id}`, cause);
    tell({
      type: "opened",
      alert: {
        id: cause.alertId,
        ...ofRule(),
        subject: { kind, id },
        causeId: null,
        sinceAt: cells.reduce((least, { sinceAt }) => Math.min(least, sinceAt), moment.now),
        openedAt: moment.now,
        value: kind === "hub" ? middle(cells.map(({ value }) => value)) : null,
        flapping: cells.every(({ flapping }) => flapping),
      },
    });
    putUnder(cause, cells);
    rest = rest.filter(({ cause: found }) => found === null);
  }

  function putUnder(cause: Cause, cells: readonly Cell[]): void {
    for (const cell of cells) {
      cell.cause = cause;
      cause.children.add(cell.subject);
      if (cell.alertId === null) openAlone(cell, cause.alertId);
      else tell({ type: "folded", id: cell.alertId, causeId: cause.alertId });
    }
  }

  function openAlone(cell: Cell, causeId: AlertId | null): void {
    cell.alertId = makeId();
    const ofHub = measure.ofHub === true;
    tell({
      type: "opened",
      alert: {
        id: cell.alertId,
        ...ofRule(),
        subject: ofHub ? { kind: "hub", id: "" } : { kind: "device", id: cell.subject },
        causeId,
        sinceAt: cell.sinceAt,
        openedAt: moment.now,
        value: cell.value,
        flapping: cell.flapping,
      },
    });
  }

  function ofRule() {
    const { id: ruleId, measure: name, severity } = compiled.rule;
    return { ruleId, measure: name, severity };
  }

  /** Free cells in trouble, and how many devices there are, in a room or everywhere; those that began together with these. */
  function around(cells: readonly Cell[], room?: string): { active: Cell[]; all: number } {
    const beganAt = middle(cells.map(({ sinceAt }) => sinceAt));
    const active: Cell[] = [];
    let all = 0;
    for (const subject of population.known.keys()) {
      if (room !== undefined && population.roomOf(subject) !== room) continue;
      if (!compiled.covers(subject)) continue;
      const cell = compiled.cells.get(subject);
      if (cell === undefined || !population.counts(cell)) {
        // In trouble, but not in the sense of the rule: off since yesterday. It is none of those that could be hit now.
        if (cell?.raw !== true) all++;
        continue;
      }
      if (cell.cause !== null) continue;
      const together = measure.togetherMs ?? Number.POSITIVE_INFINITY;
      if (!cell.flapping && Math.abs(cell.sinceAt - beganAt) > together) continue;
      all++;
      active.push(cell);
    }
    return { active, all };
  }

  /** The most cells whose values lie within `width`; none when they are too few to have one cause. */
  function sameValue(width: number): Cell[] {
    const { active, all } = around(rest);
    const sorted = active.sort((a, b) => a.value - b.value);
    let best: readonly [from: number, until: number] = [0, 0];
    let from = 0;
    for (const [until, cell] of sorted.entries()) {
      while (cell.value - (sorted[from] as Cell).value > width) from++;
      if (until + 1 - from > best[1] - best[0]) best = [from, until + 1];
    }
    const cluster = sorted.slice(...best);
    return cluster.length >= Math.max(leastSame, all * sameShare) ? cluster : [];
  }

  function byRoom(cells: readonly Cell[]): Map<string, Cell[]> {
    const rooms = new Map<string, Cell[]>();
    for (const cell of cells) {
      const room = population.roomOf(cell.subject);
      if (room === null) continue;
      const within = rooms.get(room);
      if (within === undefined) rooms.set(room, [cell]);
      else within.push(cell);
    }
    return rooms;
  }
}

const isMost = ({ active, all }: { active: readonly Cell[]; all: number }, least: number): boolean =>
  active.length >= Math.max(least, all * mostShare);

function openCauseOf(compiled: CompiledRule, cell: Cell, population: Population): Cause | undefined {
  const { causes, measure } = compiled;
  if (causes.size === 0) return undefined;
  const shared = causes.get("hub ");
  if (shared !== undefined && measure.sameWithin !== undefined) {
    const [child] = shared.children;
    const value = child === undefined ? undefined : compiled.cells.get(child)?.value;
    if (value !== undefined && Math.abs(value - cell.value) <= measure.sameWithin) return shared;
  }
  return causes.get("school ") ?? causes.get(`room ${population.roomOf(cell.subject)}`);
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
