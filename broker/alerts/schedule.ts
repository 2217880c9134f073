// Owns when maintenance keeps alerts quiet. Pure.
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { MaintenanceWindowOrder } from "../api/alerts.ts";

export type QuietPlaces = {
  /** Whether nothing is told of a device now; both null: of the hub. */
  covers(deviceId: string | null, roomId: string | null): boolean;
};

/** Asked once a moment: the time of day is looked up once, not once a device. */
export function quietPlaces(
  windows: readonly Pick<MaintenanceWindowOrder, "place" | "time">[],
  now: number,
  zone: string,
): QuietPlaces {
  const running = windows.filter(({ time }) => isWithin(time, now, zone));
  const school = running.some(({ place }) => place.of === "school");
  const ids = new Set<string>(running.flatMap(({ place }) => (place.of === "school" ? [] : [place.id])));
  return {
    covers: (deviceId, roomId) =>
      school || (deviceId !== null && ids.has(deviceId)) || (roomId !== null && ids.has(roomId)),
  };
}

export function isWithin(time: MaintenanceWindowOrder["time"], now: number, zone: string): boolean {
  if (time.repeats === "once") return time.fromAt <= now && now < time.untilAt;
  const { weekday, minute } = localTimeOf(now, zone);
  const { weekdays, startMinute, endMinute } = time;
  if (startMinute < endMinute)
    return weekdays.includes(weekday) && startMinute <= minute && minute < endMinute;
  // Over midnight: the early part belongs to the day before.
  const before = weekday === 1 ? 7 : weekday - 1;
  return (
    (weekdays.includes(weekday) && minute >= startMinute) || (weekdays.includes(before) && minute < endMinute)
  );
}

/** The same for a channel's quiet hours. */
export function isInHours(
  hours: { readonly startMinute: number; readonly endMinute: number } | null,
  minute: number,
): boolean {
  if (hours === null) return false;
  const { startMinute, endMinute } = hours;
  if (startMinute < endMinute) return startMinute <= minute && minute < endMinute;
  return minute >= startMinute || minute < endMinute;
}
