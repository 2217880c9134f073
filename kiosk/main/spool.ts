// Owns the spool: records of this kiosk that the agent has not yet said it stored. On disk before anyone is told so.
import type { RecordId } from "../../protocol/ids.ts";
import { type KioskRecord, kioskRecord } from "../../protocol/link.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { openSpoolFile } from "./spoolFile.ts";

export type Spool = {
  /** Durable when it returns; a repeat of an id is ignored. Throws when the disk refuses. */
  add(record: KioskRecord): void;
  /** Forgets records that the agent has on its own disk. */
  remove(ids: readonly RecordId[]): void;
  /** The oldest first. What cannot be read is put apart and named by `troubles`. */
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
  const after = database.prepare(
    "SELECT place, id, record FROM spool WHERE place > ? ORDER BY place LIMIT ?",
  );
  const putApart = database.prepare("INSERT INTO damaged (id, record, reason) VALUES (?, ?, ?)");
  const counted = database.prepare("SELECT count(*) AS n FROM spool");
  const atOnce = (change: () => void) => {
    database.exec("BEGIN");
    try {
      change();
      database.exec("COMMIT");
    } catch (error) {
      // A full disk makes SQLite roll back by itself; a second time would hide why.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  /** Ids of unreadable records that `troubles` told: one that the disk does not let go is met again and again. */
  const told = new Set<string>();
  const setAside = (id: string, text: string, reason: string) => {
    let detail = `Số liệu ${id} trong tệp lưu tạm không đọc được (${reason}); đã cất riêng, các số liệu khác vẫn được gửi.`;
    try {
      atOnce(() => {
        putApart.run(id, text, reason);
        erase.run(id);
      });
    } catch (error) {
      detail = `Số liệu ${id} trong tệp lưu tạm không đọc được (${reason}) và chưa cất riêng được (${String(error)}); các số liệu khác vẫn được gửi.`;
    }
    if (!told.has(id)) troubles.push(detail);
    told.add(id);
  };
  return {
    add(record) {
      insert.run(record.id, JSON.stringify(record));
    },
    remove(ids) {
      atOnce(() => {
        for (const id of ids) erase.run(id);
      });
    },
    waiting(limit) {
      const found: KioskRecord[] = [];
      let place = 0;
      while (found.length < limit) {
        const rows = after.all(place, limit - found.length);
        if (rows.length === 0) break;
        for (const row of rows) {
          place = Number(row["place"]);
          const read = readRecord(String(row["record"]));
          if (read.ok) found.push(read.value);
          else setAside(String(row["id"]), String(row["record"]), read.detail);
        }
      }
      return found;
    },
    count: () => Number(counted.get()?.["n"]),
    troubles: () => troubles.splice(0),
    close: () => database.close(),
  };
}

function readRecord(text: string): Result<KioskRecord, "UNREADABLE"> {
  try {
    const parsed = kioskRecord.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : failure("UNREADABLE", describeIssues(parsed.error));
  } catch (error) {
    return failure("UNREADABLE", String(error));
  }
}
