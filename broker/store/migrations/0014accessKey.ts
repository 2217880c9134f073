// Owns the table of other programs' keys, and giving the permission to manage them to the roles that have it in a new school (ADR 0038).
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { givePermissions } from "../givePermissions.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

export const accessKey: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("accessKey")
      .addColumn("id", "text", (column) => column.notNull().primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("permissions", "text", (column) => column.notNull())
      .addColumn("tokenHash", "text", (column) => column.notNull().unique())
      .addColumn("beginsWith", "text", (column) => column.notNull())
      .addColumn("staffId", "text", (column) => column.notNull())
      .addColumn("createdAt", "bigint", (column) => column.notNull())
      .addColumn("expiresAt", "bigint")
      .addColumn("lastUsedAt", "bigint")
      .execute();
    await givePermissions(db, { itOfficer: ["integrations.manage"] });
  },
};
