// Owns the files of tickets' photos in the hub's data folder: named by their SHA-256, whole or not there.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../runtime/log.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

export type PhotoShelf = {
  /** On the disk when it returns. Throws when the disk refuses. */
  put(bytes: Buffer): string;
  /** Null when it is missing or its content has changed. */
  read(sha256: string): Promise<Buffer | null>;
  /** Missing, or of another length. */
  damaged(file: { readonly sha256: string; readonly bytes: number }): boolean;
};

const fileName = /^([0-9a-f]{64})\.photo$/;
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** `known`: what the database speaks of; anything else was left by a crash and is removed. */
export function openPhotoShelf(deps: {
  readonly folder: string;
  readonly known: ReadonlySet<string>;
  readonly log: Pick<Log, "warn">;
}): PhotoShelf {
  const { folder, known, log } = deps;
  const pathOf = (sha256: string) => join(folder, `${sha256}.photo`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const sha256 = fileName.exec(name)?.[1];
    if (sha256 === undefined || !known.has(sha256)) rmSync(join(folder, name), { force: true });
  }
  return {
    put(bytes) {
      const sha256 = hashOf(bytes);
      writeFileSafely(pathOf(sha256), bytes);
      return sha256;
    },
    async read(sha256) {
      const path = pathOf(sha256);
      if (!existsSync(path)) return null;
      const bytes = await readFile(path);
      if (hashOf(bytes) === sha256) return bytes;
      log.warn({ file: path }, "a photo's file has another content");
      return null;
    },
    damaged: ({ sha256, bytes }) => statSync(pathOf(sha256), { throwIfNoEntry: false })?.size !== bytes,
  };
}
