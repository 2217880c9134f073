// Owns which commands are offered, in which groups and with which pictures, and what each begins with.
import {
  type Icon,
  IconBellRinging,
  IconBolt,
  IconCamera,
  IconChecklist,
  IconFiles,
  IconFileText,
  IconFocusCentered,
  IconLock,
  IconLockOpen,
  IconMessage2,
  IconPower,
  IconRefresh,
  IconRotateClockwise2,
  IconVolume,
} from "@tabler/icons-react";
import type { CommandName, CommandOrder } from "../../api/commands.ts";

export type { CommandName };

export const commandIcons: Readonly<Record<CommandName | "wakeNeighbours", Icon>> = {
  identify: IconFocusCentered,
  message: IconMessage2,
  lock: IconLock,
  unlock: IconLockOpen,
  setVolume: IconVolume,
  restartKiosk: IconRefresh,
  wake: IconBolt,
  reboot: IconRotateClockwise2,
  shutDown: IconPower,
  checkReadiness: IconChecklist,
  screenshot: IconCamera,
  collectLogs: IconFileText,
  resendDocuments: IconFiles,
  wakeNeighbours: IconBellRinging,
};

export const commandGroups = {
  screen: ["identify", "message", "lock", "unlock", "setVolume", "restartKiosk"],
  power: ["wake", "reboot", "shutDown"],
  care: ["checkReadiness", "screenshot", "collectLogs", "resendDocuments"],
} as const satisfies Record<string, readonly CommandName[]>;
export type CommandGroup = keyof typeof commandGroups;

/** Not for a computer without a children's screen. */
export const ofChildrensScreen: readonly CommandName[] = [
  ...commandGroups.screen.filter((name) => name !== "setVolume"),
  "checkReadiness",
  "screenshot",
];

/** More is to be said, or somebody should think once more. */
export const asksFirst: readonly CommandName[] = [
  "message",
  "lock",
  "setVolume",
  "restartKiosk",
  "reboot",
  "shutDown",
  "screenshot",
];

export const identifySeconds = 15;
export const longestMessage = 200;

export function firstOrder(name: CommandName): CommandOrder {
  switch (name) {
    case "identify":
      return { name, seconds: identifySeconds };
    case "message":
      return { name, text: "", minutes: 5 };
    case "lock":
      return { name, until: null };
    case "setVolume":
      return { name, percent: 70 };
    default:
      return { name };
  }
}
