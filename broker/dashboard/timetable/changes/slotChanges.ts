// Owns what changes do to a week on screen before and after the hub has answered, and how a stale change is sent again. Pure.
import type { SlotId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { DraftSlot, SlotChange, SlotDifference, Week } from "../../../api/timetable.ts";

export type PutChange = Extract<SlotChange, { change: "put" }>;

/** `seen`: the revision on screen when somebody decided, null for a new slot. */
export function putOf(slot: PlacedSlot, seen: number | null): PutChange {
  const { id, roomId, date, periodId, startMinute, endMinute, classId, lessonId } = slot;
  return {
    change: "put",
    seen,
    slot: { id, roomId, date, periodId, startMinute, endMinute, classId, lessonId },
  };
}

export const removeOf = ({ id, revision }: DraftSlot): SlotChange => ({
  change: "remove",
  seen: revision,
  id,
});

export const changedId = (change: SlotChange): SlotId =>
  change.change === "put" ? change.slot.id : change.id;

const isIn = (week: Week, date: string) => week.monday <= date && date <= addDays(week.monday, 6);

/** The week as it will be if the hub agrees. */
export function applyLocally(week: Week, changes: readonly SlotChange[], by: string, at: number): Week {
  const ids = new Set(changes.map(changedId));
  const before = new Map(week.slots.map((slot) => [slot.id, slot]));
  const kept = week.slots.filter(({ id }) => !ids.has(id));
  const put = changes.flatMap((change): DraftSlot[] => {
    if (change.change === "remove" || !isIn(week, change.slot.date)) return [];
    const old = before.get(change.slot.id);
    const draft = old === undefined || old.draft === "added" ? "added" : "changed";
    // The revision stays what was seen: only the hub counts on.
    const revision = old?.revision ?? change.seen ?? 0;
    return [{ ...change.slot, origin: "hand", revision, changedBy: by, changedAt: at, draft }];
  });
  return { ...week, slots: [...kept, ...put] };
}

/** The week with what the hub wrote. */
export function applyWritten(
  week: Week,
  written: { readonly slots: readonly DraftSlot[]; readonly removed: readonly SlotId[] },
): Week {
  const gone = new Set([...written.removed, ...written.slots.map(({ id }) => id)]);
  const here = written.slots.filter(({ date }) => isIn(week, date));
  return { ...week, slots: [...week.slots.filter(({ id }) => !gone.has(id)), ...here] };
}

/** Revisions that this browser's own changes made: a change that waited behind them was decided on sight of their result. */
export type OwnRevisions = Map<string, number>;

const stepKey = (id: SlotId, revision: number) => `${id}:${revision}`;

export function noteOwn(
  own: OwnRevisions,
  changes: readonly SlotChange[],
  written: readonly DraftSlot[],
): void {
  for (const change of changes) {
    const now = written.find(({ id }) => id === changedId(change));
    if (now !== undefined && change.seen !== now.revision)
      own.set(stepKey(now.id, change.seen ?? 0), now.revision);
  }
}

export function withOwnSeen(own: OwnRevisions, changes: readonly SlotChange[]): SlotChange[] {
  return changes.map((change) => {
    if (change.seen === null) return change;
    let { seen } = change;
    for (let next = own.get(stepKey(changedId(change), seen)); next !== undefined; ) {
      seen = next;
      next = own.get(stepKey(changedId(change), seen));
    }
    return { ...change, seen };
  });
}

/** What to send after somebody has seen the difference. `theirs`: only what nobody else touched. `mine`: all, on top of theirs. */
export function afterStale(
  changes: readonly SlotChange[],
  differences: readonly SlotDifference[],
  keep: "theirs" | "mine",
): SlotChange[] {
  const byId = new Map(differences.map((difference) => [difference.id, difference]));
  return changes.flatMap((change): SlotChange[] => {
    const difference = byId.get(changedId(change));
    if (difference === undefined) return [change];
    if (keep === "theirs") return [];
    const { now } = difference;
    if (change.change === "put") return [{ ...change, seen: now?.revision ?? null }];
    // It is gone already: that is what was wanted.
    return now === null ? [] : [{ ...change, seen: now.revision }];
  });
}

/** The hub takes at most this many changes at once. */
export const mostChanges = 100;
