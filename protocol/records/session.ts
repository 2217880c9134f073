// Owns the session record: a lesson as it happens at one station.
import { z } from "zod";
import { classId, lessonId, sessionId, slotId, staffId } from "../ids.ts";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  sessionId,
  event: z.enum(["opened", "paused", "resumed", "closed"]),
  /** Who caused the event. */
  source: z.enum(["timetable", "teacher", "hub"]),
  slotId: slotId.nullable(),
  classId,
  lessonId,
  /** Who started or ended it by hand; null when the timetable did. */
  staffId: staffId.nullable(),
  /** Children at this station (1–3) or in the room when a teacher counted; null when nobody counted. Never names (ADR 0009). */
  headcount: z.number().int().min(0).max(60).nullable(),
  /** Planned bounds, UTC ms. */
  startAt: z.number().int(),
  endAt: z.number().int(),
});
export type Session = z.infer<typeof v1>;
export const session = versioned("session", [{ schema: v1 }]);
