// Owns the outbox: every record stays on this disk until the hub says it is committed (ADR 0001).
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type BootId, type DeviceId, deviceId, type StreamId, streamId } from "../../protocol/ids.ts";
import type { DeviceRecord, NewRecord } from "../../protocol/records/records.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
import { type Memory, makeMemory } from "./memory.ts";
import { openOutboxFile } from "./outboxFile.ts";
import { openRecordTable } from "./recordTable.ts";
import { makeShedder, type Shed } from "./shed.ts";
import { makeWaitingRoom, type Waiting } from "./waitingRoom.ts";

export type OutboxBounds = {
  /** Bytes of records kept, counted as `rowBytes` does. */
  readonly maxBytes: number;
  /** Age after which droppable records go, ms. */
  readonly maxAgeMs: number;
  /** Bytes of records held in memory while the disk is full. */
  readonly maxWaitingBytes: number;
  /** How long the id of a kiosk's record is known, ms. */
  readonly receiptMs: number;
};

const day = 24 * 3600_000;
export const usualBounds: OutboxBounds = {
  maxBytes: 200 * 1024 * 1024,
  maxAgeMs: 90 * day,
  maxWaitingBytes: 4 * 1024 * 1024,
  receiptMs: 180 * day,
};

export type OutboxDeps = {
  readonly file: string;
  /** Whose records these are. A file that another device's enrolment left goes on under a new stream. */
  readonly owner: DeviceId;
  readonly clock: Clock;
  readonly random: Random;
  /** Stamps the outbox's own records. Asked once; an earlier run may have left a note about its boot. */
  readonly boot: (memory: Memory) => BootId;
  readonly bounds?: Partial<OutboxBounds>;
  /** Sees the open database before anything is written; a test makes the disk small here. */
  readonly opened?: (database: DatabaseSync) => void;
};

/** `stored`: on the disk. `waiting`: in memory until the disk has room. `refused`: there was no room for it at all. */
export type Appended = "stored" | "waiting" | "refused";

export type AppendOptions = {
  /** Called once the records are on the disk: before `append` returns, or later when it returned `waiting`. */
  readonly stored?: () => void;
  /** Facts written in the same transaction. */
  readonly remember?: Readonly<Record<string, unknown>>;
};

export type TakeLimits = { readonly maxRecords: number; readonly maxBytes: number };
export type Taken = { readonly records: readonly DeviceRecord[]; readonly last: number };

export type Outbox = {
  readonly boot: BootId;
  readonly stream: () => StreamId;
  /** False: the stream is another device's, and the disk has no room yet for a new one. Tries again at every call. */
  readonly ownsStream: () => boolean;
  /** The highest number given so far; 0 in a new stream. */
  readonly lastSeq: () => number;
  /** Everything up to here was released. */
  readonly released: () => number;
  /** No number above this one ever left in this stream. It lies in the file, so a restored copy tells that it is one. */
  readonly sentUpto: () => number;
  /** To be called before records are sent: notes on the disk that all numbers so far may leave. False: no room, send later. */
  readonly noteSending: () => boolean;
  readonly append: (records: readonly NewRecord[], options?: AppendOptions) => Appended;
  /** Tries again to write what waits for the disk. */
  readonly retry: () => void;
  /** The next records above `after`; undefined when there are none. */
  readonly take: (after: number, limits: TakeLimits) => Taken | undefined;
  /** Forgets records up to `upto`: the hub has them. */
  readonly release: (upto: number) => void;
  /** For a hub that knows more of this stream than the outbox does (a restored disk image): start a new one. False: no room on the disk, ask again later. */
  readonly renewStream: () => boolean;
  /** Drops what is too old. To be called only while the clock is trusted. */
  readonly dropOld: (plausibleFrom: number) => void;
  readonly memory: Memory;
  /** Hears every append that reached the disk; `urgent` when it held more than health. */
  readonly onStored: (listener: (urgent: boolean) => void) => () => void;
  /** Where a damaged outbox file was set aside at this opening; null mostly. */
  readonly setAside: string | null;
  readonly close: () => void;
};

const keys = {
  stream: "outbox.stream",
  owner: "outbox.owner",
  released: "outbox.released",
  sent: "outbox.sentUpto",
  thinned: "outbox.thinnedUpto",
};
const whole = z.number().int().min(0);

export function openOutbox(deps: OutboxDeps): Outbox {
  const { clock, random } = deps;
  const bounds = { ...usualBounds, ...deps.bounds };
  const { database, setAside } = openOutboxFile(deps.file);
  deps.opened?.(database);
  const memory = makeMemory(database);
  const boot = deps.boot(memory);
  const shedder = makeShedder(database);
  const room = makeWaitingRoom(bounds.maxWaitingBytes);
  const listeners = new Set<(urgent: boolean) => void>();
  const table = openRecordTable(database);

  const newStream = () => streamId.parse(random.token());
  const knownStream = memory.recall(keys.stream, streamId);
  let stream: StreamId = knownStream ?? newStream();
  if (knownStream === undefined) {
    memory.remember(keys.stream, stream);
    memory.remember(keys.sent, 0);
  }
  const knownOwner = memory.recall(keys.owner, deviceId);
  if (knownOwner === undefined) memory.remember(keys.owner, deps.owner);
  /** The hub knows the stream as another device's: it would put everything aside and acknowledge nothing. */
  let foreign = knownOwner !== undefined && knownOwner !== deps.owner;
  let released = memory.recall(keys.released, whole) ?? 0;
  let thinnedUpto = memory.recall(keys.thinned, whole) ?? 0;
  let lastSeq = table.lastSeq();
  // A file of an agent that noted nothing yet: anything in it may have left.
  let sentUpto = memory.recall(keys.sent, whole) ?? lastSeq;
  let usedBytes = table.usedBytes();

  function transaction(work: () => void): void {
    const before = { lastSeq, usedBytes, thinnedUpto };
    try {
      database.exec("BEGIN IMMEDIATE");
      work();
      database.exec("COMMIT");
    } catch (error) {
      // A full disk may have rolled back by itself.
      if (database.isTransaction) database.exec("ROLLBACK");
      ({ lastSeq, usedBytes, thinnedUpto } = before);
      throw error;
    }
  }

  function insert(record: NewRecord): void {
    const row = table.insert(record, clock.now());
    if (row === undefined) return;
    lastSeq = row.seq;
    usedBytes += row.bytes;
  }

  function noteShed(shed: Shed): void {
    usedBytes -= shed.bytes;
    for (const body of shed.dropped)
      insert({ type: "outboxDropped", at: clock.now(), mono: clock.mono(), boot, body });
  }

  function makeRoom(bytes: number): void {
    const shed = shedder.makeRoom(bytes, thinnedUpto);
    if (shed.thinnedUpto !== thinnedUpto) {
      thinnedUpto = shed.thinnedUpto;
      memory.remember(keys.thinned, thinnedUpto);
    }
    noteShed(shed);
  }

  /** Writes everything that waits, in order, in one transaction. */
  function write(entries: readonly Waiting[]): void {
    transaction(() => {
      for (const { records, remember } of entries) {
        for (const record of records) insert(record);
        for (const [key, value] of Object.entries(remember ?? {})) memory.remember(key, value);
      }
      // A twentieth more than needed, so that a full outbox does not shed at every append.
      if (usedBytes > bounds.maxBytes) makeRoom(usedBytes - bounds.maxBytes * 0.95);
    });
  }

  function writeOrMakeRoom(entries: readonly Waiting[]): boolean {
    try {
      write(entries);
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
    // What is in the file already can still give way to what matters more: freed pages need no new disk.
    try {
      transaction(() => makeRoom(256 * 1024));
      write(entries);
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      return false;
    }
  }

  function drain(): boolean {
    const entries = room.entries();
    if (entries.length === 0 && !room.isFull()) return true;
    const relief = room.relief({ at: clock.now(), mono: clock.mono(), boot });
    if (!writeOrMakeRoom(relief === undefined ? entries : [...entries, relief])) return false;
    room.clear();
    for (const entry of entries) entry.stored?.();
    const urgent = relief !== undefined || entries.some((entry) => entry.urgent);
    for (const listener of listeners) listener(urgent);
    return true;
  }

  function renewStream(): boolean {
    const renewed = newStream();
    try {
      transaction(() => {
        memory.remember(keys.stream, renewed);
        memory.remember(keys.owner, deps.owner);
        memory.remember(keys.released, 0);
        memory.remember(keys.sent, 0);
      });
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      return false;
    }
    stream = renewed;
    released = 0;
    sentUpto = 0;
    foreign = false;
    return true;
  }
  if (foreign) renewStream();

  return {
    boot,
    stream: () => stream,
    // Foreign still: the disk was full at the opening. Nothing may go out under the other device's stream.
    ownsStream: () => !foreign || renewStream(),
    lastSeq: () => lastSeq,
    released: () => released,
    sentUpto: () => sentUpto,
    noteSending() {
      if (sentUpto === lastSeq) return true;
      try {
        memory.remember(keys.sent, lastSeq);
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        return false;
      }
      sentUpto = lastSeq;
      return true;
    },
    memory,
    setAside,
    append(records, options = {}) {
      const entry: Waiting = { records, ...options, urgent: records.some(({ type }) => type !== "health") };
      room.add(entry);
      if (drain()) return "stored";
      return room.settle(entry, clock.now());
    },
    retry: () => void drain(),
    take(after, { maxRecords, maxBytes }) {
      const records = table.read(after, maxRecords, maxBytes);
      const last = records.at(-1)?.seq;
      return last === undefined ? undefined : { records, last };
    },
    release(upto) {
      if (upto <= released) return;
      try {
        transaction(() => {
          usedBytes -= table.release(upto);
          memory.remember(keys.released, upto);
        });
        released = upto;
      } catch (error) {
        // Deleting needs a little disk too. The records stay, the hub ignores what it has, the next ack tries again.
        if (!isDiskFull(error)) throw error;
      }
    },
    renewStream,
    dropOld(plausibleFrom) {
      const now = clock.now();
      try {
        transaction(() => {
          noteShed(shedder.dropOld(now - bounds.maxAgeMs, plausibleFrom));
          table.forgetReceipts(now - bounds.receiptMs, plausibleFrom);
        });
        database.exec("PRAGMA incremental_vacuum(2000)");
      } catch (error) {
        if (!isDiskFull(error)) throw error;
      }
    },
    onStored(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => database.close(),
  };
}
