// Owns the readiness record: the check before a class.
import { z } from "zod";
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
export type Readiness = z.infer<typeof v1>;
export const readiness = versioned("readiness", [{ schema: v1 }]);
