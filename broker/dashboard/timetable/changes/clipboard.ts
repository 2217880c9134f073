// Owns what was copied and where it lands: slots keep their distance in days and periods from the first of them. Pure.
import type { SlotId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../../../protocol/timetable/placementConflicts.ts";
import { addDays, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { SlotChange, Week } from "../../../api/timetable.ts";
import { factsOf, placedAt, verdictOf } from "../week/placement.ts";
import { type Place, placeKey, type WeekLayout } from "../week/weekRows.ts";
import { putOf } from "./slotChanges.ts";

export type PastePlan = { readonly changes: readonly SlotChange[]; readonly skipped: number };

/** Null as the cell: the same weekdays, periods and rooms of the week on screen. What does not fit is left out and counted. */
export function planPaste(
  copied: readonly PlacedSlot[],
  cell: Place | null,
  week: Week,
  layout: WeekLayout,
  makeId: () => SlotId,
): PastePlan {
  const periods = layout.rows.flatMap(({ period }) => (period === null ? [] : [period.id]));
  const rankOf = (slot: PlacedSlot) => (slot.periodId === null ? -1 : periods.indexOf(slot.periodId));
  const ordered = copied
    .filter(({ periodId }) => periodId !== null)
    .sort((a, b) => a.date.localeCompare(b.date) || rankOf(a) - rankOf(b));
  const [first] = ordered;
  const open = new Set(
    layout.rows.flatMap(({ bands }) =>
      bands.flatMap(({ cells }) => cells.flatMap(({ key, place }) => (place === null ? [] : [key]))),
    ),
  );
  let slots = [...week.slots];
  const changes: SlotChange[] = [];
  let skipped = copied.length - ordered.length;
  if (first === undefined) return { changes, skipped };
  for (const slot of ordered) {
    const days = weekdayOfDate(slot.date) - weekdayOfDate(first.date);
    const place =
      cell === null
        ? sameIn(week, slot)
        : moved(cell, days, rankOf(slot) - rankOf(first), slot, first, periods);
    // Days that are over, and places outside of the grid, take nothing.
    const wanted =
      place !== null && open.has(placeKey(place)) ? placedAt({ ...slot, id: makeId() }, place, week) : null;
    const free = wanted !== null && verdictOf(conflictsOf(wanted, { ...factsOf(week), slots })) !== "refused";
    if (!free) {
      skipped++;
      continue;
    }
    slots = [...slots, { ...wanted, revision: 0, changedBy: "", changedAt: 0, draft: "added" as const }];
    changes.push(putOf(wanted, null));
  }
  return { changes, skipped };
}

const sameIn = (week: Week, { roomId, date, periodId }: PlacedSlot): Place | null =>
  periodId === null ? null : { roomId, periodId, date: addDays(week.monday, weekdayOfDate(date) - 1) };

function moved(
  cell: Place,
  days: number,
  steps: number,
  slot: PlacedSlot,
  first: PlacedSlot,
  periods: readonly Place["periodId"][],
): Place | null {
  const periodId = periods[periods.indexOf(cell.periodId) + steps];
  if (periodId === undefined) return null;
  return {
    date: addDays(cell.date, days),
    periodId,
    // Slots of one room land in the room of the cell; others keep their own.
    roomId: slot.roomId === first.roomId ? cell.roomId : slot.roomId,
  };
}
