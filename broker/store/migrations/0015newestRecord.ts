// Owns the newest record of each device of the kinds that say how it is now: what lists and comparisons read without searching history.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const newestRecord: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("newestRecord")
      .addColumn("deviceId", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("newestRecordKey", ["deviceId", "type"] as never[])
      .execute();
    // A hub that already took such records before it had this table.
    await sql`
      INSERT INTO "newestRecord" ("deviceId", type, at, body)
      SELECT record."deviceId", record.type, record."correctedAt", max(record.body)
      FROM record
      JOIN (
        SELECT "deviceId", type, max("correctedAt") AS at FROM record
        WHERE type IN ('condition', 'software') GROUP BY "deviceId", type
      ) AS newest
        ON newest."deviceId" = record."deviceId" AND newest.type = record.type
          AND newest.at = record."correctedAt"
      GROUP BY record."deviceId", record.type, record."correctedAt"`.execute(db);
  },
};
