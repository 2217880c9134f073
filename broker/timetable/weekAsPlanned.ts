// Owns what planners see of some days: what took place as it was published, what is to come as the draft has it.
import type { Kysely } from "kysely";
import { hasBegun, type PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { DraftSlot } from "../api/timetable.ts";
import type { Tables } from "../store/schema.ts";
import { readAhead, type SchoolTime } from "./begun.ts";
import {
  type DateSpan,
  draftSlotOf,
  findSlots,
  placedOf,
  publishedAsDraft,
  readPublished,
} from "./slotRows.ts";

export type View = "draft" | "published";

/** `published`: all of it as published. What has begun by `now` is what it was, whatever a draft once wanted. */
export async function daysAsSeen(
  query: Kysely<Tables>,
  { fromDate, untilDate }: DateSpan,
  { view, now }: { readonly view: View; readonly now: SchoolTime },
): Promise<{ slots: DraftSlot[]; removed: PlacedSlot[] }> {
  const published = await readPublished(query, { fromDate, untilDate });
  if (view === "published" || untilDate < now.today)
    return { slots: published.map(publishedAsDraft), removed: [] };
  const { draft, published: ahead } = await readAhead(query, now, { fromDate, untilDate });
  const publishedById = await findSlots(
    query,
    "publishedSlot",
    draft.map(({ id }) => id),
  );
  const draftIds = new Set(draft.map(({ id }) => id));
  const elsewhere = await findSlots(
    query,
    "slot",
    ahead.flatMap(({ id }) => (draftIds.has(id) ? [] : [id])),
  );
  return {
    slots: [
      ...published.filter((row) => hasBegun(row, now)).map(publishedAsDraft),
      ...draft.map((row) => {
        const known = publishedById.get(row.id);
        return draftSlotOf(row, known !== undefined && hasBegun(known, now) ? undefined : known);
      }),
    ],
    removed: ahead
      // One that moved to another day to come is not removed.
      .filter(({ id }) => !draftIds.has(id) && !((elsewhere.get(id)?.date ?? "") >= now.today))
      .map(placedOf),
  };
}

export const weekAsPlanned = async (
  query: Kysely<Tables>,
  monday: LocalDate,
  now: SchoolTime,
): Promise<PlacedSlot[]> => {
  const week = { fromDate: monday, untilDate: addDays(monday, 6) };
  const { slots } = await daysAsSeen(query, week, { view: "draft", now });
  return slots.map(placedOf);
};
