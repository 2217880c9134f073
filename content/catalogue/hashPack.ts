// Owns the identity of a pack: its files' hashes, and one hash over them all.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export type PackFiles = Record<string, { bytes: number; sha256: string }>;

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Every file under a folder, by its path with forward slashes, sorted. */
export function hashFiles(folder: string): PackFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => {
      const content = readFileSync(path);
      return [
        relative(folder, path).split(sep).join("/"),
        { bytes: content.byteLength, sha256: sha256(content) },
      ];
    }),
  );
}

/** SHA-256 over what the catalogue says of a pack and "path hash" lines in sorted order. */
export function hashOfPack(files: PackFiles, manifest: object): string {
  const lines = Object.entries(files)
    .map(([path, { sha256: hash }]) => `${path} ${hash}\n`)
    .sort();
  return sha256(`${JSON.stringify(manifest)}\n${lines.join("")}`);
}

/** SHA-256 over "id hash" lines in sorted order. */
export function hashOfCatalogue(games: readonly { id: string; hash: string }[]): string {
  return sha256(
    games
      .map(({ id, hash }) => `${id} ${hash}\n`)
      .sort()
      .join(""),
  );
}
