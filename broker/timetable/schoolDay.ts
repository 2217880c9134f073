// Owns which time it is at school, also when its zone cannot be used.
import { isZone, type LocalDate } from "../../protocol/timetable/timetable.ts";
import { type LocalTime, localTimeOf } from "../../protocol/timetable/zone.ts";

const usable = new Map<string, string>();

/**
 * A zone that this machine does not know (a database that was edited by hand, an older Node) must not keep the hub from
 * starting: the plans are refused and say why, and days are UTC's until it is put right.
 */
export function usableZone(zone: string): string {
  const known = usable.get(zone);
  if (known !== undefined) return known;
  // Asking the platform costs about as much as a hundred answers.
  const found = isZone(zone) ? zone : "UTC";
  usable.set(zone, found);
  return found;
}

/** An instant by the school's calendar and clock. */
export const timeAt = (now: number, zone: string): LocalTime => localTimeOf(now, usableZone(zone));

/** The day of an instant by the school's calendar. */
export const dayAt = (now: number, zone: string): LocalDate => timeAt(now, zone).date;
