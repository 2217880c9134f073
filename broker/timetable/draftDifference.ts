// Owns how the draft differs from what is published, and which days belong together when only some are published. Pure.
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { PublishedSlotTable, SlotTable } from "../store/schema.ts";
import { type DateSpan, samePlace } from "./slotRows.ts";

export type SlotPair = {
  readonly id: string;
  readonly draft: SlotTable | undefined;
  readonly published: PublishedSlotTable | undefined;
};

/** Slots that are only in one of the two, or not at the same place in both. */
export function differences(
  draft: readonly SlotTable[],
  published: readonly PublishedSlotTable[],
): SlotPair[] {
  const publishedById = new Map(published.map((row) => [row.id, row]));
  const draftIds = new Set(draft.map(({ id }) => id));
  return [
    ...draft
      .map((row) => ({ id: row.id, draft: row, published: publishedById.get(row.id) }))
      .filter(({ draft: row, published: other }) => other === undefined || !samePlace(row, other)),
    ...published
      .filter(({ id }) => !draftIds.has(id))
      .map((row) => ({ id: row.id, draft: undefined, published: row })),
  ];
}

/**
 * Those differences that a span takes with it. A slot that moved to another day ties both days together: publishing
 * one without the other would lose the slot, or put two into one place.
 */
export function withinSpan(pairs: readonly SlotPair[], { fromDate, untilDate }: DateSpan): SlotPair[] {
  const days = new Map<LocalDate, SlotPair[]>();
  const daysOf = ({ draft, published }: SlotPair) =>
    [draft?.date, published?.date].filter((day) => day !== undefined);
  for (const pair of pairs)
    for (const day of new Set(daysOf(pair))) days.set(day, [...(days.get(day) ?? []), pair]);
  const open = [...days.keys()].filter((day) => fromDate <= day && day <= untilDate);
  const seen = new Set(open);
  const taken = new Map<string, SlotPair>();
  for (let day = open.pop(); day !== undefined; day = open.pop())
    for (const pair of days.get(day) ?? []) {
      taken.set(pair.id, pair);
      for (const other of daysOf(pair))
        if (!seen.has(other)) {
          seen.add(other);
          open.push(other);
        }
    }
  return [...taken.values()];
}
