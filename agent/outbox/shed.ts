// Owns what an overfull outbox gives up, and in which order: oldest health thinned, then dropped, then other droppable types; never the rest.
import type { DatabaseSync } from "node:sqlite";
import type { OutboxDropped } from "../../protocol/records/outboxDropped.ts";
import { neverDropped, type RecordType, recordTypes } from "../../protocol/records/records.ts";

/** Records looked at in one step: enough to be rare, few enough to be quick. */
const stepRecords = 1000;

// What was dropped must stay known too: "nothing is dropped silently".
const kept = new Set<RecordType>([...neverDropped, "outboxDropped"]);
export const isDroppable = (type: RecordType): boolean => !kept.has(type);

/** Everything but health, oldest first over all types. */
const lastResort = (Object.keys(recordTypes) as RecordType[]).filter(
  (type) => isDroppable(type) && type !== "health",
);

export type Shed = { readonly bytes: number; readonly dropped: readonly OutboxDropped[] };

export type Shedder = {
  /** Frees at least `bytes` where possible. Runs inside the caller's transaction. */
  readonly makeRoom: (bytes: number, thinnedUpto: number) => Shed & { readonly thinnedUpto: number };
  /** Drops what is older than `before` (UTC ms) but not older than `plausibleFrom`: such a time is a dead clock's, not an age. */
  readonly dropOld: (before: number, plausibleFrom: number) => Shed;
};

type Row = { seq: number; type: RecordType; at: number; bytes: number };

export function makeShedder(database: DatabaseSync): Shedder {
  const columns = "seq, type, at, bytes";
  const oldestHealth = database.prepare(
    `SELECT ${columns} FROM record WHERE type = 'health' AND seq > ? ORDER BY seq LIMIT ${stepRecords}`,
  );
  const places = lastResort.map(() => "?").join(", ");
  const oldestOther = database.prepare(
    `SELECT ${columns} FROM record WHERE type IN (${places}) ORDER BY seq LIMIT ${stepRecords}`,
  );
  const oldest = database.prepare(
    `SELECT ${columns} FROM record WHERE type IN ('health', ${places}) AND at < ? AND at >= ? ORDER BY seq LIMIT ${stepRecords}`,
  );
  const remove = database.prepare("DELETE FROM record WHERE seq = ?");

  // The columns are the table's own, NOT NULL and STRICT; only this agent writes `type`.
  const rowsOf = (rows: unknown[]) => rows as Row[];

  function drop(rows: readonly Row[], how: OutboxDropped["how"]): Shed {
    const spans = new Map<RecordType, OutboxDropped>();
    let bytes = 0;
    for (const { seq, type, at, bytes: size } of rows) {
      remove.run(seq);
      bytes += size;
      const before = spans.get(type);
      spans.set(type, {
        type,
        count: (before?.count ?? 0) + 1,
        fromAt: Math.min(before?.fromAt ?? at, at),
        untilAt: Math.max(before?.untilAt ?? at, at),
        how,
      });
    }
    return { bytes, dropped: [...spans.values()] };
  }

  return {
    makeRoom(bytes, thinnedUpto) {
      let freed = 0;
      let thinned = thinnedUpto;
      const dropped: OutboxDropped[] = [];
      const take = (shed: Shed) => {
        freed += shed.bytes;
        dropped.push(...shed.dropped);
      };
      while (freed < bytes) {
        const fresh = rowsOf(oldestHealth.all(thinned));
        if (fresh.length < 2) break;
        take(
          drop(
            fresh.filter((_, index) => index % 2 === 1),
            "thinned",
          ),
        );
        thinned = fresh.at(-1)?.seq ?? thinned;
      }
      while (freed < bytes) {
        const old = rowsOf(oldestHealth.all(0));
        if (old.length === 0) break;
        take(drop(upTo(old, bytes - freed), "dropped"));
      }
      while (freed < bytes) {
        const other = rowsOf(oldestOther.all(...lastResort));
        if (other.length === 0) break;
        take(drop(upTo(other, bytes - freed), "dropped"));
      }
      return { bytes: freed, dropped: merge(dropped), thinnedUpto: thinned };
    },
    dropOld(before, plausibleFrom) {
      let freed = 0;
      const dropped: OutboxDropped[] = [];
      for (;;) {
        const old = rowsOf(oldest.all(...lastResort, before, plausibleFrom));
        if (old.length === 0) return { bytes: freed, dropped: merge(dropped) };
        const shed = drop(old, "dropped");
        freed += shed.bytes;
        dropped.push(...shed.dropped);
      }
    },
  };
}

/** The first rows that together free `bytes`. */
function upTo(rows: readonly Row[], bytes: number): readonly Row[] {
  let freed = 0;
  const end = rows.findIndex((row) => {
    freed += row.bytes;
    return freed >= bytes;
  });
  return end === -1 ? rows : rows.slice(0, end + 1);
}

/** One entry for each type and way. */
function merge(dropped: readonly OutboxDropped[]): OutboxDropped[] {
  const merged = new Map<string, OutboxDropped>();
  for (const entry of dropped) {
    const key = `${entry.type} ${entry.how}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? entry
        : {
            ...entry,
            count: before.count + entry.count,
            fromAt: Math.min(before.fromAt, entry.fromAt),
            untilAt: Math.max(before.untilAt, entry.untilAt),
          },
    );
  }
  return [...merged.values()];
}
