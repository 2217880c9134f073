// Owns what is let go of, and when (ADR 0037): samples after a week, hours after two years; days stay. In small steps, so that no batch waits for long. Synchronous; runs in the writer thread.
import type { DatabaseSync } from "node:sqlite";
import { hourMs } from "../ingest/healthSums.ts";
import { longestHealthRunMs } from "../store/schema.ts";

const dayMs = 86_400_000;
/** One-minute samples. */
export const samplesKeptMs = 7 * dayMs;
/** Hours of health, and when devices came and went: two years with a day to spare for the longest chart. */
export const hoursKeptMs = 732 * dayMs;

export type PruneStep = {
  /** Rows that went: runs of samples, hours, comings and goings. */
  readonly removed: number;
  /** Nothing is left to do for this `now`. */
  readonly done: boolean;
  /** How long the writer was busy with it, ms. */
  readonly tookMs: number;
};

export type Pruner = {
  /** One transaction of a bounded size. Throws when the disk is too full even for that; nothing is lost then. */
  step(now: number): PruneStep;
};

/** Rows of one step; a few milliseconds on a slow disk. */
const mostRows = 400;
/** Devices looked at in one step. */
const mostDevices = 64;

type Table = { readonly name: string; remove(device: string, now: number, most: number): number };

export function makePruner(database: DatabaseSync): Pruner {
  const tables = [samples(database), hours(database), presence(database)];
  const nextDevice = tables.map(({ name }) =>
    database.prepare(`SELECT min("deviceId") AS id FROM "${name}" WHERE "deviceId" > ?`),
  );
  let place = 0;
  let device = "";

  function next(): string | undefined {
    const found = nextDevice[place]?.get(device)?.["id"];
    return typeof found === "string" ? found : undefined;
  }

  function removeSome(now: number): { removed: number; done: boolean } {
    let removed = 0;
    for (let looked = 0; looked < mostDevices && removed < mostRows; looked++) {
      const found = next();
      const table = tables[place];
      if (table === undefined) break;
      if (found === undefined) {
        place++;
        device = "";
        continue;
      }
      const most = mostRows - removed;
      const gone = table.remove(found, now, most);
      removed += gone;
      // Perhaps there is more of it: the next look begins with the same device.
      if (gone < most) device = found;
    }
    const done = place >= tables.length;
    if (done) place = 0;
    return { removed, done };
  }

  return {
    step(now) {
      const begun = performance.now();
      const before = { place, device };
      database.exec("BEGIN IMMEDIATE");
      try {
        const outcome = removeSome(now);
        database.exec("COMMIT");
        return { ...outcome, tookMs: performance.now() - begun };
      } catch (error) {
        ({ place, device } = before);
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}

function samples(database: DatabaseSync): Table {
  // The time of the first run that stays: the oldest `most` go, and never one that may hold a younger sample.
  const cut = database.prepare(
    `SELECT "fromAt" AS at FROM "healthRun" WHERE "deviceId" = ? ORDER BY "fromAt" LIMIT 1 OFFSET ?`,
  );
  const remove = database.prepare(`DELETE FROM "healthRun" WHERE "deviceId" = ? AND "fromAt" < ?`);
  return {
    name: "healthRun",
    remove(device, now, most) {
      const limit = now - samplesKeptMs - longestHealthRunMs;
      const at = cut.get(device, most)?.["at"];
      return Number(remove.run(device, at === undefined ? limit : Math.min(limit, Number(at))).changes);
    },
  };
}

function hours(database: DatabaseSync): Table {
  const cut = database.prepare(
    `SELECT hour FROM "healthHour" WHERE "deviceId" = ? ORDER BY hour LIMIT 1 OFFSET ?`,
  );
  const remove = database.prepare(`DELETE FROM "healthHour" WHERE "deviceId" = ? AND hour < ?`);
  return {
    name: "healthHour",
    remove(device, now, most) {
      const limit = Math.floor((now - hoursKeptMs) / hourMs);
      const hour = cut.get(device, most)?.["hour"];
      return Number(remove.run(device, hour === undefined ? limit : Math.min(limit, Number(hour))).changes);
    },
  };
}

function presence(database: DatabaseSync): Table {
  const cut = database.prepare(
    `SELECT minute FROM presence WHERE "deviceId" = ? ORDER BY minute LIMIT 1 OFFSET ?`,
  );
  const remove = database.prepare(`DELETE FROM presence WHERE "deviceId" = ? AND minute < ?`);
  return {
    name: "presence",
    remove(device, now, most) {
      const limit = Math.floor((now - hoursKeptMs) / 60_000);
      const minute = cut.get(device, most)?.["minute"];
      return Number(
        remove.run(device, minute === undefined ? limit : Math.min(limit, Number(minute))).changes,
      );
    },
  };
}
