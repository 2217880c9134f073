// Owns what happens to a group of payloads where the database is: decode, correct the time, commit together. Synchronous; runs in the writer thread.
import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, RoomId, StreamId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { DeviceRecord, Stamp } from "../../protocol/records/records.ts";
import { isDiskFull } from "../../runtime/database.ts";
import { type CommitItem, type CommitOutcome, type CommitTotals, makeCommitter } from "./committer.ts";
import { type ClockKnowledge, correctTimes } from "./correctTimes.ts";
import { quarantineEntry, recordBytes } from "./quarantine.ts";
import { readBatch } from "./readBatch.ts";

/** Who sent it, and what the hub knows of the sender. */
type Sender = {
  readonly device: DeviceId;
  readonly room: RoomId | null;
  readonly clock: ClockKnowledge;
  readonly receivedAt: number;
  readonly topic: string;
};

export type Work =
  /** A payload of an `up` topic. */
  | (Sender & { readonly kind: "batch"; readonly payload: Uint8Array })
  /** An unreadable message of another topic. */
  | (Sender & {
      readonly kind: "unreadable";
      readonly payload: Uint8Array;
      readonly code: string;
      readonly detail: string;
    })
  /** Records of a web screen, which have no numbers yet. */
  | (Sender & {
      readonly kind: "screen";
      readonly stream: StreamId;
      readonly stamp: Omit<Stamp, "at">;
      readonly records: readonly KioskRecord[];
    });

export type Done = {
  /** False: nothing was stored, the sender must send again. */
  readonly stored: boolean;
  readonly stream: StreamId | null;
  /** The stream's watermark; null when there is nothing to ack. */
  readonly upto: number | null;
  readonly foreignOwner: DeviceId | null;
  readonly quarantined: boolean;
  /** New records worth telling others of: all but health samples, and the newest of those. */
  readonly fresh: readonly DeviceRecord[];
};

export type GroupDone = {
  readonly done: readonly Done[];
  readonly totals: CommitTotals;
  readonly diskFull: boolean;
  /** Defects, for the log. */
  readonly errors: readonly string[];
};

export type GroupWriter = { write(group: readonly Work[]): GroupDone; totals(): CommitTotals };

const notStored: Done = {
  stored: false,
  stream: null,
  upto: null,
  foreignOwner: null,
  quarantined: false,
  fresh: [],
};

export function makeGroupWriter(database: DatabaseSync): GroupWriter {
  const committer = makeCommitter(database);
  return {
    totals: committer.totals,
    write(group) {
      const errors: string[] = [];
      let diskFull = false;
      const items = group.map(readable);
      const outcomes = commit(items.filter((item) => item !== undefined)).values();
      const done = items.map((item) =>
        item === undefined ? notStored : (outcomes.next().value ?? notStored),
      );
      return { done, totals: committer.totals(), diskFull, errors };

      /** One payload that cannot be handled must never cost its neighbours, which come from other devices. */
      function readable(work: Work): CommitItem | undefined {
        try {
          return itemOf(work);
        } catch (error) {
          errors.push(stackOf(error));
          // A screen's records stay in its spool; a payload is kept for whoever looks into it.
          if (work.kind === "screen") return undefined;
          const { device, topic, receivedAt, payload } = work;
          const source = { device, topic, receivedAt, code: "INVALID", detail: String(error) };
          return quarantineOnly(source, payload);
        }
      }

      function commit(part: readonly CommitItem[]): Done[] {
        try {
          return committer.commit(part).map((outcome, index) => doneOf(part[index] as CommitItem, outcome));
        } catch (error) {
          if (isDiskFull(error)) {
            diskFull = true;
            return part.map(() => notStored);
          }
          // One by one, so that a defect in one batch does not hold up the others; that one stays safe on its device.
          if (part.length > 1) return part.flatMap((item) => commit([item]));
          errors.push(stackOf(error));
          return [notStored];
        }
      }
    },
  };

  function itemOf(work: Work): CommitItem {
    const { device, room, clock, receivedAt, topic } = work;
    const source = { device, topic, receivedAt };
    if (work.kind === "screen") return screenItem(work);
    if (work.kind === "unreadable") return quarantineOnly({ ...source, ...reason(work) }, work.payload);
    const read = readBatch(work.payload);
    if (!read.ok) return quarantineOnly({ ...source, ...reason(read) }, work.payload);
    const { stream, after, last, records, unreadable } = read.value;
    return {
      batch: {
        device,
        room,
        stream,
        after,
        last,
        receivedAt,
        records,
        correctedAt: correctTimes(records, clock, receivedAt),
      },
      quarantine: unreadable.map((one) =>
        quarantineEntry({ ...source, ...reason(one) }, recordBytes(one.raw) ?? work.payload),
      ),
      foreign: () =>
        quarantineEntry(
          { ...source, code: "FOREIGN_STREAM", detail: "the stream belongs to another device" },
          work.payload,
        ),
    };
  }

  function screenItem({ device, room, clock, receivedAt, ...work }: Work & { kind: "screen" }): CommitItem {
    const { stream, stamp, records } = work;
    // A record spooled before a reload has no uptime to go by; its own wall clock is all there is.
    const stamps = records.map(({ at }) => ({ at, mono: 0, boot: stamp.boot }));
    return {
      batch: {
        device,
        room,
        stream,
        after: "end",
        last: records.length,
        receivedAt,
        // The pair (type, body) is the kiosk record's own; only number and stamp are added.
        records: records.map((record, index) => ({ ...record, ...stamp, seq: index + 1 }) as DeviceRecord),
        correctedAt: correctTimes(stamps, { ...clock, bootStarts: new Map() }, receivedAt),
      },
      quarantine: [],
      foreign: null,
    };
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const reason = ({ code, detail }: { readonly code: string; readonly detail: string }) => ({ code, detail });

const quarantineOnly = (source: Parameters<typeof quarantineEntry>[0], payload: Uint8Array): CommitItem => ({
  batch: null,
  quarantine: [quarantineEntry(source, payload)],
  foreign: null,
});

function doneOf(item: CommitItem, { upto, foreignOwner, fresh }: CommitOutcome): Done {
  return {
    stored: true,
    stream: item.batch?.stream ?? null,
    upto,
    foreignOwner,
    quarantined: item.quarantine.length > 0 || foreignOwner !== null,
    fresh: notable(fresh),
  };
}

function notable(records: readonly DeviceRecord[]): DeviceRecord[] {
  const newest = records.findLastIndex(({ type }) => type === "health");
  return records.filter(({ type }, index) => type !== "health" || index === newest);
}
