// Owns writing the draft: whoever plans (a hand, a copied week, the rotation, an import) writes through here, all of it or nothing.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { SlotId } from "../../protocol/ids.ts";
import type { AuditAction } from "../api/auditActions.ts";
import type { ChangeOutcome, SlotDifference } from "../api/timetable.ts";
import type { Audit, AuditEntry } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { SlotTable, Tables } from "../store/schema.ts";
import { keepChangeSet } from "./changeSets.ts";
import { dateOf, tellSlot } from "./conflictSentence.ts";
import type { ChangeKind, DraftOrder, DraftPlanner } from "./draftOrder.ts";
import { type PlannedChange, planChanges } from "./planChanges.ts";
import { type PlanningFacts, readPlanningFacts } from "./planningFacts.ts";
import { readDraftFacts } from "./readDraftFacts.ts";
import { draftSlotOf, findSlots, inParts, placedOf } from "./slotRows.ts";

export type { DraftOrder } from "./draftOrder.ts";

export type Draft = {
  write(actor: Actor, order: DraftOrder | DraftPlanner): Promise<ChangeOutcome>;
};

export type DraftDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
};

const auditActions: Record<ChangeKind, AuditAction> = {
  hand: "timetable.change",
  copyWeek: "timetable.copyWeek",
  rotation: "timetable.rotate",
  import: "timetable.import",
  undo: "timetable.undo",
  discard: "timetable.discard",
};

/** An audit entry names at most so many slots one by one. */
const namedSlots = 20;

/** `entry`: for the audit, without who; absent when nothing was written. */
type Written = { readonly outcome: ChangeOutcome; readonly entry?: Omit<AuditEntry, "actor"> };

export function makeDraft({ query, events, audit, clock }: DraftDependencies): Draft {
  return {
    async write(actor, given) {
      const now = clock.now();
      // A transaction takes the write lock at its start: two who plan at once are judged one after the other.
      const { outcome, entry } = await query.transaction().execute(async (transaction) => {
        const facts = await readPlanningFacts(transaction, now);
        const order = typeof given === "function" ? await given(transaction, facts) : given;
        return writeOrder(transaction, facts, { actor, order, now });
      });
      if (entry !== undefined) {
        await audit.write({ actor: actor.name, ...entry });
        events.publish({ type: "draftChanged" });
      }
      return outcome;
    },
  };
}

async function writeOrder(
  query: Kysely<Tables>,
  facts: PlanningFacts,
  { actor, order, now }: { actor: Actor; order: DraftOrder; now: number },
): Promise<Written> {
  const { puts, removes } = order;
  const ids = [...puts.map(({ slot }) => slot.id), ...removes.map(({ id }) => id)];
  const current = await findSlots(query, "slot", ids);
  const removed = await findSlots(query, "removedSlot", ids);
  const isStale = ({ id, seen }: { id: SlotId; seen?: number | null | undefined }) =>
    seen !== undefined && (current.get(id)?.revision ?? null) !== seen;
  const stale = [...puts.map(({ slot, seen }) => ({ id: slot.id, seen })), ...removes].filter(isStale);
  if (stale.length > 0) {
    const staleIds = stale.map(({ id }) => id);
    const published = await findSlots(query, "publishedSlot", staleIds);
    const differences = staleIds.map((id): SlotDifference => {
      const row = current.get(id);
      const { changedBy: by, changedAt: at } = row ?? removed.get(id) ?? { changedBy: "", changedAt: now };
      return { id, now: row === undefined ? null : draftSlotOf(row, published.get(id)), by, at };
    });
    return { outcome: { outcome: "stale", differences } };
  }

  const { changes, refused } = planChanges(order, await readDraftFacts(query, order, facts));
  if (refused.length > 0 && !order.skipRefused) return { outcome: { outcome: "refused", refused } };
  const skipped = [...(order.skipped ?? []), ...refused];
  if (changes.length === 0) {
    await order.also?.(query);
    return { outcome: { outcome: "applied", changeSet: null, slots: [], removed: [], skipped } };
  }

  const stamp = { changedBy: actor.name, changedAt: now };
  const revisionOf = (id: SlotId) =>
    Math.max(current.get(id)?.revision ?? 0, removed.get(id)?.revision ?? 0) + 1;
  const rows = changes.flatMap(({ id, now: slot }): SlotTable[] =>
    slot === null ? [] : [{ ...placedOf(slot), revision: revisionOf(id), ...stamp }],
  );
  const gone = changes.flatMap(({ id, now: slot }) =>
    slot === null ? [{ id, revision: revisionOf(id), ...stamp }] : [],
  );
  await deleteAll(
    query,
    "slot",
    changes.map(({ id }) => id),
  );
  await deleteAll(
    query,
    "removedSlot",
    changes.map(({ id }) => id),
  );
  for (const part of inParts(rows)) await query.insertInto("slot").values(part).execute();
  for (const part of inParts(gone)) await query.insertInto("removedSlot").values(part).execute();
  const changeSet = v7();
  await keepChangeSet(query, {
    id: changeSet,
    at: now,
    actor,
    kind: order.kind,
    inverse: changes.map(({ id, before, now: slot }) => ({
      id,
      before,
      afterRevision: slot === null ? null : revisionOf(id),
    })),
  });
  await order.also?.(query);
  const published = await findSlots(
    query,
    "publishedSlot",
    rows.map(({ id }) => id),
  );
  return {
    outcome: {
      outcome: "applied",
      changeSet,
      slots: rows.map((row) => draftSlotOf(row, published.get(row.id))),
      removed: gone.map(({ id }) => id),
      skipped,
    },
    entry: {
      action: auditActions[order.kind],
      ...tellChanges(changes, facts, { changeSet, skipped: skipped.length }),
    },
  };
}

async function deleteAll(
  query: Kysely<Tables>,
  table: "slot" | "removedSlot",
  ids: readonly string[],
): Promise<void> {
  for (const part of inParts(ids)) await query.deleteFrom(table).where("id", "in", part).execute();
}

function tellChanges(changes: readonly PlannedChange[], facts: PlanningFacts, detail: object) {
  const days = changes
    .flatMap(({ before, now }) => [before?.date, now?.date])
    .filter((day) => day !== undefined);
  const [first = "", last = first] = [days.reduce(earlier), days.reduce(later)];
  const [only] = changes;
  const slot = only?.now ?? only?.before;
  const span = first === last ? dateOf(first) : `${dateOf(first)}–${dateOf(last)}`;
  const subject = changes.length === 1 && slot ? tellSlot(slot, facts) : `${changes.length} tiết, ${span}`;
  const named = changes.length <= namedSlots ? { changes } : {};
  return { subject, detail: { ...detail, count: changes.length, ...named } };
}

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);
