// Owns the readiness record: the check before a class.
import { z } from "zod";
import { sessionId } from "../ids.ts";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  checks: z.array(
    z.object({
      name: z.enum(["sound", "pointer", "display", "disk", "plan", "content", "clock"]),
      passed: z.boolean(),
      detail: z.string().max(500),
    }),
  ),
});

const v2 = v1.extend({
  /** The lesson it was made for; null when somebody asked for it. */
  sessionId: sessionId.nullable().default(null),
});
export type Readiness = z.infer<typeof v2>;
export type ReadinessCheck = Readiness["checks"][number];
export const readiness = versioned("readiness", [
  { schema: v1 },
  { schema: v2, upgrade: (before: z.infer<typeof v1>) => ({ ...before, sessionId: null }) },
]);
