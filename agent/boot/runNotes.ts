// Owns the notes one run of the agent leaves for the next: that it lived, when last, and how it ended.
import type { BootId } from "../../protocol/ids.ts";
import type { Memory } from "../outbox/memory.ts";
import type { Clock } from "../time/clock.ts";
import { type BootNote, bootNote } from "./bootIdentity.ts";
import { type AliveNote, aliveNote } from "./power.ts";

const keys = { alive: "run.alive", boot: "run.boot" };

export const recallBoot = (memory: Memory): BootNote | undefined => memory.recall(keys.boot, bootNote);

export type RunNotes = {
  /** Counts the agent's starts, from 1. */
  readonly run: number;
  /** What the run before left; undefined at the very first start. */
  readonly before: AliveNote | undefined;
  /** The notes as of now, to be remembered. */
  readonly now: (stopped: boolean) => Readonly<Record<string, unknown>>;
};

export function openRunNotes(memory: Memory, clock: Clock, boot: BootId): RunNotes {
  const before = memory.recall(keys.alive, aliveNote);
  const run = (before?.run ?? 0) + 1;
  return {
    run,
    before,
    now(stopped) {
      const at = clock.now();
      const mono = clock.mono();
      const alive: AliveNote = { boot, run, at, stopped };
      const note: BootNote = { boot, mono, beganAt: at - mono };
      return { [keys.alive]: alive, [keys.boot]: note };
    },
  };
}
