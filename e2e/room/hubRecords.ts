// Owns looking into the hub's database from a test: what was really committed.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type StoredRecord = { readonly type: string; readonly body: Record<string, unknown> };

/** Every committed record but health samples, oldest first. */
export function storedRecords(home: string): StoredRecord[] {
  const database = new DatabaseSync(join(home, "hub", "hub.db"), { readOnly: true });
  try {
    return database
      .prepare("SELECT type, body FROM record ORDER BY receivedAt, seq")
      .all()
      .map((row) => ({
        type: String(row["type"]),
        body: JSON.parse(String(row["body"])) as Record<string, unknown>,
      }));
  } finally {
    database.close();
  }
}

export const sessionEvents = (home: string) =>
  storedRecords(home)
    .filter(({ type }) => type === "session")
    .map(({ body }) => `${String(body["event"])} ${String(body["sessionId"])}`);
