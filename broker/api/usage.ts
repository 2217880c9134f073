// Owns the contract of how devices are used: the raw matter of the daily logbook, by day, room, device and class (ADR 0037).
// The workbook is a file and has a route of its own: GET /api/usage/export.xlsx.
import { z } from "zod";
import { deviceKind } from "../../protocol/documents/config.ts";
import { classId, deviceId, roomId, sessionId } from "../../protocol/ids.ts";
import { localDate } from "../../protocol/timetable/timetable.ts";
import { defineRoutes } from "./route.ts";

export const usageExportPath = "/api/usage/export.xlsx";

const amounts = z.object({
  /** Minutes in which it was on. A web screen measures nothing: 0. */
  onMinutes: z.number().int(),
  /** Of those, in a lesson; the rest is idle. */
  lessonMinutes: z.number().int(),
  /** Games, all together. */
  playMinutes: z.number().int(),
  runs: z.number().int(),
  sessions: z.number().int(),
  /** Times that the power went without a stop. */
  powerLosses: z.number().int(),
});
export type UsageAmounts = z.infer<typeof amounts>;

export const usageDevice = z.object({
  deviceId,
  name: z.string(),
  kind: deviceKind,
  stationNumber: z.number().int().nullable(),
  emblem: z.string(),
  /** A web screen has no agent that measures. */
  via: z.enum(["agent", "web"]),
});

export const usageSession = z.object({
  /** Null: games that were played outside of lessons. */
  sessionId: sessionId.nullable(),
  classId: classId.nullable(),
  /** Empty for a class that is no longer listed. */
  className: z.string(),
  classEmblem: z.string(),
  /** UTC ms. */
  fromAt: z.number().int(),
  untilAt: z.number().int(),
  /** Nothing said yet that it is over. */
  open: z.boolean(),
  runs: z.number().int(),
});

export const usageDeviceDay = usageDevice.extend({
  ...amounts.shape,
  /** First and last sign of life of the day, UTC ms; null when there was none. */
  firstAt: z.number().int().nullable(),
  lastAt: z.number().int().nullable(),
  /** When it was on, in minutes after midnight, to ten minutes. */
  on: z.array(z.object({ fromMinute: z.number().int(), untilMinute: z.number().int() })),
  lessons: z.array(usageSession),
});
export type UsageDeviceDay = z.infer<typeof usageDeviceDay>;

export const usageClass = z.object({
  classId: classId.nullable(),
  name: z.string(),
  emblem: z.string(),
  sessions: z.number().int(),
  devices: z.number().int(),
  /** That its children could play: of each lesson the station that had longest. */
  minutes: z.number().int(),
  runs: z.number().int(),
});
export type UsageClass = z.infer<typeof usageClass>;

export const usageDay = z.object({
  date: localDate,
  rooms: z.array(
    z.object({
      /** Null: devices that stand in no room. */
      roomId: roomId.nullable(),
      /** Empty for a room that is gone. */
      name: z.string(),
      devices: z.array(usageDeviceDay),
    }),
  ),
  classes: z.array(usageClass),
});
export type UsageDay = z.infer<typeof usageDay>;

export const usageSpanQuery = z.object({
  from: localDate,
  until: localDate,
  roomId: roomId.optional(),
  deviceId: deviceId.optional(),
  /** Of the days of classes alone: a device is on for nobody in particular. */
  classId: classId.optional(),
});
export type UsageSpanQuery = z.infer<typeof usageSpanQuery>;

export const usageSpan = z.object({
  /** Days without a sign of any device are not in it. */
  days: z.array(amounts.extend({ date: localDate, devicesOn: z.number().int() })),
  devices: z.array(
    usageDevice.extend({ ...amounts.shape, roomName: z.string().nullable(), daysOn: z.number().int() }),
  ),
  classDays: z.array(usageClass.extend({ date: localDate })),
});
export type UsageSpan = z.infer<typeof usageSpan>;

export const usageRoutes = defineRoutes({
  usageDay: {
    method: "GET",
    path: "/api/usage/day",
    permission: "devices.view",
    summary: "One school day: when each device was on and in lessons, by room; what each class did",
    query: z.object({ date: localDate }),
    reply: usageDay,
  },
  usageSpan: {
    method: "GET",
    path: "/api/usage",
    permission: "devices.view",
    summary: "A span of school days, by day, device and class",
    query: usageSpanQuery,
    reply: usageSpan,
  },
});
