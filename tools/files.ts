// Owns walking the source tree.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file at or below a path, sorted, without node_modules and test leftovers. */
export function listFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
