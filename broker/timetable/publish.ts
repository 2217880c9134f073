// Owns publishing: in one transaction the published timetable of some days becomes the draft, and the rooms that changed hear of it.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { RoomId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { hasBegun } from "../../protocol/timetable/placedSlot.ts";
import type { Actor } from "../hubServices.ts";
import type { PublishedSlotTable, Tables } from "../store/schema.ts";
import { readAhead, type SchoolTime } from "./begun.ts";
import { dateOf } from "./conflictSentence.ts";
import type { DraftDependencies } from "./draft.ts";
import { differences, type SlotPair, withinSpan } from "./draftDifference.ts";
import { readPlanningFacts } from "./planningFacts.ts";
import { type DateSpan, findSlots, inParts } from "./slotRows.ts";

export type PublishedCount = { readonly added: number; readonly changed: number; readonly removed: number };

export type PublishDependencies = DraftDependencies & {
  /** Undefined when the room's plan fits into what devices take; else a sentence. Reads what the transaction wrote. */
  readonly refusePlan: (query: Kysely<Tables>, room: RoomId, now: number) => Promise<string | undefined>;
};

const keptRemovedMs = 14 * 86_400_000;

/** Thrown inside the transaction, so that nothing of it stays. */
class PlanRefused extends Error {}

/** PLAN_REFUSED's detail is a Vietnamese sentence. */
export async function publishDraft(
  deps: PublishDependencies,
  actor: Actor,
  span: DateSpan,
): Promise<Result<PublishedCount, "PLAN_REFUSED">> {
  const { query, events, audit, clock, refusePlan } = deps;
  const now = clock.now();
  try {
    const { pairs, rooms } = await query.transaction().execute(async (transaction) => {
      const time = await readPlanningFacts(transaction, now);
      const { draft, published } = await readAhead(transaction, time);
      const chosen = withinSpan(differences(draft, published), span);
      const pairs = await apartFromPast(transaction, { pairs: chosen, time, actor, now });
      await write(transaction, pairs);
      await forgetRemoved(transaction, now);
      const rooms = roomsOf(pairs);
      for (const room of rooms) {
        const sentence = await refusePlan(transaction, room, now);
        if (sentence !== undefined) throw new PlanRefused(sentence);
      }
      return { pairs, rooms };
    });
    const count = countOf(pairs);
    if (pairs.length > 0) {
      await audit.write({
        actor: actor.name,
        action: "timetable.publish",
        subject: `${dateOf(span.fromDate)}–${dateOf(span.untilDate)}`,
        detail: { ...span, ...count },
      });
      for (const room of rooms) events.publish({ type: "timetableChanged", room });
      events.publish({ type: "draftChanged" });
    }
    return ok(count);
  } catch (error) {
    if (error instanceof PlanRefused) return failure("PLAN_REFUSED", error.message);
    throw error;
  }
}

/**
 * A slot that took place, or has begun, and was planned for later stays where it was: what is planned becomes a slot of
 * its own, or the past would lose it, and stations would take the new lesson for the one that they have ended.
 */
async function apartFromPast(
  query: Kysely<Tables>,
  { pairs, time, actor, now }: { pairs: readonly SlotPair[]; time: SchoolTime; actor: Actor; now: number },
): Promise<SlotPair[]> {
  const added = pairs.filter(({ published }) => published === undefined).map(({ id }) => id);
  const tookPlace = await findSlots(query, "publishedSlot", added);
  const apart: SlotPair[] = [];
  for (const pair of pairs) {
    const { id, draft } = pair;
    const took = tookPlace.get(id);
    if (draft === undefined || took === undefined || !hasBegun(took, time)) {
      apart.push(pair);
      continue;
    }
    const renewed = { ...draft, id: v7() };
    await query.updateTable("slot").set({ id: renewed.id }).where("id", "=", id).execute();
    await query
      .insertInto("removedSlot")
      .values({ id, revision: draft.revision + 1, changedBy: actor.name, changedAt: now })
      .execute();
    apart.push({ id: renewed.id, draft: renewed, published: undefined });
  }
  return apart;
}

async function write(query: Kysely<Tables>, pairs: readonly SlotPair[]): Promise<void> {
  for (const part of inParts(pairs.map(({ id }) => id)))
    await query.deleteFrom("publishedSlot").where("id", "in", part).execute();
  const rows = pairs.flatMap(({ draft }): PublishedSlotTable[] => {
    if (draft === undefined) return [];
    const { origin, revision, changedBy, changedAt, ...row } = draft;
    return [row];
  });
  for (const part of inParts(rows)) await query.insertInto("publishedSlot").values(part).execute();
}

/** Who removed a slot is asked for until the removal is published, and by pages that still show it. */
async function forgetRemoved(query: Kysely<Tables>, now: number): Promise<void> {
  await query
    .deleteFrom("removedSlot")
    .where("changedAt", "<", now - keptRemovedMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("publishedSlot").select("id").whereRef("publishedSlot.id", "=", "removedSlot.id")),
      ),
    )
    .execute();
}

const roomsOf = (pairs: readonly SlotPair[]): RoomId[] => [
  ...new Set(
    pairs.flatMap(({ draft, published }) =>
      [draft?.roomId, published?.roomId].filter((id) => id !== undefined),
    ) as RoomId[],
  ),
];

function countOf(pairs: readonly SlotPair[]): PublishedCount {
  const added = pairs.filter(({ published }) => published === undefined).length;
  const removed = pairs.filter(({ draft }) => draft === undefined).length;
  return { added, changed: pairs.length - added - removed, removed };
}
