// Owns the contract of what classroom screens show: the day of each age, the week's menu, notices and their approval.
import { z } from "zod";
import { dayActivity, meal, menuDay, shownNotice } from "../../protocol/documents/classroom.ts";
import { ageBand } from "../../protocol/game.ts";
import { classId, noticeId, staffId } from "../../protocol/ids.ts";
import { localDate } from "../../protocol/timetable/timetable.ts";
import { defineRoutes } from "./route.ts";

export const dayPlan = z.object({ ageBand, activities: z.array(dayActivity).max(40) });
export type DayPlan = z.infer<typeof dayPlan>;

export const notice = shownNotice.extend({
  /** Null: every class. */
  classIds: z.array(classId).nullable(),
  state: z.enum(["draft", "approved", "withdrawn"]),
  createdBy: z.string(),
  /** Who may change or withdraw it without `classroom.manage`; null when that is nobody. */
  authorId: staffId.nullable(),
  /** Goes up with every change of what it says: whoever approves says which one was read. */
  revision: z.number().int(),
  createdAt: z.number().int(),
  approvedBy: z.string().nullable(),
  approvedAt: z.number().int().nullable(),
});
export type Notice = z.infer<typeof notice>;

const noticeFields = shownNotice
  .omit({ id: true })
  .extend({ classIds: z.array(classId).min(1).max(200).nullable() });
const inOrder = {
  message: "Ngày cuối không được trước ngày đầu",
  path: ["untilDate"],
};

export const classroomRoutes = defineRoutes({
  listDayPlans: {
    method: "GET",
    path: "/api/classroom/days",
    permission: "rooms.view",
    summary: "Thời gian biểu of each age band",
    reply: z.array(dayPlan),
  },
  putDayPlan: {
    method: "POST",
    path: "/api/classroom/days",
    permission: "classroom.manage",
    summary: "Replace the day of an age band",
    body: dayPlan,
    reply: dayPlan,
  },
  showMenu: {
    method: "GET",
    path: "/api/classroom/menu",
    permission: "rooms.view",
    summary: "The menu between two days",
    query: z.object({ from: localDate, until: localDate }),
    reply: z.array(menuDay),
  },
  putMenu: {
    method: "POST",
    path: "/api/classroom/menu",
    permission: "classroom.manage",
    summary: "Replace the menu of these days; a day without meals has none",
    body: z.object({ days: z.array(z.object({ date: localDate, meals: z.array(meal).max(6) })).max(31) }),
    reply: z.array(menuDay),
  },
  listNotices: {
    method: "GET",
    path: "/api/notices",
    permission: "rooms.view",
    summary: "Notices, newest first",
    reply: z.array(notice),
  },
  addNotice: {
    method: "POST",
    path: "/api/notices",
    permission: "notices.edit",
    summary: "Write a notice; it is shown once it is approved",
    body: noticeFields.refine(({ fromDate, untilDate }) => fromDate <= untilDate, inOrder),
    reply: notice,
  },
  changeNotice: {
    method: "PATCH",
    path: "/api/notices/:noticeId",
    permission: "notices.edit",
    summary: "Change a notice, another's only with classroom.manage; it must then be approved again",
    params: z.object({ noticeId }),
    body: noticeFields.refine(({ fromDate, untilDate }) => fromDate <= untilDate, inOrder),
    reply: notice,
  },
  approveNotice: {
    method: "POST",
    path: "/api/notices/:noticeId/approval",
    permission: "notices.approve",
    summary: "Let the notice out to the screens",
    params: z.object({ noticeId }),
    /** As it was read: CONFLICT when it was changed since. */
    body: z.object({ revision: z.number().int() }),
    reply: notice,
  },
  withdrawNotice: {
    method: "DELETE",
    path: "/api/notices/:noticeId",
    permission: "notices.edit",
    summary: "Take a notice off the screens, another's only with classroom.manage; it stays in the list",
    params: z.object({ noticeId }),
    reply: notice,
  },
});
