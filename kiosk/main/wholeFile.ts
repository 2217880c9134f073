// Owns the kiosk's small files: whole or not there.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

/** Makes the folder too. Throws when the disk refuses. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSafely(path, content);
}

/** Null when there is none. */
export function readWhole(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
