// Owns the fault record: something in the software or on the disk went wrong.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  kind: z.enum([
    "kioskCrash",
    "gameCrash",
    "gameHang",
    "contentDamaged",
    "diskFull",
    "documentRefused",
    "probeFailed",
    "clockUntrusted",
    "other",
  ]),
  /** For the IT officer: what, where, which version. */
  detail: z.string().max(4000),
});
export type Fault = z.infer<typeof v1>;
export const fault = versioned("fault", [{ schema: v1 }]);
