// Owns the rows of the outbox: how a record is written, read, and forgotten. Transactions are the outbox's business.
import type { DatabaseSync } from "node:sqlite";
import type { DeviceRecord, NewRecord } from "../../protocol/records/records.ts";

export type RecordTable = {
  /** The highest number ever given. */
  readonly lastSeq: () => number;
  /** Bytes of all records, as `insert` counted them. */
  readonly usedBytes: () => number;
  /** Undefined when a record with the same id came before (`now`: when this one came, UTC ms). */
  readonly insert: (record: NewRecord, now: number) => { seq: number; bytes: number } | undefined;
  /** Records above `after` in order, at least one if there is any, until a limit is reached. */
  readonly read: (after: number, maxRecords: number, maxBytes: number) => DeviceRecord[];
  /** Deletes records up to `upto`; gives the bytes they took. */
  readonly release: (upto: number) => number;
  /** Forgets which ids came before `before`, unless a dead clock noted them (earlier than `plausibleFrom`). UTC ms */
  readonly forgetReceipts: (before: number, plausibleFrom: number) => void;
};

/** What one record costs in the file beside its body: key, columns, index entry. */
const rowOverheadBytes = 120;
/** What a record's keys and numbers add to its body on the wire, at most, beyond the row's overhead. */
const wireOverheadBytes = 60;

export function openRecordTable(database: DatabaseSync): RecordTable {
  const lastSeq = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'record'");
  const usedBytes = database.prepare("SELECT sum(bytes) AS bytes FROM record");
  const receive = database.prepare("INSERT INTO receipt (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const insert = database.prepare(
    "INSERT INTO record (type, at, mono, boot, id, bytes, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const read = database.prepare("SELECT * FROM record WHERE seq > ? ORDER BY seq LIMIT ?");
  const bytesUpto = database.prepare("SELECT sum(bytes) AS bytes FROM record WHERE seq <= ?");
  const release = database.prepare("DELETE FROM record WHERE seq <= ?");
  const forgetReceipts = database.prepare("DELETE FROM receipt WHERE at < ? AND at >= ?");

  return {
    lastSeq: () => Number(lastSeq.get()?.["seq"] ?? 0),
    usedBytes: () => Number(usedBytes.get()?.["bytes"] ?? 0),
    insert({ type, at, mono, boot, id, body }, now) {
      if (id !== undefined && Number(receive.run(id, now).changes) === 0) return undefined;
      const text = JSON.stringify(body);
      const bytes = Buffer.byteLength(text) + rowOverheadBytes;
      const { lastInsertRowid } = insert.run(type, Math.round(at), mono, boot, id ?? null, bytes, text);
      return { seq: Number(lastInsertRowid), bytes };
    },
    read(after, maxRecords, maxBytes) {
      const records: DeviceRecord[] = [];
      let bytes = 0;
      for (const row of read.iterate(after, maxRecords)) {
        bytes += Number(row["bytes"]) + wireOverheadBytes;
        if (records.length > 0 && bytes > maxBytes) break;
        records.push(toRecord(row));
      }
      return records;
    },
    release(upto) {
      const bytes = Number(bytesUpto.get(upto)?.["bytes"] ?? 0);
      release.run(upto);
      return bytes;
    },
    forgetReceipts: (before, plausibleFrom) => void forgetReceipts.run(before, plausibleFrom),
  };
}

function toRecord(row: Record<string, unknown>): DeviceRecord {
  const { seq, type, at, mono, boot, id } = row;
  const stamp = { seq, type, at, mono, boot, ...(id === null ? {} : { id }) };
  // Only `insert` writes rows, and its argument was a NewRecord; the file's integrity is SQLite's business.
  return { ...stamp, body: JSON.parse(String(row["body"])) as unknown } as DeviceRecord;
}
