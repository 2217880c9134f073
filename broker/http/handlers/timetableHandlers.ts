// Owns the routes of the timetable.

import type { Person } from "../../accounts/person.ts";
import type { timetableRoutes } from "../../api/timetable.ts";
import type { Timetable } from "../../timetable/timetable.ts";
import type { View } from "../../timetable/weekAsPlanned.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

/** Five terms: nobody needs more at a time, and each day costs. */
const longestSpanMs = 400 * 86_400_000;

/** Only planners see what is not decided yet. */
const seenBy = ({ permissions }: Person, wanted: View): View =>
  permissions.has("timetable.edit") ? wanted : "published";

export function timetableHandlers(timetable: Timetable): Handlers<keyof typeof timetableRoutes> {
  return {
    showWeek: async ({ person, query: { date, view } }) => ({
      ok: true,
      value: await timetable.showWeek(date, seenBy(person, view)),
    }),
    async showSpan({ person, query: { view, ...wish } }) {
      if (Date.parse(wish.until) - Date.parse(wish.from) > longestSpanMs)
        return refuse("INVALID_INPUT", {
          detail: `${wish.from} to ${wish.until}`,
          message: "Khoảng ngày này dài hơn một năm học nên chưa xem được. Hãy chọn khoảng ngắn hơn.",
        });
      return { ok: true, value: await timetable.showSpan(wish, seenBy(person, view)) };
    },
    changeSlots: async ({ actor, body }) => ({
      ok: true,
      value: await timetable.changeSlots(actor, body.changes),
    }),
    copyWeek: async ({ actor, body }) => ({ ok: true, value: await timetable.copyWeek(actor, body) }),
    undoChanges: ({ actor, body }) => timetable.undoChanges(actor, body.changeSet),
    listDraft: async () => ({ ok: true, value: await timetable.listDraft() }),
    async publishTimetable({ actor, body }) {
      const outcome = await timetable.publish(actor, body);
      return outcome.ok
        ? outcome
        : refuse("INVALID_INPUT", { status: 409, detail: outcome.detail, message: outcome.detail });
    },
    discardDraft: async ({ actor, body }) => ({ ok: true, value: await timetable.discard(actor, body) }),
  };
}
