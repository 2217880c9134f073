// Owns the message that gives a device a new secret over its encrypted connection (ADR 0032). Never kept by the hub in the clear.
import { z } from "zod";

export const newSecret = z.object({
  /** Random, 256 bits, base64url. The device writes it down, connects with it, and forgets the old one once that worked. */
  secret: z.string().min(40).max(100),
});
export type NewSecret = z.infer<typeof newSecret>;
