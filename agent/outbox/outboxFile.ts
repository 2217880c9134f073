// Owns the outbox file: its tables, and what to do when the file is new or damaged.
import { existsSync, renameSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "../../runtime/database.ts";

const schemaVersion = 1;

/** Opens or makes the file. A file that SQLite cannot read is set aside, so that a power cut never keeps a room dark. */
export function openOutboxFile(file: string): { database: DatabaseSync; setAside: string | null } {
  try {
    return { database: openChecked(file), setAside: null };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    const setAside = `${file}.damaged`;
    for (const suffix of ["", "-wal", "-shm"])
      if (existsSync(file + suffix)) renameSync(file + suffix, setAside + suffix);
    return { database: openChecked(file), setAside };
  }
}

function openChecked(file: string): DatabaseSync {
  const database = openDatabase(file);
  try {
    prepareTables(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamaged(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && ((errcode & 0xff) === 11 || (errcode & 0xff) === 26);
}

function prepareTables(database: DatabaseSync): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version === schemaVersion) return;
  if (version > schemaVersion) throw new Error(`the outbox was written by a newer agent (schema ${version})`);
  database.exec(`
    -- Lets the file shrink again after a long time without the hub.
    PRAGMA auto_vacuum = INCREMENTAL;
    VACUUM;
    BEGIN IMMEDIATE;
    -- AUTOINCREMENT: a number is never used again, even after every record was released.
    CREATE TABLE record (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      type TEXT NOT NULL,
      at INTEGER NOT NULL,
      mono REAL NOT NULL,
      boot TEXT NOT NULL,
      id TEXT,
      bytes INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX record_type ON record (type, seq);
    CREATE TABLE receipt (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `);
}
