// Owns the one transaction: the records of a group of batches, what they change elsewhere, and the new watermarks (ADR 0001).
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { DeviceId, RoomId, StreamId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { makeHealthRuns, type Sample } from "./healthRuns.ts";
import { makeHealthRollup } from "./healthSums.ts";
import { makeSchoolDay } from "./localDay.ts";
import { makeProjections } from "./projections.ts";
import { makeQuarantineTable, type QuarantineEntry } from "./quarantine.ts";
import { makeRowWriter } from "./rowWriter.ts";
import { makeUsage } from "./usage.ts";

export type CommitBatch = {
  readonly device: DeviceId;
  readonly room: RoomId | null;
  readonly stream: StreamId;
  /** "end": the records are numbered from 1 and follow whatever the stream has (web screens, which number nothing). */
  readonly after: number | "end";
  readonly last: number;
  readonly receivedAt: number;
  readonly records: readonly DeviceRecord[];
  /** One for each record, UTC ms. */
  readonly correctedAt: readonly number[];
};

export type CommitItem = {
  readonly batch: CommitBatch | null;
  readonly quarantine: readonly QuarantineEntry[];
  /** Made of the whole batch when its stream is another device's. */
  readonly foreign: (() => QuarantineEntry) | null;
};

export type CommitOutcome = {
  /** The stream's watermark after the commit; null for what is no batch, or a batch of another device's stream. */
  readonly upto: number | null;
  /** The device that owns the stream, when it is not the sender. */
  readonly foreignOwner: DeviceId | null;
  /** Records that were not known before. */
  readonly fresh: readonly DeviceRecord[];
};

export type CommitTotals = { readonly records: number; readonly quarantine: number };

export type Committer = {
  /** All or nothing: throws with everything rolled back. Outcomes in the order of `items`. */
  commit(items: readonly CommitItem[]): CommitOutcome[];
  totals(): CommitTotals;
};

const recordColumns = "id stream seq deviceId type at correctedAt mono boot receivedAt body".split(" ");
const runColumns = "deviceId fromAt stream firstSeq samples".split(" ");
/** Streams whose watermark is kept in memory; the rest are read from the table. */
const cachedStreams = 20_000;

type Watermark = { readonly device: DeviceId; readonly upto: number };

export function makeCommitter(database: DatabaseSync): Committer {
  const records = makeRowWriter(database, "record", recordColumns);
  const runs = makeRowWriter(database, "healthRun", runColumns);
  const projections = makeProjections(database);
  const schoolDay = makeSchoolDay(database);
  const healthRollup = makeHealthRollup(database, schoolDay);
  const usage = makeUsage(database, schoolDay);
  const quarantine = makeQuarantineTable(database);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const end = database.prepare("COMMIT");
  const readWatermark = database.prepare(`SELECT "deviceId", upto FROM watermark WHERE stream = ?`);
  const readId = database.prepare("SELECT 1 FROM record WHERE id = ?");
  const writeWatermark = database.prepare(`
    INSERT INTO watermark (stream, "deviceId", upto, "changedAt") VALUES (?, ?, ?, ?)
    ON CONFLICT (stream) DO UPDATE SET upto = excluded.upto, "changedAt" = excluded."changedAt"`);
  const writeFigure = database.prepare(`
    INSERT INTO figure (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const known = new Map<StreamId, Watermark>();
  const readFigure = database.prepare("SELECT value FROM figure WHERE name = ?");
  let recordCount = Number(readFigure.get("records")?.["value"] ?? 0);
  let quarantined = quarantine.count();

  function lookUp(stream: StreamId): Watermark | undefined {
    const found = known.get(stream);
    if (found !== undefined) return found;
    const row = readWatermark.get(stream);
    if (row === undefined) return undefined;
    return { device: row["deviceId"] as DeviceId, upto: Number(row["upto"]) };
  }

  function commit(items: readonly CommitItem[]): CommitOutcome[] {
    const moved = new Map<StreamId, Watermark & { readonly at: number }>();
    const recordRows: SQLInputValue[] = [];
    const runRows: SQLInputValue[] = [];
    let samplesAdded = 0;
    const ids = new Set<string>();
    let touchedQuarantine = false;
    schoolDay.forget();
    begin.run();
    try {
      const outcomes = items.map((item) => {
        for (const entry of item.quarantine) quarantine.add(entry);
        touchedQuarantine ||= item.quarantine.length > 0;
        return item.batch === null ? nothing : take(item.batch, item.foreign);
      });
      runs.write(runRows);
      healthRollup.write();
      usage.write();
      const added = records.write(recordRows) + samplesAdded;
      for (const [stream, { device, upto, at }] of moved) writeWatermark.run(stream, device, upto, at);
      if (added > 0) writeFigure.run("records", recordCount + added);
      end.run();
      recordCount += added;
      if (touchedQuarantine) quarantined = quarantine.count();
      for (const [stream, { device, upto }] of moved) known.set(stream, { device, upto });
      for (const stream of known.keys()) {
        if (known.size <= cachedStreams) break;
        known.delete(stream);
      }
      return outcomes;
    } catch (error) {
      healthRollup.forget();
      usage.forget();
      // SQLite rolls back by itself after some errors (disk full among them).
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }

    function take(batch: CommitBatch, foreign: (() => QuarantineEntry) | null): CommitOutcome {
      const mark = moved.get(batch.stream) ?? lookUp(batch.stream);
      if (mark !== undefined && mark.device !== batch.device) {
        if (foreign !== null) quarantine.add(foreign());
        touchedQuarantine = true;
        return { upto: null, foreignOwner: mark.device, fresh: [] };
      }
      const upto = mark?.upto ?? 0;
      const shift = batch.after === "end" ? upto : 0;
      const last = batch.last + shift;
      if ((batch.after !== "end" && batch.after > upto) || last <= upto)
        return { upto, foreignOwner: null, fresh: [] };
      const fresh: DeviceRecord[] = [];
      const samples: Sample[] = [];
      for (let index = 0; index < batch.records.length; index++) {
        const given = batch.records[index] as DeviceRecord;
        const record = shift === 0 ? given : { ...given, seq: given.seq + shift };
        if (record.seq <= upto) continue;
        if (record.id !== undefined) {
          if (ids.has(record.id) || readId.get(record.id) !== undefined) continue;
          ids.add(record.id);
        }
        fresh.push(record);
        const correctedAt = batch.correctedAt[index] as number;
        usage.add(record, correctedAt, batch.device, batch.room);
        if (record.type === "health") healthRollup.add(batch.device, record.body, correctedAt);
        if (record.type === "health" && record.id === undefined) {
          samples.push({ seq: record.seq, at: record.at, correctedAt, body: record.body });
          continue;
        }
        recordRows.push(
          record.id ?? `${batch.stream}.${record.seq}`,
          batch.stream,
          record.seq,
          batch.device,
          record.type,
          record.at,
          correctedAt,
          record.mono,
          record.boot,
          batch.receivedAt,
          JSON.stringify(record.body),
        );
        projections.apply(record, correctedAt, batch.device, batch.room, batch.receivedAt);
      }
      for (const { fromAt, firstSeq, samples: text } of makeHealthRuns(samples))
        runRows.push(batch.device, fromAt, batch.stream, firstSeq, text);
      samplesAdded += samples.length;
      moved.set(batch.stream, { device: batch.device, upto: last, at: batch.receivedAt });
      return { upto: last, foreignOwner: null, fresh };
    }
  }

  return {
    commit,
    totals: () => ({ records: recordCount, quarantine: quarantined }),
  };
}

const nothing: CommitOutcome = { upto: null, foreignOwner: null, fresh: [] };
