// Owns the ask: a teacher at a station's panel leads the whole room. The hub takes it as that person's order for the device's own room.
import { z } from "zod";
import { commandId, staffId } from "../ids.ts";
import { lessonOrder } from "../lesson/lessonOrder.ts";

/** An ask that is older than this when the hub reads it is void, ms. */
export const askHoldsMs = 15_000;

export const ask = z.object({
  /** Made at the station; a repeat is ignored. */
  id: commandId,
  /** Best known true time, UTC ms; null on a device whose clock nobody trusts. */
  askedAt: z.number().int().nullable(),
  /** Whose PIN opened the panel. */
  staffId,
  order: lessonOrder,
});
export type Ask = z.infer<typeof ask>;
