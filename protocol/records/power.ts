// Owns the power record: the agent started, stopped cleanly, or found at its start that the last run ended without a stop.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  event: z.enum(["start", "stop", "unexpectedStop"]),
  /** `machine` when the boot differs from the last one (power cut, reset), `agent` when only the agent was ended. */
  scope: z.enum(["machine", "agent"]),
  /** For `unexpectedStop`: the last sign of life before it, UTC ms by the device's clock. */
  lastAliveAt: z.number().int().nullable(),
});
export type Power = z.infer<typeof v1>;
export const power = versioned("power", [{ schema: v1 }]);
