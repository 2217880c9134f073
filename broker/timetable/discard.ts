// Owns putting the draft of some days back to what is published.
import type { SlotId } from "../../protocol/ids.ts";
import { readAhead } from "./begun.ts";
import { differences, withinSpan } from "./draftDifference.ts";
import type { DraftPlanner } from "./draftOrder.ts";
import { type DateSpan, placedOf } from "./slotRows.ts";

export const planDiscard =
  (span: DateSpan): DraftPlanner =>
  async (query, facts) => {
    const { draft, published: held } = await readAhead(query, facts);
    const pairs = withinSpan(differences(draft, held), span);
    return {
      kind: "discard",
      puts: pairs.flatMap(({ published }) =>
        published === undefined ? [] : [{ slot: placedOf(published) }],
      ),
      removes: pairs.flatMap(({ id, published }) => (published === undefined ? [{ id: id as SlotId }] : [])),
      skipRefused: false,
      // It fitted when it was published, and it is what devices do.
      unjudged: true,
    };
  };
