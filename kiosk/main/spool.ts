// Owns the spool: records of this kiosk that the agent has not yet said it stored. On disk before anyone is told so.
import type { RecordId } from "../../protocol/ids.ts";
import { type KioskRecord, kioskRecord } from "../../protocol/link.ts";
import { openSpoolFile } from "./spoolFile.ts";

export type Spool = {
  /** Durable when it returns; a repeat of an id is ignored. Throws when the disk refuses. */
  add(record: KioskRecord): void;
  /** Forgets records that the agent has on its own disk. */
  remove(ids: readonly RecordId[]): void;
  /** The oldest first. */
  waiting(limit: number): KioskRecord[];
  count(): number;
  /** What went wrong with the file since this was last asked, for the IT officer. */
  troubles(): string[];
  close(): void;
};

/** Always gives a spool; when the disk gives none, one in memory, and `troubles` says so. */
export function openSpool(file: string): Spool {
  const { database, trouble } = openSpoolFile(file);
  const troubles: string[] = trouble === null ? [] : [trouble];
  const insert = database.prepare("INSERT OR IGNORE INTO spool (id, record) VALUES (?, ?)");
  const erase = database.prepare("DELETE FROM spool WHERE id = ?");
  const oldest = database.prepare("SELECT record FROM spool ORDER BY place LIMIT ?");
  const counted = database.prepare("SELECT count(*) AS n FROM spool");
  return {
    add(record) {
      insert.run(record.id, JSON.stringify(record));
    },
    remove(ids) {
      database.exec("BEGIN");
      try {
        for (const id of ids) erase.run(id);
        database.exec("COMMIT");
      } catch (error) {
        // A full disk makes SQLite roll back by itself; a second time would hide why.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
    waiting: (limit) => oldest.all(limit).map((row) => kioskRecord.parse(JSON.parse(String(row["record"])))),
    count: () => Number(counted.get()?.["n"]),
    troubles: () => troubles.splice(0),
    close: () => database.close(),
  };
}
