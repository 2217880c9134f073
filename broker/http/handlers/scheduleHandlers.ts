// Owns the routes of schedules.
import type { scheduleRoutes } from "../../api/schedules.ts";
import type { Schedules } from "../../commands/schedules.ts";
import type { Handlers } from "../routeHandlers.ts";

export function scheduleHandlers(schedules: Schedules): Handlers<keyof typeof scheduleRoutes> {
  return {
    listSchedules: async () => ({ ok: true, value: await schedules.list() }),
    addSchedule: ({ actor, body }) => schedules.add(actor, body),
    changeSchedule: ({ actor, params, body }) => schedules.change(actor, params.scheduleId, body),
    removeSchedule: ({ actor, params }) => schedules.remove(actor, params.scheduleId),
  };
}
