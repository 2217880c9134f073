// Owns reading what an order is judged against: the slots it changes, the days it puts something on, and what has begun today.
import type { Kysely } from "kysely";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { Tables } from "../store/schema.ts";
import { readBegun } from "./begun.ts";
import type { DraftOrder } from "./draftOrder.ts";
import type { DraftFacts } from "./planChanges.ts";
import type { PlanningFacts } from "./planningFacts.ts";
import { findSlots, inParts, placedOf } from "./slotRows.ts";

export async function readDraftFacts(
  query: Kysely<Tables>,
  { puts, removes }: DraftOrder,
  facts: PlanningFacts,
): Promise<DraftFacts> {
  const ids = [...puts.map(({ slot }) => slot.id), ...removes.map(({ id }) => id)];
  const days = new Set(puts.map(({ slot }) => slot.date));
  const sameDays: PlacedSlot[] = [];
  for (const part of inParts([...days]))
    sameDays.push(
      ...(await query.selectFrom("slot").where("date", "in", part).selectAll().execute()).map(placedOf),
    );
  return {
    facts,
    current: await placed(findSlots(query, "slot", ids)),
    sameDays,
    begun: await placed(readBegun(query, facts)),
  };
}

const placed = async (rows: Promise<ReadonlyMap<string, Parameters<typeof placedOf>[0]>>) =>
  new Map([...(await rows)].map(([id, row]) => [id, placedOf(row)]));
