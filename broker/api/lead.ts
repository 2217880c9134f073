// Owns the contract of leading a lesson: what to propose, the orders, readiness, and the lessons as they happened.
import { z } from "zod";
import { classId, deviceId, lessonId, roomId, sessionId, slotId } from "../../protocol/ids.ts";
import { lessonLead } from "../../protocol/lesson/lessonLead.ts";
import { lessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { gameInLesson } from "./lessons.ts";
import { boardRoom, lesson, schoolClass } from "./rooms.ts";
import { defineRoutes } from "./route.ts";

export const leadPage = z.object({
  room: boardRoom,
  /** Offered in the lesson that runs, in order: what "next game" goes through. */
  games: z.array(gameInLesson),
  /** What a start would begin, by the timetable and the clock; null when nothing is planned soon. */
  proposal: z
    .object({
      classId,
      lessonId,
      /** Null: a lesson of its own, no slot is near. */
      slotId: slotId.nullable(),
      /** UTC ms; null without a slot. */
      startAt: z.number().int().nullable(),
      endAt: z.number().int().nullable(),
      /** Children on the class's register. */
      headcount: z.number().int().nullable(),
      /** Stations that are on now. */
      stationsInUse: z.number().int().nullable(),
    })
    .nullable(),
  classes: z.array(schoolClass),
  lessons: z.array(lesson),
  /** Until when "more minutes" may still go, UTC ms: the cap or the next class; null while nothing runs. */
  extendableUntil: z.number().int().nullable(),
  /** Hub's clock, UTC ms. */
  now: z.number().int(),
});
export type LeadPage = z.infer<typeof leadPage>;

export const sessionRow = z.object({
  id: sessionId,
  roomId: roomId.nullable(),
  roomName: z.string(),
  classId,
  className: z.string(),
  classEmblem: z.string(),
  lessonId,
  lessonTitle: z.string(),
  slotId: slotId.nullable(),
  /** timetable | teacher | hub */
  source: z.string(),
  /** Corrected, UTC ms. */
  openedAt: z.number().int(),
  closedAt: z.number().int().nullable(),
  /** By the timetable, minutes of the school's day; null without a slot, or when that was changed since. */
  planned: z.object({ startMinute: z.number().int(), endMinute: z.number().int() }).nullable(),
  headcount: z.number().int().nullable(),
  /** The longest play at one station, whole minutes; null until a station said. */
  playedMinutes: z.number().int().nullable(),
  stations: z.number().int(),
  gameRuns: z.number().int(),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const leadRoutes = defineRoutes({
  showLead: {
    method: "GET",
    path: "/api/rooms/:roomId/lead",
    permission: "rooms.view",
    summary: "A room as the teacher in it needs it: what runs, what to start, every station",
    params: z.object({ roomId }),
    reply: leadPage,
  },
  giveOrder: {
    method: "POST",
    path: "/api/rooms/:roomId/orders",
    permission: "sessions.lead",
    summary: "Lead the lesson: start, pause, resume, next game, let choose, more minutes, count, end",
    params: z.object({ roomId }),
    body: lessonOrder,
    reply: lessonLead,
  },
  checkReadiness: {
    method: "POST",
    path: "/api/rooms/:roomId/readiness",
    permission: "sessions.lead",
    summary: "Let every station that is on check itself now",
    params: z.object({ roomId }),
    reply: z.object({ asked: z.array(deviceId) }),
  },
  listSessions: {
    method: "GET",
    path: "/api/sessions",
    permission: "sessions.view",
    summary: "Lessons as they happened, newest first",
    query: z.object({
      from: z.coerce.number().int(),
      to: z.coerce.number().int(),
      roomId: roomId.optional(),
      classId: classId.optional(),
    }),
    reply: z.array(sessionRow).max(2000),
  },
});
