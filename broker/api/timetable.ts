// Owns the contract of the timetable: a week of all rooms, changes to the draft, what differs from the published one, publishing.
import { z } from "zod";
import { classId, lessonId, periodId, roomId, slotId } from "../../protocol/ids.ts";
import { placedSlot } from "../../protocol/timetable/placedSlot.ts";
import { closure, localDate, minuteOfDay } from "../../protocol/timetable/timetable.ts";
import { lesson, room, schoolClass } from "./rooms.ts";
import { defineRoutes } from "./route.ts";
import { period, screenTime } from "./school.ts";

/** A slot of the draft as somebody sees it. */
export const draftSlot = placedSlot.extend({
  revision: z.number().int(),
  /** Who changed it last; empty for nobody in particular. */
  changedBy: z.string(),
  /** UTC ms. */
  changedAt: z.number().int(),
  /** Against what is published. */
  draft: z.enum(["same", "added", "changed"]),
});
export type DraftSlot = z.infer<typeof draftSlot>;

export const weekDay = z.object({
  date: localDate,
  season: z.enum(["summer", "winter"]),
  /** Why the school is closed; null when it is open. */
  closed: z.string().nullable(),
});

export const week = z.object({
  zone: z.string(),
  monday: localDate,
  /** Of the school year; null in holidays and closed weeks. */
  number: z.number().int().nullable(),
  /** "Học kỳ I"; null outside every term. */
  term: z.string().nullable(),
  days: z.array(weekDay).length(7),
  periods: z.array(period),
  rooms: z.array(room),
  classes: z.array(schoolClass),
  lessons: z.array(lesson),
  closures: z.array(closure),
  screenTime,
  /** Of every room: a class must not be in two. For people who may not edit, the published slots. */
  slots: z.array(draftSlot),
  /** Published slots of this week that the draft no longer has. */
  removed: z.array(placedSlot),
  /** Changes in the whole draft that are not published, this week's among them. */
  unpublished: z.number().int(),
});
export type Week = z.infer<typeof week>;

/** One change; `seen`: the revision that whoever changes it saw, null for a slot that is new. */
export const slotChange = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("put"),
    seen: z.number().int().nullable(),
    slot: z
      .object({
        id: slotId,
        roomId,
        date: localDate,
        periodId: periodId.nullable(),
        /** Read only without a period: a period brings its own hours. */
        startMinute: minuteOfDay,
        endMinute: minuteOfDay,
        classId,
        lessonId,
      })
      .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
        message: "Giờ kết thúc phải sau giờ bắt đầu",
        path: ["endMinute"],
      }),
  }),
  z.object({ change: z.literal("remove"), seen: z.number().int(), id: slotId }),
]);
export type SlotChange = z.infer<typeof slotChange>;

/** What somebody else did to a slot in the meantime. */
export const slotDifference = z.object({
  id: slotId,
  /** As it is now; null when it was removed. */
  now: draftSlot.nullable(),
  by: z.string(),
  at: z.number().int(),
});
export type SlotDifference = z.infer<typeof slotDifference>;

export const refusedChange = z.object({
  id: slotId,
  date: localDate,
  /** Vietnamese sentences that name room, class, lesson and time in the way. */
  reasons: z.array(z.string()),
});

export const changeOutcome = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("applied"),
    /** For `undoChanges`; null when nothing changed. */
    changeSet: z.string().nullable(),
    slots: z.array(draftSlot),
    removed: z.array(slotId),
    /** Of a copy, a rotation or an import: what did not fit, each with its reasons. */
    skipped: z.array(refusedChange),
  }),
  /** Nothing was written: somebody changed these first. */
  z.object({ outcome: z.literal("stale"), differences: z.array(slotDifference) }),
  /** Nothing was written: these are in the way. */
  z.object({ outcome: z.literal("refused"), refused: z.array(refusedChange) }),
]);
export type ChangeOutcome = z.infer<typeof changeOutcome>;

export const draftWeek = z.object({
  monday: localDate,
  number: z.number().int().nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(["added", "changed", "removed"]),
      before: placedSlot.nullable(),
      now: placedSlot.nullable(),
      by: z.string(),
    }),
  ),
});
export type DraftWeek = z.infer<typeof draftWeek>;

const span = z
  .object({ fromDate: localDate, untilDate: localDate })
  .refine(({ fromDate, untilDate }) => fromDate <= untilDate, {
    message: "Ngày cuối không được trước ngày đầu",
    path: ["untilDate"],
  });

export const timetableRoutes = defineRoutes({
  showWeek: {
    method: "GET",
    path: "/api/timetable/week",
    permission: "timetable.view",
    summary: "A week of every room: the draft for those who may edit it, else what is published",
    query: z.object({ date: localDate, view: z.enum(["draft", "published"]).default("draft") }),
    reply: week,
  },
  showSpan: {
    method: "GET",
    path: "/api/timetable/span",
    permission: "timetable.view",
    summary: "Slots between two days, at most a school year: for the month and the term",
    query: z.object({
      from: localDate,
      until: localDate,
      roomId: roomId.optional(),
      classId: classId.optional(),
      view: z.enum(["draft", "published"]).default("draft"),
    }),
    reply: z.object({
      slots: z.array(placedSlot),
      closures: z.array(closure),
      weeks: z.array(z.object({ monday: localDate, number: z.number().int().nullable(), term: z.string() })),
    }),
  },
  changeSlots: {
    method: "POST",
    path: "/api/timetable/changes",
    permission: "timetable.edit",
    summary: "Change the draft, all of it or nothing",
    body: z.object({ changes: z.array(slotChange).min(1).max(100) }),
    reply: changeOutcome,
  },
  copyWeek: {
    method: "POST",
    path: "/api/timetable/copies",
    permission: "timetable.edit",
    summary: "Copy a week's slots of the rooms into other weeks",
    body: z.object({
      fromMonday: localDate,
      toMondays: z.array(localDate).min(1).max(60),
      roomIds: z.array(roomId).min(1).max(50),
      /** fill: only where room and class are free; replace: the weeks' own slots of these rooms go first. */
      mode: z.enum(["fill", "replace"]),
    }),
    reply: changeOutcome,
  },
  undoChanges: {
    method: "POST",
    path: "/api/timetable/undo",
    permission: "timetable.edit",
    summary: "Take a change set back, unless somebody changed the same slots since",
    body: z.object({ changeSet: z.string().max(60) }),
    reply: changeOutcome,
  },
  listDraft: {
    method: "GET",
    path: "/api/timetable/draft",
    permission: "timetable.edit",
    summary: "Everything in the draft that is not published, by week",
    reply: z.array(draftWeek),
  },
  publishTimetable: {
    method: "POST",
    path: "/api/timetable/publish",
    permission: "timetable.publish",
    summary: "Make the draft of these days what everybody sees; devices get it at once",
    body: span,
    reply: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  },
  discardDraft: {
    method: "POST",
    path: "/api/timetable/discard",
    permission: "timetable.edit",
    summary: "Put the draft of these days back to what is published",
    body: span,
    reply: changeOutcome,
  },
});
