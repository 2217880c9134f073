// Owns telling whether a pack must be built again: one hash over all that goes into it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

const content = join(import.meta.dirname, "..");
/** What every pack contains or is made by. */
const shared = [
  join(content, "sdk"),
  join(content, "catalogue"),
  join(content, "..", "protocol"),
  join(content, "..", "package-lock.json"),
];

/** SHA-256 over names and contents of everything that is part of packs besides the games' own folders. */
export const hashShared = (): string => hashAll(shared);

/** SHA-256 over a game's folder; `sharedHash` from `hashShared`. */
export const hashGame = (folder: string, sharedHash: string): string => hashAll([folder], sharedHash);

function hashAll(paths: readonly string[], seed = ""): string {
  const hash = createHash("sha256").update(seed);
  for (const path of paths) {
    for (const file of listSources(path)) {
      hash.update(`\0${relative(path, file).split(sep).join("/")}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

/** Every file but tests, sorted; a path to a file is that file. */
function listSources(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
