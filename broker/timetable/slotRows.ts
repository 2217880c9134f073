// Owns reading slots of the draft and of the published timetable from the store, and how rows become slots.
import type { Kysely } from "kysely";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { DraftSlot } from "../api/timetable.ts";
import type { PublishedSlotTable, SlotTable, Tables } from "../store/schema.ts";

export type DateSpan = { readonly fromDate: LocalDate; readonly untilDate: LocalDate };

/** Nobody plans further ahead. */
export const lastDay = "9999-12-31";

/** SQLite binds at most 32,766 values to a statement. */
export const rowsAtOnce = 500;

export function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += rowsAtOnce) yield items.slice(from, from + rowsAtOnce);
}

/** A published slot's origin no longer matters; it counts as made by hand. */
export function placedOf(row: PublishedSlotTable & { readonly origin?: string }): PlacedSlot {
  const { id, roomId, date, periodId, startMinute, endMinute, classId, lessonId } = row;
  const origin = row.origin === "generator" ? "generator" : "hand";
  // Only parsed ids are ever written.
  return {
    id,
    roomId,
    date,
    periodId,
    startMinute,
    endMinute,
    classId,
    lessonId,
    origin,
  } as PlacedSlot;
}

/** Whether devices would notice no difference. */
export const samePlace = (a: PublishedSlotTable, b: PublishedSlotTable): boolean =>
  a.roomId === b.roomId &&
  a.date === b.date &&
  a.periodId === b.periodId &&
  a.startMinute === b.startMinute &&
  a.endMinute === b.endMinute &&
  a.classId === b.classId &&
  a.lessonId === b.lessonId;

export function draftSlotOf(row: SlotTable, published: PublishedSlotTable | undefined): DraftSlot {
  const { revision, changedBy, changedAt } = row;
  const draft = published === undefined ? "added" : samePlace(row, published) ? "same" : "changed";
  return { ...placedOf(row), revision, changedBy, changedAt, draft };
}

/** As people see it who see no draft. */
export const publishedAsDraft = (row: PublishedSlotTable): DraftSlot => ({
  ...placedOf(row),
  revision: 0,
  changedBy: "",
  changedAt: 0,
  draft: "same",
});

export const readDraft = (query: Kysely<Tables>, { fromDate, untilDate }: DateSpan): Promise<SlotTable[]> =>
  query.selectFrom("slot").where("date", ">=", fromDate).where("date", "<=", untilDate).selectAll().execute();

export const readPublished = (
  query: Kysely<Tables>,
  { fromDate, untilDate }: DateSpan,
): Promise<PublishedSlotTable[]> =>
  query
    .selectFrom("publishedSlot")
    .where("date", ">=", fromDate)
    .where("date", "<=", untilDate)
    .selectAll()
    .execute();

/** By id, of those that are there. */
export async function findSlots<Table extends "slot" | "publishedSlot" | "removedSlot">(
  query: Kysely<Tables>,
  table: Table,
  ids: readonly string[],
): Promise<Map<string, Tables[Table]>> {
  const found = new Map<string, Tables[Table]>();
  for (const part of inParts(ids)) {
    // One query over three tables: each has an id.
    const rows = await query
      .selectFrom(table as "slot")
      .where("id", "in", part)
      .selectAll()
      .execute();
    for (const row of rows) found.set(row.id, row as unknown as Tables[Table]);
  }
  return found;
}
