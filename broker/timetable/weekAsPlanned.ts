// Owns what planners see of some days: what took place as it was published, what is to come as the draft has it.
import type { Kysely } from "kysely";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { DraftSlot } from "../api/timetable.ts";
import type { Tables } from "../store/schema.ts";
import {
  type DateSpan,
  draftSlotOf,
  findSlots,
  placedOf,
  publishedAsDraft,
  readDraft,
  readPublished,
} from "./slotRows.ts";

export type View = "draft" | "published";

/** `published`: all of it as published. A day before `today` is what it was, whatever a draft once wanted. */
export async function daysAsSeen(
  query: Kysely<Tables>,
  { fromDate, untilDate }: DateSpan,
  { view, today }: { readonly view: View; readonly today: LocalDate },
): Promise<{ slots: DraftSlot[]; removed: PlacedSlot[] }> {
  const published = await readPublished(query, { fromDate, untilDate });
  if (view === "published" || untilDate < today)
    return { slots: published.map(publishedAsDraft), removed: [] };
  const draft = await readDraft(query, { fromDate: fromDate < today ? today : fromDate, untilDate });
  const publishedById = await findSlots(
    query,
    "publishedSlot",
    draft.map(({ id }) => id),
  );
  const draftIds = new Set(draft.map(({ id }) => id));
  const elsewhere = await findSlots(
    query,
    "slot",
    published.flatMap(({ id, date }) => (date < today || draftIds.has(id) ? [] : [id])),
  );
  return {
    slots: [
      ...published.filter(({ date }) => date < today).map(publishedAsDraft),
      ...draft.map((row) => {
        const known = publishedById.get(row.id);
        return draftSlotOf(row, known !== undefined && known.date < today ? undefined : known);
      }),
    ],
    removed: published
      // One that moved to another day to come is not removed.
      .filter(
        ({ id, date }) => date >= today && !draftIds.has(id) && !((elsewhere.get(id)?.date ?? "") >= today),
      )
      .map(placedOf),
  };
}

export const weekAsPlanned = async (
  query: Kysely<Tables>,
  monday: LocalDate,
  today: LocalDate,
): Promise<PlacedSlot[]> => {
  const week = { fromDate: monday, untilDate: addDays(monday, 6) };
  const { slots } = await daysAsSeen(query, week, { view: "draft", today });
  return slots.map(placedOf);
};
