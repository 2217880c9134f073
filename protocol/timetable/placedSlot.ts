// Owns a slot as people plan it: a class in a room on one day, in a period of the school's hours or at hours of its own.
import { z } from "zod";
import { classId, lessonId, periodId, roomId, slotId } from "../ids.ts";
import { localDate, minuteOfDay } from "./timetable.ts";

const fields = {
  id: slotId,
  roomId,
  date: localDate,
  /** Null: at hours of its own. */
  periodId: periodId.nullable(),
  /** Of the period on that day (summer or winter hours), or its own. */
  startMinute: minuteOfDay,
  endMinute: minuteOfDay,
  classId,
  lessonId,
  /** `generator`: made by the rotation and replaced when it runs again; whatever a hand has touched is `hand` and stays. */
  origin: z.enum(["hand", "generator"]),
};

export const placedSlot = z.object(fields).refine(({ startMinute, endMinute }) => startMinute < endMinute, {
  message: "Giờ kết thúc phải sau giờ bắt đầu",
  path: ["endMinute"],
});
export type PlacedSlot = z.infer<typeof placedSlot>;

/** `minute`: how much of `today` is over, by the school's clock. Sessions are named by slot and day: one that has begun stays. */
export const hasBegun = (
  { date, startMinute }: { readonly date: string; readonly startMinute: number },
  { today, minute }: { readonly today: string; readonly minute: number },
): boolean => date < today || (date === today && startMinute <= minute);
