// Owns the lead: all that a room's stations should do in the lesson that somebody leads. It is a state, not a step: a station that
// missed any number of orders catches up from the newest one, and a repeat changes nothing (ADR 0021).
import { z } from "zod";
import { classId, deviceId, lessonId, sessionId, slotId } from "../ids.ts";
import { headcount, seats } from "./lessonOrder.ts";

export const stationLead = z.object({
  paused: z.boolean(),
  /** The game of the lesson's list that is played; null: the children choose. */
  place: z.number().int().min(0).nullable(),
  ended: z.boolean(),
});
/** What one station should do. */
export type StationLead = z.infer<typeof stationLead>;

export const lessonLead = z.object({
  sessionId,
  /** Null for a lesson that no slot of the timetable stands for. */
  slotId: slotId.nullable(),
  classId,
  lessonId,
  /** Counts the orders of this lesson, from 1: a station passes over what is not newer. */
  revision: z.number().int().min(1),
  /** UTC ms. */
  startAt: z.number().int(),
  endAt: z.number().int(),
  /** Children in the room; null when nobody counted. */
  headcount: headcount.nullable(),
  /** For every station without an entry of its own. */
  all: stationLead,
  /** Stations that are led one by one. */
  stations: z.partialRecord(deviceId, stationLead),
  /** Children at each station in use; a station without an entry has `otherSeats`. */
  seats: z.partialRecord(deviceId, seats),
  /** Null: nobody said; no turns are shown. */
  otherSeats: seats.nullable(),
});
export type LessonLead = z.infer<typeof lessonLead>;
