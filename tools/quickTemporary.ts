// Owns where tests that start hundreds of small databases put them: in memory, where there is room.
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Linux's memory as a folder. */
const memory = "/dev/shm";
/** Containers often give it 64 MiB, which Chromium alone needs. */
const leastFreeBytes = 2 * 1024 ** 3;

/** Undefined: there is none, or too little of it; the usual temporary folder is as right, only slower. */
export function makeQuickTemporary(): { readonly folder: string; remove(): void } | undefined {
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < leastFreeBytes) return undefined;
    const folder = mkdtempSync(join(memory, "kidsmart-test-"));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
