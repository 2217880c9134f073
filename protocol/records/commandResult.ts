// Owns the command result: what became of one command.
import { z } from "zod";
import { commandId } from "../ids.ts";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  commandId,
  outcome: z.enum(["done", "failed", "expired", "refused"]),
  /** One sentence for the IT officer; empty when there is nothing to add. */
  detail: z.string().max(1000),
});
export type CommandResult = z.infer<typeof v1>;
export const commandResult = versioned("commandResult", [{ schema: v1 }]);
