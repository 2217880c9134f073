// Owns the quarantine: what the hub could not read, kept for the IT officer, bounded, repeats only counted.
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { v7 } from "uuid";
import type { DeviceId } from "../../protocol/ids.ts";

export type QuarantineEntry = {
  readonly device: DeviceId | null;
  readonly topic: string;
  readonly code: string;
  readonly detail: string;
  readonly receivedAt: number;
  /** SHA-256 hex of topic and payload. */
  readonly fingerprint: string;
  /** Size of the whole payload. */
  readonly bytes: number;
  readonly excerpt: string;
};

const excerptBytes = 2000;
const detailCharacters = 500;
/** Different messages kept; the oldest go first. A flood of garbage must not fill the disk. */
const mostKept = 1000;

export function quarantineEntry(
  source: Pick<QuarantineEntry, "device" | "topic" | "code" | "detail" | "receivedAt">,
  payload: Uint8Array,
): QuarantineEntry {
  return {
    ...source,
    detail: source.detail.slice(0, detailCharacters),
    fingerprint: createHash("sha256").update(source.topic).update("\0").update(payload).digest("hex"),
    bytes: payload.byteLength,
    // Unreadable bytes become replacement characters: the excerpt is for eyes.
    excerpt: Buffer.from(payload.subarray(0, excerptBytes)).toString("utf8"),
  };
}

/** An unreadable record alone; undefined when it is nested deeper than JSON can be written (reading has no such bound). */
export function recordBytes(raw: unknown): Uint8Array | undefined {
  try {
    return Buffer.from(JSON.stringify(raw));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export type QuarantineTable = {
  /** Inside the caller's transaction. */
  add(entry: QuarantineEntry): void;
  /** Different messages kept now. Reads the table: also right after a rollback. */
  count(): number;
};

export function makeQuarantineTable(database: DatabaseSync): QuarantineTable {
  const insert = database.prepare(`
    INSERT INTO quarantine (id, fingerprint, at, "deviceId", topic, code, detail, bytes, excerpt, count)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT (fingerprint) DO UPDATE SET count = count + 1, at = excluded.at`);
  const countAll = database.prepare("SELECT count(*) AS found FROM quarantine");
  const trim = database.prepare(
    "DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine ORDER BY at, id LIMIT ?)",
  );
  const count = () => Number(countAll.get()?.["found"] ?? 0);
  return {
    count,
    add(entry) {
      insert.run(
        v7(),
        entry.fingerprint,
        entry.receivedAt,
        entry.device,
        entry.topic.slice(0, 300),
        entry.code,
        entry.detail,
        entry.bytes,
        entry.excerpt,
      );
      const excess = count() - mostKept;
      if (excess > 0) trim.run(excess);
    },
  };
}
