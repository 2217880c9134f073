// Owns the hub's hello. Devices that hear a new epoch announce themselves again, with jitter (ADR 0002).
import { z } from "zod";

export const hubState = z.object({
  state: z.literal("online"),
  /** Random id of this run of the hub. */
  epoch: z.string(),
  /** UTC ms. */
  hubTime: z.number().int(),
});
export type HubState = z.infer<typeof hubState>;
