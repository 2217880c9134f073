// Owns putting the draft of some days back to what is published.
import type { SlotId } from "../../protocol/ids.ts";
import { differences, withinSpan } from "./draftDifference.ts";
import type { DraftPlanner } from "./draftOrder.ts";
import { lastDay } from "./publish.ts";
import { type DateSpan, placedOf, readDraft, readPublished } from "./slotRows.ts";

export const planDiscard =
  (span: DateSpan): DraftPlanner =>
  async (query, { today }) => {
    const ahead = { fromDate: today, untilDate: lastDay };
    const pairs = withinSpan(
      differences(await readDraft(query, ahead), await readPublished(query, ahead)),
      span,
    );
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
