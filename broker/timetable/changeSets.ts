// Owns change sets: what each action of a planner changed, so that it can be taken back.
import type { Kysely } from "kysely";
import type { SlotId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import type { ChangeKind, DraftOrder } from "./draftOrder.ts";

/** `before` null: the slot was new. `afterRevision`: what the change left, null for nothing: a later change by anybody is seen. */
export type InverseChange = {
  readonly id: SlotId;
  readonly before: PlacedSlot | null;
  readonly afterRevision: number | null;
};

/** Nobody takes back what is older; a rotation's inverse is most of a megabyte. */
const keptMs = 14 * 86_400_000;

export async function keepChangeSet(
  query: Kysely<Tables>,
  set: { id: string; at: number; actor: Actor; kind: ChangeKind; inverse: readonly InverseChange[] },
): Promise<void> {
  const { id, at, actor, kind, inverse } = set;
  await query
    .deleteFrom("slotChangeSet")
    .where("at", "<", at - keptMs)
    .execute();
  await query
    .insertInto("slotChangeSet")
    .values({
      id,
      at,
      actor: actor.name,
      staffId: actor.staffId,
      kind,
      count: inverse.length,
      inverse: JSON.stringify(inverse),
      undoneAt: null,
    })
    .execute();
}

/** The order that takes a change set back; undefined when there is none, or it is too old. */
export async function undoOrder(
  query: Kysely<Tables>,
  changeSet: string,
  now: number,
): Promise<DraftOrder | undefined> {
  const row = await query
    .selectFrom("slotChangeSet")
    .where("id", "=", changeSet)
    .select("inverse")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // Only keepChangeSet writes it.
  const inverse = JSON.parse(row.inverse) as InverseChange[];
  return {
    kind: "undo",
    skipRefused: false,
    puts: inverse.flatMap(({ before, afterRevision }) =>
      before === null ? [] : [{ slot: before, seen: afterRevision }],
    ),
    removes: inverse.flatMap(({ id, before, afterRevision }) =>
      before === null && afterRevision !== null ? [{ id, seen: afterRevision }] : [],
    ),
    also: async (transaction) => {
      await transaction
        .updateTable("slotChangeSet")
        .set({ undoneAt: now })
        .where("id", "=", changeSet)
        .execute();
    },
  };
}
