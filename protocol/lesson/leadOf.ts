// Owns what a lead says to one station. Apart from the lead's schema: the kiosk's first picture needs no schemas.
import type { DeviceId } from "../ids.ts";
import type { LessonLead, StationLead } from "./lessonLead.ts";

export const leadOf = (lead: LessonLead, station: DeviceId): StationLead =>
  lead.stations[station] ?? lead.all;

export const seatsOf = (lead: LessonLead, station: DeviceId): number | null =>
  lead.seats[station] ?? lead.otherSeats;
