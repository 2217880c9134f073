// Owns what a planner asks of the draft, and what it is told of what did not fit.
import type { Kysely } from "kysely";
import type { SlotId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { ChangeOutcome } from "../api/timetable.ts";
import type { Tables } from "../store/schema.ts";
import type { PlanningFacts } from "./planningFacts.ts";

export type ChangeKind = "hand" | "copyWeek" | "rotation" | "import" | "undo" | "discard";

export type RefusedChange = Extract<ChangeOutcome, { outcome: "refused" }>["refused"][number];

export type DraftOrder = {
  readonly kind: ChangeKind;
  /**
   * Slots as they should be; one with a known id is changed, hours follow its period. `seen`: the revision whoever
   * planned this saw, null for "there is none yet"; without it nobody is asked.
   */
  readonly puts: readonly { readonly slot: PlacedSlot; readonly seen?: number | null | undefined }[];
  readonly removes: readonly { readonly id: SlotId; readonly seen?: number | undefined }[];
  /** What does not fit is left out and told, in the order of `puts`; otherwise one that does not fit refuses everything. */
  readonly skipRefused: boolean;
  /** What the planner left out itself: told with the rest. */
  readonly skipped?: readonly RefusedChange[];
  /** Only for what is known to fit, since it was published so. */
  readonly unjudged?: boolean;
  /** Runs in the same transaction, unless the order is refused or stale. */
  readonly also?: (transaction: Kysely<Tables>) => Promise<void>;
};

/** Makes the order from the store as it is while nobody else can write. Slow work (the rotation) is done before, with `seen`. */
export type DraftPlanner = (query: Kysely<Tables>, facts: PlanningFacts) => Promise<DraftOrder>;
