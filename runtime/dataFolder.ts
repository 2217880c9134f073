// Owns the data folder: where a part keeps its files, and the lock that lets only one process use them.
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failure, ok, type Result } from "../protocol/result.ts";

/** KIDSMART_HOME, or the platform's place for a user's application data. */
export function kidsmartHome(environment: NodeJS.ProcessEnv): string {
  const chosen = environment["KIDSMART_HOME"];
  if (chosen) return chosen;
  if (process.platform === "win32") return join(environment["LOCALAPPDATA"] ?? homedir(), "Kidsmart");
  return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "kidsmart");
}

export type DataFolder = {
  readonly path: string;
  /** Gives the folder free. The operating system does it too when the process dies, however it dies. */
  release(): void;
};

/** Held here too: a lock that nobody refers to would be closed, and so lost, by garbage collection. */
const heldLocks = new Set<DatabaseSync>();

/**
 * Makes the folder and takes it for this process. A file lock would outlive a kill -9 as a stale file;
 * an exclusive SQLite transaction is held by the operating system and ends with the process.
 */
export function takeDataFolder(
  path: string,
): Result<DataFolder, "DATA_FOLDER_TAKEN" | "DATA_FOLDER_UNUSABLE"> {
  let lock: DatabaseSync | undefined;
  try {
    // Sign-ins, device secrets and children's play: nobody else on the machine reads them.
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(path, "lock.db"));
    lock.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    const detail = error instanceof Error ? error.message : String(error);
    return /locked|busy/i.test(detail)
      ? failure("DATA_FOLDER_TAKEN", `another process is using ${path}`)
      : failure("DATA_FOLDER_UNUSABLE", `${path}: ${detail}`);
  }
  const held = lock;
  heldLocks.add(held);
  return ok({
    path,
    release: () => {
      if (heldLocks.delete(held)) held.close();
    },
  });
}
