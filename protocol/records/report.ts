// Owns the broken-device report made at the station (báo hỏng).
import { z } from "zod";
import { sessionId, staffId } from "../ids.ts";
import { versioned } from "../versioned.ts";

export const brokenPart = z.enum(["display", "mouse", "keyboard", "sound", "network", "game", "other"]);
export type BrokenPart = z.infer<typeof brokenPart>;

const v1 = z.object({
  part: brokenPart,
  /** Free words of the teacher; mostly empty, since two taps must do. */
  note: z.string().max(1000),
  staffId: staffId.nullable(),
  sessionId: sessionId.nullable(),
});
export type Report = z.infer<typeof v1>;
export const report = versioned("report", [{ schema: v1 }]);
