// Owns what the hub's own writes tell about the disk: whether the last of them found it full. Ingest keeps its own count.
import { isDiskFull } from "../../runtime/database.ts";
import type { Log } from "../../runtime/log.ts";

export type DiskNote = {
  readonly full: boolean;
  /** True when this is what went wrong; it is then noted. */
  failed(error: unknown): boolean;
  /** A write went through: there is space again. */
  wrote(): void;
};

export function makeDiskNote(log: Pick<Log, "error" | "info">): DiskNote {
  let full = false;
  return {
    get full() {
      return full;
    },
    failed(error) {
      if (!isDiskFull(error)) return false;
      if (!full) log.error("the disk is full: the dashboard can read and not change anything");
      full = true;
      return true;
    },
    wrote() {
      if (full) log.info("the disk has space again: changes are stored");
      full = false;
    },
  };
}
