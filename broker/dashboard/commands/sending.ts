// Owns what the button and the dialog of a command tell each other: to whom, and what became of it.
import type { UnsentCommand } from "../../api/commands.ts";

export type SendTargets = {
  readonly deviceIds: readonly string[];
  /** As the dialog says to whom: a device's name; null for many. */
  readonly name: string | null;
};

export type Outcome = { readonly sent: number; readonly unsent: readonly UnsentCommand[] };
