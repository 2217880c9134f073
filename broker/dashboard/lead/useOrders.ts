// Owns giving orders to a room: what was tapped shows at once, the hub's answer is the new lead on every part of the page.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LessonOrder } from "../../../protocol/lesson/lessonOrder.ts";
import type { Board } from "../../api/rooms.ts";
import { boardKey, hubKey, useHubMutation } from "../client/hubQuery.ts";

export type Orders = {
  readonly give: (order: LessonOrder) => void;
  /** On its way to the hub. */
  readonly sent: LessonOrder | null;
  /** An order was answered and what to propose now is still asked for: what stands there is from before. */
  readonly settling: boolean;
  readonly error: unknown;
};

export function useOrders(roomId: string): Orders {
  const client = useQueryClient();
  const giving = useHubMutation("giveOrder");
  const [sent, setSent] = useState<LessonOrder | null>(null);
  const [settling, setSettling] = useState(false);
  const give = (order: LessonOrder) => {
    setSent(order);
    navigator.vibrate?.(15);
    giving.mutate(
      { params: { roomId }, body: order },
      {
        onSuccess: (lead) => {
          client.setQueryData<Board>(
            boardKey,
            (board) =>
              board && {
                ...board,
                // The live channel may have been quicker, with an even newer lead.
                rooms: board.rooms.map((room) =>
                  room.id === roomId &&
                  (room.lead === null ||
                    room.lead.sessionId !== lead.sessionId ||
                    room.lead.revision < lead.revision)
                    ? { ...room, lead }
                    : room,
                ),
              },
          );
        },
        onSettled: () => {
          setSent(null);
          // After a refusal too: it means that the page showed something else than what runs.
          void client.invalidateQueries({ queryKey: boardKey });
          setSettling(true);
          void client
            .invalidateQueries({ queryKey: hubKey("showLead", { params: { roomId } }) })
            .finally(() => setSettling(false));
        },
      },
    );
  };
  return { give, sent, settling, error: giving.error };
}
