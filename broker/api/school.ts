// Owns the contract of the school's frame: years, hours, closures, rooms, classes, screen-time rules.
import { z } from "zod";
import { ageBand } from "../../protocol/game.ts";
import { classId, periodId, roomId } from "../../protocol/ids.ts";
import { hours, schoolYear, winter } from "../../protocol/timetable/schoolYear.ts";
import { localDate } from "../../protocol/timetable/timetable.ts";
import { room, schoolClass } from "./rooms.ts";
import { defineRoutes } from "./route.ts";

export const period = z.object({
  id: periodId,
  /** "Tiết 1". */
  name: z.string().trim().min(1).max(40),
  summer: hours,
  winter: hours,
  /** Right after lunch and sleep. */
  afterLunch: z.boolean(),
});
export type Period = z.infer<typeof period>;

export const storedClosure = z.object({
  id: z.string(),
  fromDate: localDate,
  untilDate: localDate,
  reason: z.string(),
});
export type StoredClosure = z.infer<typeof storedClosure>;

/** Screen-time rules, minutes. */
export const screenTime = z.object({
  /** Longest session. */
  capMinutes: z.record(ageBand, z.number().int().min(5).max(60)),
  /** Longest on one day; never below a session, never above an hour for under-fives. */
  dayCapMinutes: z.record(ageBand, z.number().int().min(5).max(120)),
  breakEveryMinutes: z.number().int().min(5).max(60),
});
export type ScreenTime = z.infer<typeof screenTime>;

export const storedYear = schoolYear.extend({ id: z.string() });
export type StoredYear = z.infer<typeof storedYear>;

export const school = z.object({
  name: z.string(),
  zone: z.string(),
  /** The year that runs or comes next first. */
  years: z.array(storedYear),
  periods: z.array(period),
  winter,
  closures: z.array(storedClosure),
  screenTime,
});
export type School = z.infer<typeof school>;

export const proposedClosure = z.object({
  fromDate: localDate,
  untilDate: localDate,
  reason: z.string(),
  /** Why these days, e.g. "30 tháng Chạp đến mùng 5 tháng Giêng". */
  note: z.string(),
  /** Already among the closures. */
  taken: z.boolean(),
});
export type ProposedClosure = z.infer<typeof proposedClosure>;

const roomFields = z.object({ name: z.string().trim().min(1).max(60), kind: room.shape.kind });
const classFields = z.object({
  name: z.string().trim().min(1).max(60),
  emblem: z.string().min(1).max(60),
  ageBand,
  children: z.number().int().min(0).max(60).nullable(),
  homeRoomId: roomId.nullable(),
});
const closureFields = z
  .object({ fromDate: localDate, untilDate: localDate, reason: z.string().trim().min(1).max(120) })
  .refine(({ fromDate, untilDate }) => fromDate <= untilDate, {
    message: "Ngày cuối không được trước ngày đầu",
    path: ["untilDate"],
  });

export const wholeClass = schoolClass.extend({ archivedAt: z.number().int().nullable() });
export type WholeClass = z.infer<typeof wholeClass>;

export const schoolRoutes = defineRoutes({
  showSchool: {
    method: "GET",
    path: "/api/school",
    permission: "timetable.view",
    summary: "School years, hours, closures and screen-time rules",
    reply: school,
  },
  changeSchool: {
    method: "PATCH",
    path: "/api/school",
    permission: "school.manage",
    summary: "Rename the school, set its zone, winter hours and screen-time rules",
    body: z
      .object({
        name: z.string().trim().min(1).max(120),
        zone: z.string().max(60),
        winter,
        screenTime,
      })
      .partial(),
    reply: school,
  },
  putYear: {
    method: "POST",
    path: "/api/school/years",
    permission: "school.manage",
    summary: "Add a school year, or change the one with this id",
    body: schoolYear.extend({ id: z.string().nullable() }),
    reply: school,
  },
  removeYear: {
    method: "DELETE",
    path: "/api/school/years/:yearId",
    permission: "school.manage",
    summary: "Remove a school year that has no slots",
    params: z.object({ yearId: z.string().max(60) }),
    reply: null,
  },
  putPeriods: {
    method: "POST",
    path: "/api/school/periods",
    permission: "school.manage",
    summary:
      "Replace the list of periods; slots of a period follow its new hours from tomorrow on, a period that is used cannot go",
    body: z.object({ periods: z.array(period.extend({ id: periodId.nullable() })).max(20) }),
    reply: school,
  },
  addClosures: {
    method: "POST",
    path: "/api/school/closures",
    permission: "school.manage",
    summary: "Close the school on these days",
    body: z.object({ closures: z.array(closureFields).min(1).max(40) }),
    reply: school,
  },
  removeClosure: {
    method: "DELETE",
    path: "/api/school/closures/:closureId",
    permission: "school.manage",
    summary: "Open the school on these days again",
    params: z.object({ closureId: z.string().max(60) }),
    reply: school,
  },
  proposeHolidays: {
    method: "GET",
    path: "/api/school/holidays",
    permission: "school.manage",
    summary: "Vietnamese public holidays between two days, Tết and Giỗ Tổ by the lunar calendar",
    query: z.object({ from: localDate, until: localDate }),
    reply: z.array(proposedClosure),
  },
  addRoom: {
    method: "POST",
    path: "/api/rooms",
    permission: "school.manage",
    summary: "Add a room",
    body: roomFields,
    reply: room,
  },
  changeRoom: {
    method: "PATCH",
    path: "/api/rooms/:roomId",
    permission: "school.manage",
    summary: "Rename a room or change its kind",
    params: z.object({ roomId }),
    body: roomFields.partial(),
    reply: room,
  },
  removeRoom: {
    method: "DELETE",
    path: "/api/rooms/:roomId",
    permission: "school.manage",
    summary: "Remove a room without devices and without slots",
    params: z.object({ roomId }),
    reply: null,
  },
  listWholeClasses: {
    method: "GET",
    path: "/api/classes/whole",
    permission: "rooms.view",
    summary: "Classes, archived ones too",
    reply: z.array(wholeClass),
  },
  addClass: {
    method: "POST",
    path: "/api/classes",
    permission: "school.manage",
    summary: "Add a class",
    body: classFields,
    reply: wholeClass,
  },
  changeClass: {
    method: "PATCH",
    path: "/api/classes/:classId",
    permission: "school.manage",
    summary: "Change a class, or archive it at the end of its time",
    params: z.object({ classId }),
    body: classFields.extend({ archived: z.boolean() }).partial(),
    reply: wholeClass,
  },
  sortClasses: {
    method: "POST",
    path: "/api/classes/order",
    permission: "school.manage",
    summary: "The order in which classes are listed",
    body: z.object({ classIds: z.array(classId).max(200) }),
    reply: null,
  },
});
