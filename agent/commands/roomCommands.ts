// Owns lesson control on its way to the kiosk: each command once, never late, and kept for a kiosk that is just starting.
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
  /** A kiosk came: gives it what it missed and what still holds. */
  readonly kioskCame: () => void;
};

const mostRemembered = 200;

export function makeRoomCommands({ log, hubNow, toKiosk }: RoomCommandsDeps): RoomCommands {
  const seen = new Set<string>();
  let missed: RoomCommand[] = [];
  const isLate = (command: RoomCommand) => {
    const now = hubNow();
    return now !== null && now > command.expiresAt;
  };
  return {
    receive(command) {
      if (seen.has(command.id)) return;
      seen.add(command.id);
      for (const id of seen) {
        if (seen.size <= mostRemembered) break;
        seen.delete(id);
      }
      if (isLate(command)) log.warn({ code: "COMMAND_EXPIRED", command: command.id }, "came too late");
      else if (!toKiosk(command)) missed = [...missed, command].slice(-mostRemembered);
    },
    kioskCame() {
      const waiting = missed;
      missed = [];
      for (const command of waiting) if (!isLate(command)) toKiosk(command);
    },
  };
}
