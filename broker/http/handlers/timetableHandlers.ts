// Owns the routes of the week timetable.
import type { timetableRoutes } from "../../api/timetable.ts";
import type { WeekTimetable } from "../../timetable/timetable.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export function timetableHandlers(timetable: WeekTimetable): Handlers<keyof typeof timetableRoutes> {
  return {
    showTimetable: ({ params }) => timetable.show(params.roomId),
    async addSlot({ actor, params, body }) {
      const outcome = await timetable.addSlot(actor, params.roomId, body);
      if (!outcome.ok && outcome.code === "SLOT_OVERLAP")
        return refuse("SLOT_OVERLAP", { detail: outcome.detail, message: outcome.detail });
      return outcome as Exclude<typeof outcome, { code: "SLOT_OVERLAP" }>;
    },
    async removeSlot({ actor, params }) {
      const outcome = await timetable.removeSlot(actor, params.slotId);
      return outcome.ok ? { ok: true, value: null } : outcome;
    },
  };
}
