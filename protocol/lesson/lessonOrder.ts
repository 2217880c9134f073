// Owns the orders by which a teacher leads a lesson: one list for the dashboard, the phone page and the station's panel.
import { z } from "zod";
import { classId, deviceId, lessonId, sessionId } from "../ids.ts";

/** Children at one station: they share it and take turns. */
export const seats = z.number().int().min(1).max(3);
export const headcount = z.number().int().min(0).max(60);

/** Null: every station of the room. */
const stations = z.array(deviceId).min(1).max(2000).nullable();
/** The lesson that the teacher sees while giving the order: an order for another one changes nothing. */
const running = { sessionId, stations };

export const lessonOrder = z.discriminatedUnion("order", [
  z.object({
    order: z.literal("start"),
    classId,
    lessonId,
    /** Children present; null when nobody counted. */
    headcount: headcount.nullable(),
    /** Stations that are used, for sharing the children out; null: all that are on. */
    stationsInUse: z.number().int().min(1).max(2000).nullable(),
  }),
  /** “Mắt nhìn cô”: every screen rests until `resume`. */
  z.object({ order: z.literal("pause"), ...running }),
  z.object({ order: z.literal("resume"), ...running }),
  /** One game of the lesson's list for all; `place` is its place in the list. */
  z.object({ order: z.literal("play"), ...running, place: z.number().int().min(0).max(50) }),
  /** The children choose for themselves again. */
  z.object({ order: z.literal("choose"), ...running }),
  /** Never beyond the age band's cap or into the next class. Always for the whole room. */
  z.object({ order: z.literal("extend"), sessionId, minutes: z.number().int().min(1).max(15) }),
  /** Counted later, or counted again. Always for the whole room. */
  z.object({
    order: z.literal("count"),
    sessionId,
    headcount: headcount.nullable(),
    stationsInUse: z.number().int().min(1).max(2000).nullable(),
  }),
  z.object({ order: z.literal("end"), ...running }),
]);
export type LessonOrder = z.infer<typeof lessonOrder>;
