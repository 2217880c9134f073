// Owns doing to the following weeks of the term what was done to one slot, in one go that one undo takes back.
import type { QueryClient } from "@tanstack/react-query";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { mondayOf, weeksOf } from "../../../../protocol/timetable/schoolYear.ts";
import type { SlotChange } from "../../../api/timetable.ts";
import { callApi } from "../../client/callApi.ts";
import { hubKey } from "../../client/hubQuery.ts";
import { useTexts } from "../texts/useTexts.ts";
import { conflictSentences } from "../week/conflictText.ts";
import { mondaysAfter, planFollowing } from "./followingWeeks.ts";
import { fetchWeeks, newSlotId, useEditing } from "./useEditing.ts";

export type FollowingOrder = {
  readonly slot: PlacedSlot;
  /** As it was before; null for a new slot. */
  readonly before: PlacedSlot | null;
  /** Of this week, in the same go. */
  readonly now: readonly SlotChange[];
  readonly label: string;
  readonly client: QueryClient;
};

export function useFollowing(): (order: FollowingOrder) => Promise<void> {
  const { t } = useTexts();
  const editing = useEditing();
  return async ({ slot, before, now, label, client }) => {
    const school = await client.fetchQuery({
      queryKey: hubKey("showSchool", {}),
      queryFn: () => callApi("showSchool", {}),
    });
    const monday = mondayOf(slot.date);
    const year = school.years.find((one) =>
      weeksOf(one, school.closures).some((week) => week.monday === monday),
    );
    const mondays = year === undefined ? [] : mondaysAfter(weeksOf(year, school.closures), monday);
    const weeks = await fetchWeeks(mondays);
    const { changes, skipped } = planFollowing(slot, before, weeks, newSlotId);
    const written = await editing.change([...now, ...changes], label);
    if (!written) return;
    editing.showSkipped(
      now.length + changes.length,
      skipped.map(({ wanted, conflicts }) => {
        const week = weeks.find((one) => one.monday === mondayOf(wanted.date));
        return {
          date: wanted.date,
          reasons: week === undefined ? [] : conflictSentences(conflicts, wanted, week, t),
        };
      }),
    );
  };
}
