// Owns how days, places and slots of a week are named in sentences.
import { useMemo } from "react";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { Week } from "../../../api/timetable.ts";
import { useTexts } from "../texts/useTexts.ts";
import { weekdayKey } from "../weekday.ts";
import { hoursText } from "./conflictText.ts";
import type { Place } from "./weekRows.ts";

export type WeekNames = ReturnType<typeof useWeekNames>;

/** "2026-11-24" → "24/11", as Vietnamese schools write it. */
export const dayMonth = (date: string) => `${date.slice(8)}/${date.slice(5, 7)}`;

export function useWeekNames(week: Week) {
  const { t, common } = useTexts();
  return useMemo(() => {
    const day = (date: string) =>
      `${common(`time.weekday.${weekdayKey(weekdayOfDate(date))}`)} ${dayMonth(date)}`;
    const className = (id: PlacedSlot["classId"]) => week.classes.find((one) => one.id === id)?.name ?? "?";
    const roomName = (id: PlacedSlot["roomId"]) => week.rooms.find((one) => one.id === id)?.name ?? "?";
    const lessonTitle = (id: PlacedSlot["lessonId"]) =>
      week.lessons.find((one) => one.id === id)?.title ?? "?";
    return {
      day,
      className,
      roomName,
      lessonTitle,
      place: ({ date, periodId, roomId }: Place) =>
        t("drag.where", {
          day: day(date),
          period: week.periods.find(({ id }) => id === periodId)?.name ?? "",
          room: roomName(roomId),
        }),
      slot: (slot: Pick<PlacedSlot, "date" | "startMinute" | "endMinute" | "roomId">) =>
        `${day(slot.date)}, ${hoursText(slot)}, ${roomName(slot.roomId)}`,
    };
  }, [week, t, common]);
}
