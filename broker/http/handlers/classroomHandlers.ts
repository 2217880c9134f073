// Owns the routes of what classroom screens show.
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { classroomRoutes } from "../../api/classroom.ts";
import type { ClassroomDays } from "../../classroom/classroom.ts";
import type { Notices } from "../../classroom/notices.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

/** Longest span of days asked for at once: a school year and a bit. */
const mostMenuDays = 400;

export function classroomHandlers(deps: {
  readonly days: ClassroomDays;
  readonly notices: Notices;
}): Handlers<keyof typeof classroomRoutes> {
  const { days, notices } = deps;
  return {
    listDayPlans: async () => ({ ok: true, value: await days.dayPlans() }),
    putDayPlan: ({ actor, body }) => days.putDayPlan(actor, body),
    async showMenu({ query: { from, until } }) {
      if (until > addDays(from, mostMenuDays))
        return refuse("INVALID_INPUT", { fields: { until: "Khoảng ngày quá dài; hãy chọn trong một năm." } });
      return { ok: true, value: await days.menu(from, until) };
    },
    putMenu: ({ actor, body }) => days.putMenu(actor, body.days),
    listNotices: async () => ({ ok: true, value: await notices.list() }),
    addNotice: ({ actor, body }) => notices.add(actor, body),
    changeNotice: ({ actor, params, body }) => notices.change(actor, params.noticeId, body),
    async approveNotice({ actor, params }) {
      const outcome = await notices.approve(actor, params.noticeId);
      if (outcome.ok || outcome.code === "NOT_FOUND") return outcome;
      return refuse("CONFLICT", {
        detail: outcome.detail,
        message: "Thông báo này vừa được gỡ nên chưa duyệt. Muốn dùng lại, hãy sửa và gửi duyệt lần nữa.",
      });
    },
    withdrawNotice: ({ actor, params }) => notices.withdraw(actor, params.noticeId),
  };
}
