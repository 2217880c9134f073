// Owns the way of a device's records into the database: group → commit → ack (ADR 0001). Knows no broker.
import { setImmediate as afterThisTurn } from "node:timers/promises";
import type { DeviceId, RecordId, RoomId, StreamId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Ack } from "../../protocol/messages/ack.ts";
import type { Stamp } from "../../protocol/records/records.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { ClockKnowledge } from "./correctTimes.ts";
import type { Done, Work } from "./groupWriter.ts";
import { makeLag } from "./lag.ts";
import type { Writer } from "./writer.ts";

export type IngestDeps = {
  readonly writer: Writer;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  /** What is known of the sender. */
  readonly device: (id: DeviceId) => { readonly room: RoomId | null; readonly clock: ClockKnowledge };
};

export type Incoming = {
  readonly device: DeviceId;
  readonly topic: string;
  readonly payload: Uint8Array;
  /** UTC ms by the hub's clock. */
  readonly receivedAt: number;
};

export type Ingest = {
  /**
   * Resolves when the batch's group is committed. The ack tells the stream's watermark; undefined when there is
   * nothing to say: the payload was no batch, the stream is another device's, a later batch of the
   * same group carries the ack, or nothing could be stored (the device then sends again).
   */
  accept(incoming: Incoming): Promise<Ack | undefined>;
  /** Keeps an unreadable message of any other topic. */
  quarantine(incoming: Incoming, code: string, detail: string): Promise<void>;
  /**
   * Records of a web screen; the hub numbers them in a stream of the screen's own. Resolves with the ids that
   * are in the database now; rejects when nothing could be stored.
   */
  acceptFromScreen(
    device: DeviceId,
    stream: StreamId,
    stamp: Omit<Stamp, "at">,
    records: readonly KioskRecord[],
  ): Promise<RecordId[]>;
  figures(): IngestFigures;
  /** Set while more waits than memory should hold: resolves when there is room. Whoever reads sockets waits for it. */
  pressure(): Promise<void> | undefined;
  /** Commits what arrived. */
  stop(): Promise<void>;
};

export type IngestFigures = {
  readonly records: number;
  readonly quarantine: number;
  readonly ingestLagMs: number;
  readonly diskFull: boolean;
  readonly batches: number;
  readonly commits: number;
};

type Waiting = {
  readonly work: Work;
  readonly bytes: number;
  readonly settle: (done: Done | undefined) => void;
};

/** Batches in one transaction: enough to make the disk's wait cheap, few enough to keep the ack prompt. */
const largestGroup = 2000;
const largestBacklogBytes = 64 * 1024 * 1024;

export function makeIngest({ writer, events, audit, log, clock, device: senderOf }: IngestDeps): Ingest {
  const lag = makeLag();
  let waiting: Waiting[] = [];
  let backlogBytes = 0;
  let running: Promise<void> | undefined;
  let relieved: { promise: Promise<void>; resolve: () => void } | undefined;
  let totals = writer.totals;
  let diskFull = false;
  let batches = 0;
  let commits = 0;

  function enqueue(work: Work): Promise<Done | undefined> {
    const bytes = sizeOf(work);
    backlogBytes += bytes;
    return new Promise((settle) => {
      waiting.push({ work, bytes, settle });
      running ??= drain();
    });
  }

  async function drain(): Promise<void> {
    // Waiting for the end of the turn lets every batch that lies in a socket now join the group.
    await afterThisTurn();
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup);
      waiting = waiting.slice(largestGroup);
      try {
        const result = await writer.write(group.map(({ work }) => work));
        totals = result.totals;
        noteDisk(result.diskFull);
        for (const error of result.errors) log.error({ err: error }, "a batch could not be stored");
        if (!result.diskFull) commits++;
        tell(group, result.done);
      } catch (error) {
        log.error({ err: error }, "the writer broke; devices send again what was not acknowledged");
        for (const { settle } of group) settle(undefined);
      }
      for (const { bytes } of group) backlogBytes -= bytes;
      if (backlogBytes < largestBacklogBytes) {
        relieved?.resolve();
        relieved = undefined;
      }
    }
    running = undefined;
  }

  function noteDisk(full: boolean): void {
    if (full && !diskFull) log.error("the disk is full: no record is acknowledged, devices keep theirs");
    if (!full && diskFull) log.info("the disk has space again: records are stored");
    const changed = full !== diskFull;
    diskFull = full;
    if (changed) events.publish({ type: "diskFull", full });
  }

  function tell(group: readonly Waiting[], done: readonly Done[]): void {
    const now = clock.now();
    // One ack for each stream and group: the last says all that the earlier ones would.
    const spoken = new Set<StreamId>();
    for (let index = group.length - 1; index >= 0; index--) {
      const { work, settle } = group[index] as Waiting;
      const one = done[index] as Done;
      if (work.kind === "batch" && one.stored) {
        batches++;
        lag.add(now - work.receivedAt, now);
      }
      const repeated = one.stream !== null && spoken.has(one.stream);
      if (one.stream !== null) spoken.add(one.stream);
      settle(repeated ? { ...one, upto: null } : one);
    }
    for (const [index, { fresh }] of done.entries())
      if (fresh.length > 0)
        events.publish({
          type: "recordsCommitted",
          device: (group[index] as Waiting).work.device,
          records: fresh,
        });
    if (done.some(({ quarantined }) => quarantined)) events.publish({ type: "quarantined" });
  }

  return {
    async accept(incoming) {
      const { device } = incoming;
      const done = await enqueue({ kind: "batch", ...incoming, ...senderOf(device) });
      if (done === undefined || !done.stored || done.stream === null) return undefined;
      const { stream, upto, foreignOwner } = done;
      if (foreignOwner !== null)
        await audit.write({
          actor: device,
          action: "device.foreignStream",
          subject: stream,
          detail: { deviceId: device, owner: foreignOwner },
        });
      return upto === null ? undefined : { stream, upto, hubTime: clock.now() };
    },
    async quarantine(incoming, code, detail) {
      await enqueue({ kind: "unreadable", ...incoming, ...senderOf(incoming.device), code, detail });
    },
    async acceptFromScreen(device, stream, stamp, records) {
      if (records.length === 0) return [];
      const done = await enqueue({
        kind: "screen",
        device,
        ...senderOf(device),
        topic: "screen",
        receivedAt: clock.now(),
        stream,
        stamp,
        records,
      });
      if (done?.stored !== true) throw new Error("the screen's records could not be stored");
      return records.map(({ id }) => id);
    },
    figures: () => ({ ...totals, ingestLagMs: lag.percentile99(clock.now()), diskFull, batches, commits }),
    pressure() {
      if (backlogBytes < largestBacklogBytes) return undefined;
      relieved ??= Promise.withResolvers<void>();
      return relieved.promise;
    },
    async stop() {
      await running;
      await writer.stop();
    },
  };
}

/** Bytes: a screen's records are few and small, so that writing them out to measure them costs little. */
const sizeOf = (work: Work) =>
  work.kind === "screen" ? Buffer.byteLength(JSON.stringify(work.records)) : work.payload.byteLength;
