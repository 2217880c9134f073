// Owns the school's local hour on a screen: by the lesson engine's time, in the timetable's zone.
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useStationState } from "../station/StationContext.tsx";
import { type DayPart, dayPartOf } from "./daylight.ts";

/** What part of the day the sky shows; broad day while the time is not known. */
export function useDayPart(): DayPart {
  return useStationState(({ lesson }) => {
    if (lesson.time === null || lesson.plan === null || !lesson.time.trusted) return "day";
    return dayPartOf(localTimeOf(lesson.time.now, lesson.plan.timetable.zone).minute / 60);
  });
}

/** "08:05" by the school's clock; null while it cannot be trusted. */
export function useClockText(): string | null {
  return useStationState(({ lesson }) => {
    if (lesson.time === null || lesson.plan === null || !lesson.time.trusted) return null;
    return clockText(lesson.time.now, lesson.plan.timetable.zone);
  });
}

export function clockText(at: number, zone: string): string {
  const { minute } = localTimeOf(at, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;
}
