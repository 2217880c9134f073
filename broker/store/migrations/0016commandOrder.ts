// Owns the order in which commands are listed and their files let go of: without an index each look reads every command there ever was.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

export const commandOrder: Migration = {
  async up(db: Schema) {
    await db.schema.createIndex("commandByTime").on("command").columns(["issuedAt", "id"]).execute();
    await sql`CREATE INDEX "commandFile" ON command ("fileAt") WHERE "fileSha256" IS NOT NULL`.execute(db);
  },
};
