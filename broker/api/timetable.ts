// Owns the contract of the week timetable.
import { z } from "zod";
import { roomId, slotId } from "../../protocol/ids.ts";
import { closure, localDate, minuteOfDay, slot } from "../../protocol/timetable/timetable.ts";
import { lesson, schoolClass } from "./rooms.ts";
import { defineRoutes } from "./route.ts";

export const week = z.object({
  zone: z.string(),
  slots: z.array(slot),
  closures: z.array(closure),
  classes: z.array(schoolClass),
  lessons: z.array(lesson),
  /** Version of the room's plan that devices should hold. */
  planVersion: z.number().int(),
});
export type Week = z.infer<typeof week>;

export const timetableRoutes = defineRoutes({
  showTimetable: {
    method: "GET",
    path: "/api/rooms/:roomId/timetable",
    permission: "timetable.view",
    summary: "The room's weekly slots",
    params: z.object({ roomId }),
    reply: week,
  },
  addSlot: {
    method: "POST",
    path: "/api/rooms/:roomId/slots",
    permission: "timetable.edit",
    summary:
      "Add a slot, or bring a removed one back; refused with SLOT_OVERLAP when the room or the class is taken then",
    params: z.object({ roomId }),
    body: z
      .object({
        /** Of a slot that was removed: it comes back as the same one, so that a session it has begun goes on. */
        id: slotId.optional(),
        classId: schoolClass.shape.id,
        lessonId: lesson.shape.id,
        weekday: z.number().int().min(1).max(7),
        startMinute: minuteOfDay,
        endMinute: minuteOfDay,
        /** First and last day the slot holds; null or left out for no bound. */
        fromDate: localDate.nullable().default(null),
        untilDate: localDate.nullable().default(null),
      })
      .refine((value) => value.startMinute < value.endMinute, {
        message: "Giờ kết thúc phải sau giờ bắt đầu",
        path: ["endMinute"],
      })
      .refine(({ fromDate, untilDate }) => fromDate === null || untilDate === null || fromDate <= untilDate, {
        message: "Ngày cuối không được trước ngày đầu",
        path: ["untilDate"],
      }),
    reply: slot,
  },
  removeSlot: {
    method: "DELETE",
    path: "/api/slots/:slotId",
    permission: "timetable.edit",
    summary: "Remove a slot",
    params: z.object({ slotId }),
    reply: null,
  },
});
