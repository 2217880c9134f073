// Owns the record of what a full outbox had to drop: nothing is dropped silently.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  /** Type of the dropped records. */
  type: z.string(),
  count: z.number().int().min(1),
  /** Span of their wall times, UTC ms. */
  fromAt: z.number().int(),
  untilAt: z.number().int(),
  /** `thinned`: every second sample of the span went; `dropped`: all of them. */
  how: z.enum(["thinned", "dropped"]),
});
export type OutboxDropped = z.infer<typeof v1>;
export const outboxDropped = versioned("outboxDropped", [{ schema: v1 }]);
