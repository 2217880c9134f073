// Owns reading back what stands on a kiosk, from its disk or its browser's storage.
import { z } from "zod";
import { nothingStands, type Standing } from "./standing.ts";

const span = { since: z.number(), until: z.number().nullable() };
const kept = z.object({
  lock: z.object(span).nullable(),
  message: z.object({ ...span, text: z.string() }).nullable(),
  volumePercent: z.number().min(0).max(100).nullable(),
});

/** What cannot be read is nothing: a kiosk that is shut for good by a damaged file would be worse than one that opens. */
export function readStanding(text: string | null, onProblem: (detail: string) => void): Standing {
  if (text === null) return nothingStands;
  try {
    return kept.parse(JSON.parse(text));
  } catch (error) {
    onProblem(`what stood on this kiosk is unreadable: ${String(error)}`);
    return nothingStands;
  }
}
