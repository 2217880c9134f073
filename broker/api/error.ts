// Owns the error reply: a code for programs and a sentence for people.
import { z } from "zod";

export const errorCode = z.enum([
  "NOT_SIGNED_IN",
  "NOT_ALLOWED",
  "SIGN_IN_FAILED",
  "TOO_MANY_TRIES",
  "INVALID_INPUT",
  "NOT_FOUND",
  "CONFLICT",
  "CODE_UNKNOWN",
  "CODE_EXPIRED",
  "CODE_USED",
  "DEVICE_OFFLINE",
  /** Children play in that room; whoever means it all the same may insist. */
  "LESSON_RUNNING",
  /** This device cannot do it, or its settings forbid it. */
  "COMMAND_IMPOSSIBLE",
  "SLOT_OVERLAP",
  "USERNAME_TAKEN",
  "PIN_TAKEN",
  /** 1234 and the like. */
  "PIN_OBVIOUS",
  "WRONG_PASSWORD",
  /** Nobody would be left who may manage the staff. */
  "LAST_MANAGER",
  /** The order was for another lesson than the one that runs. */
  "LESSON_CHANGED",
  /** The cap of the age, or the next class. */
  "EXTEND_IMPOSSIBLE",
  /** The room's next lesson begins at once. */
  "NO_TIME_LEFT",
  /** The class has had its screen time for today. */
  "DAY_CAP",
  /** More than three to a station. */
  "TOO_MANY_CHILDREN",
  "DISK_FULL",
  "INTERNAL",
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const errorReply = z.object({
  code: errorCode,
  /** Vietnamese: what happened, what is safe, what to do next. */
  message: z.string(),
  /** Per-field problems of INVALID_INPUT: path → what is wrong. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type ErrorReply = z.infer<typeof errorReply>;
