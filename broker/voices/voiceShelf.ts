// Owns the files of recordings in the hub's data folder: named by their SHA-256, whole or not there.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NamedFile } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

export type VoiceShelf = {
  /** On the disk when it returns. Throws when the disk refuses. */
  put(bytes: Buffer): NamedFile;
  /** Null when it is missing or its content has changed. */
  read(sha256: string): Promise<Buffer | null>;
  /** Missing, of another length, or found changed. */
  damaged(file: NamedFile): boolean;
  remove(sha256: string): void;
};

const fileName = /^([0-9a-f]{64})\.opus$/;

/** `known`: what the database speaks of; anything else was left by a crash and is removed. */
export function openVoiceShelf(deps: {
  readonly folder: string;
  readonly known: ReadonlySet<string>;
  readonly log: Pick<Log, "warn">;
}): VoiceShelf {
  const { folder, log } = deps;
  const pathOf = (sha256: string) => join(folder, `${sha256}.opus`);
  const changed = new Set<string>();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const sha256 = fileName.exec(name)?.[1];
    if (sha256 === undefined || !deps.known.has(sha256)) rmSync(join(folder, name), { force: true });
  }

  return {
    put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      writeFileSafely(pathOf(sha256), bytes);
      changed.delete(sha256);
      return { sha256, bytes: bytes.length };
    },
    async read(sha256) {
      const path = pathOf(sha256);
      if (!existsSync(path)) return null;
      const bytes = await readFile(path);
      if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
      if (!changed.has(sha256)) log.warn({ file: path }, "a recording's file has another content");
      changed.add(sha256);
      return null;
    },
    damaged: ({ sha256, bytes }) =>
      changed.has(sha256) || statSync(pathOf(sha256), { throwIfNoEntry: false })?.size !== bytes,
    remove(sha256) {
      rmSync(pathOf(sha256), { force: true });
      changed.delete(sha256);
    },
  };
}
