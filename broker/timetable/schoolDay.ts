// Owns which day it is at school.
import { isZone, type LocalDate } from "../../protocol/timetable/timetable.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";

/**
 * The day of an instant by the school's calendar. A zone that this machine does not know (a database that was edited by
 * hand, an older Node) must not keep the hub from starting: its plans are refused and say why, and days are UTC's.
 */
export const dayAt = (now: number, zone: string): LocalDate =>
  localTimeOf(now, isZone(zone) ? zone : "UTC").date;
