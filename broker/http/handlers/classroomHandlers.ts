// Owns the routes of what classroom screens show.
import type { NoticeId } from "../../../protocol/ids.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { Person } from "../../accounts/person.ts";
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
  /** One's own; whoever keeps the screens also others'. One that is not there is told by whoever looks for it. */
  async function mayTouch({ staffId, permissions }: Person, noticeId: NoticeId): Promise<boolean> {
    if (permissions.has("classroom.manage")) return true;
    const found = await notices.find(noticeId);
    return found === undefined || found.authorId === staffId;
  }
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
    async changeNotice({ actor, person, params, body }) {
      if (!(await mayTouch(person, params.noticeId))) return othersNotice;
      return notices.change(actor, params.noticeId, body);
    },
    async approveNotice({ actor, params, body }) {
      const outcome = await notices.approve(actor, params.noticeId, body.revision);
      if (outcome.ok) return outcome;
      const { code, detail } = outcome;
      if (code === "NOT_FOUND") return refuse(code, { detail });
      return refuse("CONFLICT", { detail, message: notApproved[code] });
    },
    async withdrawNotice({ actor, person, params }) {
      if (!(await mayTouch(person, params.noticeId))) return othersNotice;
      return notices.withdraw(actor, params.noticeId);
    },
  };
}

const notApproved = {
  WITHDRAWN: "Thông báo này vừa được gỡ nên chưa duyệt. Muốn dùng lại, hãy sửa và gửi duyệt lần nữa.",
  CHANGED:
    "Thông báo này vừa được sửa nên chưa duyệt; màn hình các lớp chưa thay đổi. Hãy đọc lại nội dung mới trong danh sách rồi duyệt.",
} as const;

const othersNotice = refuse("NOT_ALLOWED", {
  message:
    "Thông báo này do người khác viết nên chưa sửa hay gỡ. Hãy nhờ người viết, tổ trưởng khối hoặc phó hiệu trưởng.",
});
