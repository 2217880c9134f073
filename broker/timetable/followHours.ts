// Owns bringing slots to their period's hours after periods or the days of winter were changed: from tomorrow on, draft and published.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { hoursOn, readPlanningFacts } from "./planningFacts.ts";
import { inParts, lastDay, readDraft, readPublished } from "./slotRows.ts";

/**
 * Runs in the transaction that changed the hours. Returns the rooms whose published slots moved: publish a
 * `timetableChanged` for each after the commit. Today stays as it began. Revisions stay too: whoever puts such a slot
 * gets the period's hours anyway.
 */
export async function followHours(query: Kysely<Tables>, now: number): Promise<RoomId[]> {
  const facts = await readPlanningFacts(query, now);
  const ahead = { fromDate: addDays(facts.today, 1), untilDate: lastDay };
  const rooms = new Set<RoomId>();
  for (const table of ["slot", "publishedSlot"] as const) {
    const rows = await (table === "slot" ? readDraft : readPublished)(query, ahead);
    const moved = new Map<string, { startMinute: number; endMinute: number; ids: string[] }>();
    for (const { id, roomId, date, periodId, startMinute, endMinute } of rows) {
      const hours = periodId === null ? undefined : hoursOn(facts, periodId, date);
      if (hours === undefined || (hours.startMinute === startMinute && hours.endMinute === endMinute))
        continue;
      const key = `${hours.startMinute}–${hours.endMinute}`;
      const group = moved.get(key) ?? { ...hours, ids: [] };
      group.ids.push(id);
      moved.set(key, group);
      if (table === "publishedSlot") rooms.add(roomId as RoomId);
    }
    for (const { startMinute, endMinute, ids } of moved.values())
      for (const part of inParts(ids))
        await query.updateTable(table).set({ startMinute, endMinute }).where("id", "in", part).execute();
  }
  return [...rooms];
}
