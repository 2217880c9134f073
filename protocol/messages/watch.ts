// Owns the watch message: somebody looks at this device now, so it tells its load every two seconds. QoS 0, never stored.
import { z } from "zod";

export const watch = z.object({
  /** How long from now on. A span and no instant: the device's clock may be wrong (ADR 0006). 0 ends it. */
  seconds: z.number().int().min(0).max(120),
});
export type Watch = z.infer<typeof watch>;
