// Owns the schedules that a school is proposed: its computer rooms awake before the first class and off after the last. Pure.

import type { Room } from "../api/rooms.ts";
import type { Schedule, ScheduleDraft } from "../api/schedules.ts";

export type ScheduleProposal = ScheduleDraft & { readonly targetName: string; readonly roomId: Room["id"] };

const workdays = [1, 2, 3, 4, 5];
const proposed = [
  { name: "Bật máy buổi sáng", minute: 7 * 60 + 15, order: { name: "wake" } },
  { name: "Tắt máy cuối ngày", minute: 17 * 60 + 30, order: { name: "shutDown" } },
] as const;

/** For each computer room what it has no schedule for yet, of the same command. */
export function scheduleProposals(
  rooms: readonly Room[],
  schedules: readonly Pick<Schedule, "target" | "order">[],
): ScheduleProposal[] {
  return rooms
    .filter(({ kind }) => kind === "kidsmart")
    .flatMap((room) =>
      proposed
        .filter(
          ({ order }) =>
            !schedules.some(
              (known) =>
                known.order.name === order.name &&
                (known.target.kind === "school" ||
                  (known.target.kind === "room" && known.target.roomId === room.id)),
            ),
        )
        .map(({ name, minute, order }) => ({
          name,
          weekdays: workdays,
          minute,
          target: { kind: "room" as const, roomId: room.id },
          order,
          skipClosed: true,
          enabled: true,
          targetName: room.name,
          roomId: room.id,
        })),
    );
}
