// Owns the peripheral record: a mouse, keyboard, speaker, display or another thing on the USB appeared or vanished.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  kind: z.enum(["mouse", "keyboard", "touch", "speaker", "display", "other"]),
  /** What the operating system calls it. */
  name: z.string(),
  event: z.enum(["appeared", "vanished"]),
});

const v2 = v1.extend({
  /** Vendor and product of a thing on the USB that is none of the other kinds, "046d:c077"; else null. */
  usbId: z.string().max(9).nullable().default(null),
});
export type Peripheral = z.infer<typeof v2>;
export const peripheral = versioned("peripheral", [
  { schema: v1 },
  { schema: v2, upgrade: (before: z.infer<typeof v1>) => ({ ...before, usbId: null }) },
]);
