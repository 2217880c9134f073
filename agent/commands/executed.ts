// Owns the memory of executed commands: written before a command runs, so that no command ever runs twice (ADR 0003).
import { z } from "zod";
import { type BootId, bootId, type CommandId, commandId } from "../../protocol/ids.ts";
import type { Memory } from "../outbox/memory.ts";

const entry = z.object({ id: commandId, name: z.string(), boot: bootId, finished: z.boolean() });
export type ExecutedCommand = z.infer<typeof entry>;

const key = "commands.executed";
/** Far more than a device gets in a year; a command this old has expired long ago. */
const mostKept = 500;

export type ExecutedCommands = {
  readonly has: (id: CommandId) => boolean;
  /** Durable when it returns. Throws SQLite's error when the disk is full: the command must not run then. */
  readonly begin: (id: CommandId, name: string, boot: BootId) => void;
  /** The note of the finish, to be stored with the result record. */
  readonly finish: (id: CommandId) => Readonly<Record<string, unknown>>;
  /** Begun by an earlier run, with no result. */
  readonly unfinished: readonly ExecutedCommand[];
};

export function openExecutedCommands(memory: Memory): ExecutedCommands {
  let entries = memory.recall(key, z.array(entry)) ?? [];
  return {
    has: (id) => entries.some((known) => known.id === id),
    unfinished: entries.filter(({ finished }) => !finished),
    begin(id, name, boot) {
      const next = [...entries, { id, name, boot, finished: false }].slice(-mostKept);
      memory.remember(key, next);
      entries = next;
    },
    finish(id) {
      entries = entries.map((known) => (known.id === id ? { ...known, finished: true } : known));
      return { [key]: entries };
    },
  };
}
