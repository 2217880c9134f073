// Owns the tables of devices' credentials beside the secret in use (ADR 0032), and what a code may be for besides a new device.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const credentials: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("credential")
      .addColumn("deviceId", "text", (column) => column.primaryKey().notNull())
      .addColumn("secretSince", "bigint")
      .addColumn("askedAt", "bigint")
      .addColumn("nextHash", "text")
      .addColumn("nextUntil", "bigint")
      .addColumn("usedTwiceAt", "bigint")
      .addColumn("usedTwiceFrom", "text")
      .modifyEnd(sql`without rowid`)
      .execute();
    await db.schema.alterTable("enrolment").addColumn("replacesId", "text").execute();
    await db.schema.alterTable("enrolment").addColumn("fileId", "text").execute();
  },
};
