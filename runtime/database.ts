// Owns how a SQLite file is opened: WAL, every commit on the disk before it is called one (ADR 0008).
import { DatabaseSync } from "node:sqlite";

/** Opens or makes the file. Throws with SQLite's own message when it cannot. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 5000;
  `);
  return database;
}

/** SQLITE_FULL and I/O errors that mean the disk has no room, as node:sqlite reports them. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  return code === "ENOSPC" || errcode === 13 || /disk is full|ENOSPC/i.test(error.message);
}
