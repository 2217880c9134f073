// Owns the peripheral record: a mouse, keyboard, speaker or display appeared or vanished.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  kind: z.enum(["mouse", "keyboard", "touch", "speaker", "display", "other"]),
  /** What the operating system calls it. */
  name: z.string(),
  event: z.enum(["appeared", "vanished"]),
});
export type Peripheral = z.infer<typeof v1>;
export const peripheral = versioned("peripheral", [{ schema: v1 }]);
