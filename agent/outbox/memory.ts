// Owns the small facts the agent must not forget: one key, one JSON value, in the outbox file.
import type { DatabaseSync } from "node:sqlite";
import type { z } from "zod";

export type Memory = {
  /** The value, or undefined when there is none or it no longer fits the schema. */
  readonly recall: <Schema extends z.ZodType>(key: string, schema: Schema) => z.infer<Schema> | undefined;
  /** Durable when it returns. Throws SQLite's error, for example when the disk is full. */
  readonly remember: (key: string, value: unknown) => void;
  /** Several facts with one writing to the disk, which is what costs: all of them or none. Throws as `remember`. */
  readonly rememberAll: (facts: Readonly<Record<string, unknown>>) => void;
};

export function makeMemory(database: DatabaseSync): Memory {
  const select = database.prepare("SELECT value FROM memory WHERE key = ?");
  const upsert = database.prepare(
    "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  // What json_each gives as a value is text here, since each value below is JSON in a string.
  const upsertAll = database.prepare(
    `INSERT INTO memory (key, value) SELECT key, value FROM json_each(?) WHERE true
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  return {
    recall(key, schema) {
      const row = select.get(key);
      if (row === undefined) return undefined;
      const parsed = schema.safeParse(JSON.parse(String(row["value"])));
      return parsed.success ? parsed.data : undefined;
    },
    remember(key, value) {
      upsert.run(key, JSON.stringify(value));
    },
    rememberAll(facts) {
      const texts = Object.entries(facts).map(([key, value]) => [key, JSON.stringify(value)]);
      upsertAll.run(JSON.stringify(Object.fromEntries(texts)));
    },
  };
}
