// Owns what the hub knows of the space on its disk: enough, little, or none, told when it changes.
import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../runtime/log.ts";
import type { HubDisk } from "../api/hubDisk.ts";
import type { HubEvents } from "../events/hubEvents.ts";

export type DiskWatchDeps = {
  /** The hub's data folder. */
  readonly folder: string;
  /** Whether the last write found no space: only writing can tell. */
  readonly full: () => boolean;
  readonly events: HubEvents;
  readonly log: Pick<Log, "warn" | "info">;
  /** Calls again and again; returns the way to stop. */
  readonly every: (ms: number, call: () => void) => () => void;
  /** Free and whole space of the disk that holds the folder, bytes. */
  readonly space?: (folder: string) => Promise<DiskSpace>;
};

export type DiskSpace = { readonly freeBytes: number; readonly totalBytes: number };

export type DiskWatch = {
  /** As of the last look. */
  now(): HubDisk;
  /** Looks at once. */
  look(): Promise<void>;
  stop(): void;
};

const lookEveryMs = 15_000;
const gibibyte = 1024 ** 3;
/** A school of a hundred devices writes this much in some months: time enough to act. */
const lowBytes = 2 * gibibyte;
const lowShare = 0.05;
/** Space that comes and goes around the bound is told of once. */
const clearFactor = 1.25;

export async function watchDisk(deps: DiskWatchDeps): Promise<DiskWatch> {
  const { folder, full, events, log, every, space = spaceOf } = deps;
  let known: DiskSpace | undefined;
  let low = false;
  let told: HubDisk["state"] = "ok";
  let stopped = false;

  async function look(): Promise<void> {
    try {
      known = await space(folder);
    } catch (error) {
      // A disk that cannot be asked is not called full; what writing finds still counts.
      log.warn({ err: error }, "the disk could not be asked for its space");
      known = undefined;
    }
    if (known !== undefined) {
      const bound = Math.min(lowBytes, known.totalBytes * lowShare);
      low = known.freeBytes < (low ? bound * clearFactor : bound);
    }
    if (!stopped) tell();
  }

  function tell(): void {
    const state = stateNow();
    if (state === told) return;
    told = state;
    const freeBytes = known?.freeBytes ?? null;
    log[state === "ok" ? "info" : "warn"]({ state, freeBytes }, "the hub's disk");
    events.publish({ type: "hubDisk", state, freeBytes });
  }

  const stateNow = (): HubDisk["state"] => (full() ? "full" : low ? "low" : "ok");

  const unsubscribe = events.subscribe((event) => {
    // The word first, the measuring after it.
    if (event.type === "diskFull") {
      tell();
      void look();
    }
  });
  const cancel = every(lookEveryMs, () => void look());
  await look();
  return {
    now: () => ({
      state: stateNow(),
      freeBytes: known?.freeBytes ?? null,
      totalBytes: known?.totalBytes ?? null,
      databaseBytes: bytesOf(join(folder, "hub.db")) + bytesOf(join(folder, "hub.db-wal")),
    }),
    look,
    stop() {
      stopped = true;
      unsubscribe();
      cancel();
    },
  };
}

async function spaceOf(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
