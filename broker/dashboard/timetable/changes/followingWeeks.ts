// Owns doing the same in the weeks that follow: at the same weekday, period and room, in each week of the term. Pure.
import type { SlotId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { conflictsOf, type PlacementConflict } from "../../../../protocol/timetable/placementConflicts.ts";
import type { SchoolWeek } from "../../../../protocol/timetable/schoolYear.ts";
import { addDays, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { SlotChange, Week } from "../../../api/timetable.ts";
import { factsOf, placedAt, verdictOf } from "../week/placement.ts";
import { putOf } from "./slotChanges.ts";

/** Mondays of the term's teaching weeks after the one that begins at `monday`. */
export function mondaysAfter(weeks: readonly SchoolWeek[], monday: string): string[] {
  const term = weeks.find((week) => week.monday === monday)?.term;
  return weeks
    .filter((week) => week.monday > monday && week.number !== null && week.term === term)
    .map((week) => week.monday);
}

export type SkippedPlace = { readonly wanted: PlacedSlot; readonly conflicts: readonly PlacementConflict[] };
export type FollowingPlan = {
  readonly changes: readonly SlotChange[];
  readonly skipped: readonly SkippedPlace[];
};

/**
 * `before`: the slot as it was: in later weeks the same class at the same weekday, period and room changes with it, and weeks
 * without it are left alone. Null for a new slot: it is added wherever it fits.
 */
export function planFollowing(
  slot: PlacedSlot,
  before: PlacedSlot | null,
  weeks: readonly Week[],
  makeId: () => SlotId,
): FollowingPlan {
  const changes: SlotChange[] = [];
  const skipped: SkippedPlace[] = [];
  for (const week of weeks) {
    const likes = before ?? slot;
    const old = week.slots.find((one) => isLike(one, likes));
    // A new one that is there already, or an old one that this week does not have.
    if ((before === null) === (old !== undefined)) continue;
    const date = addDays(week.monday, weekdayOfDate(slot.date) - 1);
    const id = old?.id ?? makeId();
    const wanted =
      slot.periodId === null
        ? { ...slot, id, date }
        : placedAt({ ...slot, id }, { roomId: slot.roomId, date, periodId: slot.periodId }, week);
    if (wanted === null || week.days.find((day) => day.date === date)?.closed != null) continue;
    const conflicts = conflictsOf(wanted, factsOf(week));
    if (verdictOf(conflicts) === "refused") skipped.push({ wanted, conflicts });
    else changes.push(putOf(wanted, old?.revision ?? null));
  }
  return { changes, skipped };
}

const isLike = (one: PlacedSlot, slot: PlacedSlot) =>
  one.classId === slot.classId &&
  one.roomId === slot.roomId &&
  weekdayOfDate(one.date) === weekdayOfDate(slot.date) &&
  (slot.periodId === null ? one.startMinute === slot.startMinute : one.periodId === slot.periodId);
