// Owns the way of a device's records into the database: decode → group commit → ack (ADR 0001). Knows no broker.
import { setImmediate as afterThisTurn } from "node:timers/promises";
import type { DeviceId, RecordId, RoomId, StreamId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Ack } from "../../protocol/messages/ack.ts";
import type { DeviceRecord, Stamp } from "../../protocol/records/records.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Store } from "../store/store.ts";
import { type CommitBatch, type CommitItem, type CommitOutcome, makeCommitter } from "./committer.ts";
import { type ClockKnowledge, correctTimes } from "./correctTimes.ts";
import { makeLag } from "./lag.ts";
import { type QuarantineEntry, quarantineEntry } from "./quarantine.ts";
import { readBatch } from "./readBatch.ts";

export type IngestDeps = {
  readonly store: Store;
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
  readonly item: CommitItem;
  readonly receivedAt: number;
  readonly topic: string;
  readonly done: (outcome: CommitOutcome | "notStored") => void;
};

/** Batches in one transaction: enough to make the disk's wait cheap, few enough to keep the ack prompt. */
const largestGroup = 2000;

export function makeIngest({ store, events, audit, log, clock, device: senderOf }: IngestDeps): Ingest {
  const committer = makeCommitter(store.sqlite);
  const lag = makeLag();
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let diskFull = false;
  let batches = 0;
  let commits = 0;

  function enqueue(item: CommitItem, incoming: Pick<Incoming, "receivedAt" | "topic">) {
    return new Promise<CommitOutcome | "notStored">((done) => {
      waiting.push({ item, receivedAt: incoming.receivedAt, topic: incoming.topic, done });
      running ??= drain();
    });
  }

  async function drain(): Promise<void> {
    // Waiting for the end of the turn lets every batch that lies in a socket now join the group.
    for (;;) {
      await afterThisTurn();
      if (waiting.length === 0) break;
      // A Kysely transaction on the same connection may be waiting between two of its statements.
      if (store.sqlite.isTransaction) continue;
      const group = waiting.splice(0, largestGroup);
      commitGroup(group);
    }
    running = undefined;
  }

  function commitGroup(group: readonly Waiting[]): void {
    try {
      const outcomes = committer.commit(group.map(({ item }) => item));
      if (diskFull) log.info("the disk has space again: records are stored");
      diskFull = false;
      commits++;
      settle(group, outcomes);
    } catch (error) {
      if (isDiskFull(error)) {
        if (!diskFull)
          log.error({ error }, "the disk is full: no record is acknowledged, devices keep theirs");
        diskFull = true;
        for (const { done } of group) done("notStored");
      } else if (group.length === 1) {
        // Not acknowledged: the record stays safe on its device until this defect is mended.
        log.error({ error, device: group[0]?.item.batch?.device }, "a batch could not be stored");
        for (const { done } of group) done("notStored");
      } else for (const one of group) commitGroup([one]);
    }
  }

  function settle(group: readonly Waiting[], outcomes: readonly CommitOutcome[]): void {
    const now = clock.now();
    // One ack for each stream and group: it says all that the earlier ones would.
    const spoken = new Set<StreamId>();
    let quarantined = false;
    for (let index = group.length - 1; index >= 0; index--) {
      const { item, done, receivedAt } = group[index] as Waiting;
      const outcome = outcomes[index] as CommitOutcome;
      quarantined ||= item.quarantine.length > 0 || outcome.foreignOwner !== null;
      if (item.batch === null) {
        done(outcome);
        continue;
      }
      batches++;
      lag.add(now - receivedAt, now);
      const repeated = spoken.has(item.batch.stream);
      spoken.add(item.batch.stream);
      done(repeated ? { ...outcome, upto: null } : outcome);
    }
    for (const [index, { fresh }] of outcomes.entries()) {
      const batch = group[index]?.item.batch;
      if (batch && fresh.length > 0)
        events.publish({ type: "recordsCommitted", device: batch.device, records: fresh });
    }
    if (quarantined) events.publish({ type: "quarantined" });
  }

  async function accept(incoming: Incoming): Promise<Ack | undefined> {
    const { device, receivedAt, payload, topic } = incoming;
    const read = readBatch(payload);
    if (!read.ok) {
      await keep(incoming, read.code, read.detail);
      return undefined;
    }
    const { stream, after, last, records, unreadable } = read.value;
    const { room, clock: knowledge } = senderOf(device);
    const correctedAt = correctTimes(records, knowledge, receivedAt);
    const batch: CommitBatch = { device, room, stream, after, last, receivedAt, records, correctedAt };
    const quarantine = unreadable.map(({ code, detail, raw }) =>
      quarantineEntry({ device, topic, code, detail, receivedAt }, Buffer.from(JSON.stringify(raw))),
    );
    const outcome = await enqueue({ batch, quarantine, foreign: () => foreignEntry(incoming) }, incoming);
    if (outcome === "notStored") return undefined;
    if (outcome.foreignOwner !== null) {
      await audit.write({
        actor: device,
        action: "device.foreignStream",
        subject: stream,
        detail: { owner: outcome.foreignOwner },
      });
      return undefined;
    }
    return outcome.upto === null ? undefined : { stream, upto: outcome.upto, hubTime: clock.now() };
  }

  const foreignEntry = ({ device, topic, receivedAt, payload }: Incoming): QuarantineEntry =>
    quarantineEntry(
      { device, topic, receivedAt, code: "FOREIGN_STREAM", detail: "the stream belongs to another device" },
      payload,
    );

  async function keep(incoming: Incoming, code: string, detail: string): Promise<void> {
    const { device, topic, receivedAt, payload } = incoming;
    const entry = quarantineEntry({ device, topic, code, detail, receivedAt }, payload);
    await enqueue({ batch: null, quarantine: [entry], foreign: null }, incoming);
  }

  async function acceptFromScreen(
    device: DeviceId,
    stream: StreamId,
    stamp: Omit<Stamp, "at">,
    records: readonly KioskRecord[],
  ): Promise<RecordId[]> {
    const receivedAt = clock.now();
    const first = nextScreenSeq(stream);
    const numbered = records.map(
      // The pair (type, body) is the kiosk record's own; only number and stamp are added.
      (record, index) => ({ ...record, ...stamp, seq: first + index }) as DeviceRecord,
    );
    const last = first + records.length - 1;
    screenSeqs.set(stream, last);
    const { room, clock: knowledge } = senderOf(device);
    // A spooled record's uptime is unknown, so its own wall clock is all there is.
    const correctedAt = correctTimes(
      records.map(({ at }) => ({ at, mono: 0, boot: stamp.boot })),
      { ...knowledge, bootStarts: new Map() },
      receivedAt,
    );
    const outcome = await enqueue(
      {
        batch: { device, room, stream, after: 0, last, receivedAt, records: numbered, correctedAt },
        quarantine: [],
        foreign: null,
      },
      { receivedAt, topic: "screen" },
    );
    if (outcome === "notStored") throw new Error("the screen's records could not be stored");
    return records.map(({ id }) => id);
  }

  const screenSeqs = new Map<StreamId, number>();
  const nextScreenSeq = (stream: StreamId) => (screenSeqs.get(stream) ?? committer.watermarkOf(stream)) + 1;

  return {
    accept,
    quarantine: keep,
    acceptFromScreen,
    figures: () => ({
      ...committer.totals(),
      ingestLagMs: lag.percentile99(clock.now()),
      diskFull,
      batches,
      commits,
    }),
    stop: async () => {
      await running;
    },
  };
}
