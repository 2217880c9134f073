// Owns the small facts the agent must not forget: one key, one JSON value, in the outbox file.
import type { DatabaseSync } from "node:sqlite";
import type { z } from "zod";

export type Memory = {
  /** The value, or undefined when there is none or it no longer fits the schema. */
  readonly recall: <Schema extends z.ZodType>(key: string, schema: Schema) => z.infer<Schema> | undefined;
  /** Durable when it returns. Throws SQLite's error, for example when the disk is full. */
  readonly remember: (key: string, value: unknown) => void;
};

export function makeMemory(database: DatabaseSync): Memory {
  const select = database.prepare("SELECT value FROM memory WHERE key = ?");
  const upsert = database.prepare(
    "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
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
  };
}
