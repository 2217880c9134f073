// Owns lesson control on its way to the kiosk: each command once, never late, and the newest kept for a kiosk that comes.
import type { RoomCommand } from "../../protocol/messages/command.ts";
import type { Log } from "../../runtime/log.ts";

export type RoomCommandsDeps = {
  readonly log: Log;
  /** The hub's time as far as it is known, UTC ms; null when the hub's clock was never heard. */
  readonly hubNow: () => number | null;
  /** False when no kiosk is connected. */
  readonly toKiosk: (command: RoomCommand) => boolean;
};

export type RoomCommands = {
  readonly receive: (command: RoomCommand) => void;
  /** A kiosk came: gives it the newest lead, and what it missed and still holds. */
  readonly kioskCame: () => void;
};

type Lead = Extract<RoomCommand, { name: "leadLesson" }>;

const mostRemembered = 200;

export function makeRoomCommands({ log, hubNow, toKiosk }: RoomCommandsDeps): RoomCommands {
  const seen = new Set<string>();
  /** All that a kiosk must know, however many orders came before. */
  let newest: Lead | undefined;
  let missed: RoomCommand[] = [];
  const isLate = (command: RoomCommand) => {
    const now = hubNow();
    return now !== null && now > command.expiresAt;
  };

  function isRepeat(id: string): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= mostRemembered) break;
      seen.delete(oldest);
    }
    return false;
  }

  /** The hub speaks in order, so another lesson is a newer one; within one lesson the revision says it. */
  function isOlder({ lead }: Lead): boolean {
    return newest?.lead.sessionId === lead.sessionId && lead.revision < newest.lead.revision;
  }

  return {
    receive(command) {
      if (isRepeat(command.id)) return;
      if (isLate(command)) {
        log.warn({ code: "COMMAND_EXPIRED", command: command.id }, "came too late");
        return;
      }
      if (command.name !== "leadLesson") {
        if (!toKiosk(command)) missed = [...missed, command].slice(-mostRemembered);
        return;
      }
      if (isOlder(command)) return;
      newest = command;
      toKiosk(command);
    },
    kioskCame() {
      const waiting = missed;
      missed = [];
      for (const command of waiting) if (!isLate(command)) toKiosk(command);
      if (newest !== undefined && !isLate(newest)) toKiosk(newest);
    },
  };
}
