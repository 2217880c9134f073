// Owns what a classroom screen shows beside games: the class's day, the week's menu, and notices that were approved.
import { z } from "zod";
import { classId, noticeId } from "../ids.ts";
import { localDate, minuteOfDay } from "../timetable/timetable.ts";

/** An emoji-set name, e.g. "bowl-with-spoon". */
const picture = z.string().min(1).max(60);

export const dayActivity = z
  .object({
    startMinute: minuteOfDay,
    endMinute: minuteOfDay,
    /** "Ăn trưa". */
    title: z.string().min(1).max(60),
    picture,
  })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
    message: "Giờ kết thúc phải sau giờ bắt đầu",
    path: ["endMinute"],
  });
/** One line of thời gian biểu. */
export type DayActivity = z.infer<typeof dayActivity>;

export const meal = z.object({
  /** "Bữa trưa". */
  name: z.string().min(1).max(40),
  picture,
  dishes: z.array(z.string().min(1).max(80)).max(8),
});
export type Meal = z.infer<typeof meal>;

export const menuDay = z.object({ date: localDate, meals: z.array(meal).max(6) });
export type MenuDay = z.infer<typeof menuDay>;

export const shownNotice = z.object({
  id: noticeId,
  title: z.string().min(1).max(120),
  text: z.string().max(600),
  picture,
  /** First and last day it is shown. */
  fromDate: localDate,
  untilDate: localDate,
});
export type ShownNotice = z.infer<typeof shownNotice>;

export const classroom = z.object({
  /** Whose room it is. */
  classId,
  day: z.array(dayActivity).max(40),
  /** This week's and the next one's. */
  menu: z.array(menuDay).max(31),
  notices: z.array(shownNotice).max(50),
});
export type Classroom = z.infer<typeof classroom>;
