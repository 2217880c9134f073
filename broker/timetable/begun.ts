// Owns which published slots have begun: stations play them, or remember that they ended, so that they stay as they are.
import type { Kysely } from "kysely";
import { hasBegun } from "../../protocol/timetable/placedSlot.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { PublishedSlotTable, SlotTable, Tables } from "../store/schema.ts";
import { type DateSpan, lastDay, readDraft, readPublished } from "./slotRows.ts";

/** Now, by the school's calendar and clock. */
export type SchoolTime = { readonly today: LocalDate; readonly minute: number };

/** The published slots of today that have begun, by id. */
export async function readBegun(
  query: Kysely<Tables>,
  now: SchoolTime,
): Promise<ReadonlyMap<string, PublishedSlotTable>> {
  const rows = await readPublished(query, { fromDate: now.today, untilDate: now.today });
  return new Map(rows.filter((row) => hasBegun(row, now)).map((row) => [row.id, row]));
}

/** A slot of the draft that says about one that has begun what it should have been: too late, it counts no more. */
export const isTooLate = (
  slot: { readonly id: string; readonly date: LocalDate; readonly startMinute: number },
  begun: ReadonlyMap<string, unknown>,
  now: SchoolTime,
): boolean => slot.date < now.today || (begun.has(slot.id) && hasBegun(slot, now));

/** What of the draft and of the published timetable is still to come, as far as it can be changed. */
export async function readAhead(
  query: Kysely<Tables>,
  now: SchoolTime,
  { fromDate, untilDate }: DateSpan = { fromDate: now.today, untilDate: lastDay },
): Promise<{ draft: SlotTable[]; published: PublishedSlotTable[] }> {
  const span = { fromDate: fromDate < now.today ? now.today : fromDate, untilDate };
  const begun = await readBegun(query, now);
  return {
    draft: (await readDraft(query, span)).filter((row) => !isTooLate(row, begun, now)),
    published: (await readPublished(query, span)).filter((row) => !hasBegun(row, now)),
  };
}
