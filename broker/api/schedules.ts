// Owns the contract of schedules: commands that are given every week by themselves.
import { z } from "zod";
import { roomId } from "../../protocol/ids.ts";
import { minuteOfDay } from "../../protocol/timetable/timetable.ts";
import { commandOrder, commandTarget } from "./commands.ts";
import { defineRoutes } from "./route.ts";

export const scheduleId = z.uuid().brand<"ScheduleId">();
export type ScheduleId = z.infer<typeof scheduleId>;

export const scheduleTarget = z.union([commandTarget, z.object({ kind: z.literal("school") })]);
export type ScheduleTarget = z.infer<typeof scheduleTarget>;

/** Nobody stands by: what is for one person's eyes, or ends at an instant, is no schedule. */
export const scheduledOrder = commandOrder.refine(
  (order) =>
    ["wake", "shutDown", "reboot", "restartKiosk", "lock", "unlock", "setVolume", "message"].includes(
      order.name,
    ) && !(order.name === "lock" && order.until !== null),
  { message: "Lệnh này không đặt lịch được" },
);

export const scheduleDraft = z.object({
  name: z.string().trim().min(1).max(80),
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** Of the school's day. */
  minute: minuteOfDay,
  target: scheduleTarget,
  order: scheduledOrder,
  /** Not on days that the school is closed. */
  skipClosed: z.boolean(),
  enabled: z.boolean(),
});
export type ScheduleDraft = z.infer<typeof scheduleDraft>;

export const scheduleOutcome = z.object({
  /** When it was due, UTC ms. */
  dueAt: z.number().int(),
  /** missed: the hub was off at its time. */
  kind: z.enum(["run", "missed"]),
  /** Commands that were sent or wait. */
  sent: z.number().int(),
  /** Devices for which there was nothing to do or it was not possible: names and reasons, at most 20. */
  unsent: z.array(z.object({ deviceName: z.string(), message: z.string() })),
});
export type ScheduleOutcome = z.infer<typeof scheduleOutcome>;

export const schedule = scheduleDraft.extend({
  id: scheduleId,
  /** As people read it: a room's name, "Cả trường", "3 thiết bị". */
  targetName: z.string(),
  /** UTC ms; null: switched off, or closed for longer than anybody looks ahead. */
  nextRunAt: z.number().int().nullable(),
  last: scheduleOutcome.nullable(),
});
export type Schedule = z.infer<typeof schedule>;

export const scheduleRoutes = defineRoutes({
  listSchedules: {
    method: "GET",
    path: "/api/schedules",
    permission: "devices.view",
    summary: "Schedules of commands, and proposals that fit this school",
    reply: z.object({
      schedules: z.array(schedule),
      proposals: z.array(scheduleDraft.extend({ targetName: z.string(), roomId })),
    }),
  },
  addSchedule: {
    method: "POST",
    path: "/api/schedules",
    permission: "devices.command",
    summary: "Add a schedule",
    body: scheduleDraft,
    reply: schedule,
  },
  changeSchedule: {
    method: "PATCH",
    path: "/api/schedules/:scheduleId",
    permission: "devices.command",
    summary: "Change a schedule, switch it on or off",
    params: z.object({ scheduleId }),
    body: scheduleDraft.partial(),
    reply: schedule,
  },
  removeSchedule: {
    method: "DELETE",
    path: "/api/schedules/:scheduleId",
    permission: "devices.command",
    summary: "Remove a schedule",
    params: z.object({ scheduleId }),
    reply: null,
  },
});
