// Owns the spool's file: its tables, and what to do when the file is damaged or cannot be opened at all.
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "../../runtime/database.ts";

export type SpoolFile = {
  readonly database: DatabaseSync;
  /** What went wrong, for the IT officer; null when nothing did. */
  readonly trouble: string | null;
};

/**
 * Opens or makes the file. A damaged one is set aside as `<file>.damaged`; where no file can be had the spool is held
 * in memory. Never throws for what the disk does: a screen without a spool is worth more to children than none.
 */
export function openSpoolFile(file: string): SpoolFile {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return { database: openChecked(file), trouble: null };
  } catch (error) {
    return isDamaged(error) ? setAsideAndOpen(file, error) : openInMemory(file, error);
  }
}

function setAsideAndOpen(file: string, damage: unknown): SpoolFile {
  const setAside = `${file}.damaged`;
  try {
    for (const suffix of ["", "-wal", "-shm"])
      if (existsSync(file + suffix)) renameSync(file + suffix, setAside + suffix);
    return {
      database: openChecked(file),
      trouble: `Tệp lưu tạm của màn hình bị hỏng (${String(damage)}), đã cất tại ${setAside}; màn hình dùng tệp mới. Số liệu chưa gửi trong tệp cũ có thể mất.`,
    };
  } catch (error) {
    return openInMemory(file, error);
  }
}

const openInMemory = (file: string, error: unknown): SpoolFile => ({
  database: openChecked(":memory:"),
  trouble: `Không mở được tệp lưu tạm ${file} (${String(error)}); màn hình giữ số liệu trong bộ nhớ và vẫn chạy. Số liệu chưa gửi sẽ mất nếu tắt máy: hãy kiểm tra ổ đĩa.`,
});

function openChecked(file: string): DatabaseSync {
  const database = openDatabase(file);
  try {
    // Looks at every page: damage found later would refuse a record in the middle of a lesson.
    const found = database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    if (found !== "ok") throw Object.assign(new Error(String(found)), { errcode: corrupt });
    database.exec(`
      CREATE TABLE IF NOT EXISTS spool (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
      -- Records that could not be read: kept for rescue, never sent.
      CREATE TABLE IF NOT EXISTS damaged (
        place INTEGER PRIMARY KEY, id TEXT NOT NULL, record TEXT NOT NULL, reason TEXT NOT NULL
      );
    `);
    database.prepare("SELECT place, id, record FROM spool LIMIT 1").get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const corrupt = 11;
const notADatabase = 26;
/** SQLite's word for a table of another shape. */
const misfit = 1;

function isDamaged(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && [corrupt, notADatabase, misfit].includes(errcode & 0xff);
}
