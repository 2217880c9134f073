// Owns the table of when devices came and went.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const presence: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("presence")
      .addColumn("deviceId", "text", (column) => column.notNull())
      .addColumn("minute", "bigint", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      // The key is what keeps a flapping device at one row a minute.
      .addPrimaryKeyConstraint("presenceKey", ["deviceId", "minute"] as never[])
      .modifyEnd(sql`without rowid`)
      .execute();
  },
};
