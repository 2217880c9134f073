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

const v2 = v1.extend({
  event: z.enum(["opened", "paused", "resumed", "extended", "counted", "closed"]),
  // Defaults: a kiosk's spool may hold records from before its update, and those carry no version.
  /** Children at this station; null when nobody said. `headcount` is the room's. */
  seats: z.number().int().min(1).max(3).nullable().default(null),
  /** Time children could play here so far: neither paused nor in an eye break, ms. Null from older kiosks. */
  playedMs: z.number().int().min(0).nullable().default(null),
});
export type Session = z.infer<typeof v2>;
export const session = versioned("session", [
  { schema: v1 },
  { schema: v2, upgrade: (before: z.infer<typeof v1>) => ({ ...before, seats: null, playedMs: null }) },
]);
