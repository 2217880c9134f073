// Owns how a small file is replaced: after a power cut there is the old one or the new one, never half of one.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Throws the file system's own error; the old file then stands untouched. */
export function writeFileSafely(path: string, content: string | Uint8Array, mode = 0o600): void {
  const next = `${path}.next`;
  try {
    const file = openSync(next, "w", mode);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  // The rename itself lives in the folder. Windows cannot open folders and journals renames by itself.
  if (process.platform === "win32") return;
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
