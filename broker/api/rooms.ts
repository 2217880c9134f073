// Owns the contract of rooms, classes and the room board.
import { z } from "zod";
import { deviceKind } from "../../protocol/documents/config.ts";
import { ageBand } from "../../protocol/game.ts";
import { classId, deviceId, lessonId, roomId, sessionId, slotId } from "../../protocol/ids.ts";
import { lessonLead } from "../../protocol/lesson/lessonLead.ts";
import { kioskLive } from "../../protocol/messages/live.ts";
import { defineRoutes } from "./route.ts";

export const room = z.object({
  id: roomId,
  name: z.string(),
  /** kidsmart: the computer room; classroom; office; functional. */
  kind: z.enum(["kidsmart", "classroom", "office", "functional"]),
});
export type Room = z.infer<typeof room>;

export const schoolClass = z.object({
  id: classId,
  name: z.string(),
  emblem: z.string(),
  ageBand,
  /** On the register; null when nobody said. */
  children: z.number().int().nullable(),
  /** Its own classroom; null when it has none. */
  homeRoomId: roomId.nullable(),
});
export type SchoolClass = z.infer<typeof schoolClass>;

export const lesson = z.object({
  id: lessonId,
  title: z.string(),
  goal: z.string(),
  ageBand,
  /** Length, minutes. */
  minutes: z.number().int(),
});
export type Lesson = z.infer<typeof lesson>;

export const healthLight = z.enum(["green", "yellow", "red", "grey"]);
/** grey: off or never seen; red: lost or in trouble; yellow: look at it; green: well. */
export type HealthLight = z.infer<typeof healthLight>;

export const deviceReachability = z.enum(["online", "lost", "stopped", "neverSeen"]);

export const stationReadiness = z.object({
  /** UTC ms. */
  at: z.number().int(),
  sessionId: sessionId.nullable(),
  /** What to do, Vietnamese, one sentence for each problem; empty when the station is ready. */
  problems: z.array(z.string()),
});
export type StationReadiness = z.infer<typeof stationReadiness>;

export const station = z.object({
  deviceId,
  name: z.string(),
  kind: deviceKind,
  stationNumber: z.number().int().nullable(),
  emblem: z.string(),
  reachability: deviceReachability,
  /** UTC ms; null when never seen. */
  lastSeenAt: z.number().int().nullable(),
  light: healthLight,
  /** Why the light is not green, Vietnamese, one sentence each; empty when green. */
  reasons: z.array(z.string()),
  /** What it shows now; null when unknown. */
  kiosk: kioskLive.nullable(),
  cpuPercent: z.number().nullable(),
  memoryPercent: z.number().nullable(),
  temperatureC: z.number().nullable(),
  /** The newest check before a lesson; null when there was none. */
  readiness: stationReadiness.nullable(),
});
/** One device as the room board shows it. */
export type Station = z.infer<typeof station>;

export const boardSlot = z.object({
  /** Null for a lesson that was started by hand. */
  slotId: slotId.nullable(),
  sessionId,
  classId,
  lessonId,
  /** UTC ms. */
  startAt: z.number().int(),
  endAt: z.number().int(),
  /** When somebody ended it before its time, UTC ms; null while it runs or is to come. */
  endedAt: z.number().int().nullable(),
  /** Children in the room; null when nobody counted. */
  headcount: z.number().int().nullable(),
});
export type BoardSlot = z.infer<typeof boardSlot>;

export const boardRoom = room.extend({
  stations: z.array(station),
  current: boardSlot.nullable(),
  next: boardSlot.nullable(),
  /** What somebody ordered in the current lesson; null while it only follows the timetable. */
  lead: lessonLead.nullable(),
});
export type BoardRoom = z.infer<typeof boardRoom>;

export const board = z.object({
  rooms: z.array(boardRoom),
  classes: z.array(schoolClass),
  lessons: z.array(lesson),
  /** Longest session per age band, minutes: the stations end there, whatever was asked for. */
  capMinutes: z.record(ageBand, z.number().int()),
  /** Hub's clock, UTC ms. */
  now: z.number().int(),
  quarantined: z.number().int(),
});
export type Board = z.infer<typeof board>;

export const roomRoutes = defineRoutes({
  listRooms: {
    method: "GET",
    path: "/api/rooms",
    permission: "rooms.view",
    summary: "Rooms",
    reply: z.array(room),
  },
  listClasses: {
    method: "GET",
    path: "/api/classes",
    permission: "rooms.view",
    summary: "Classes",
    reply: z.array(schoolClass),
  },
  listLessons: {
    method: "GET",
    path: "/api/lessons",
    permission: "timetable.view",
    summary: "Lessons",
    reply: z.array(lesson),
  },
  board: {
    method: "GET",
    path: "/api/board",
    permission: "rooms.view",
    summary: "Every room with its stations, now",
    reply: board,
  },
});
