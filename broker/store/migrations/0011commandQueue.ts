// Owns commands that wait for their device and bring files, schedules that give them, and the device's leave for pictures (ADR 0035, 0036).
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

export const commandQueue: Migration = {
  async up(db: Schema) {
    await db.schema
      .alterTable("device")
      .addColumn("allowScreenshot", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    for (const [name, type] of [
      ["sentAt", "bigint"],
      ["scheduleId", "text"],
      ["fileKind", "text"],
      ["fileSha256", "text"],
      ["fileBytes", "integer"],
      ["fileAt", "bigint"],
    ] as const)
      await db.schema.alterTable("command").addColumn(name, type).execute();
    await db.schema
      .alterTable("command")
      .addColumn("insisted", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await db
      .updateTable("command")
      .set((expression) => ({ sentAt: expression.ref("issuedAt") }))
      .execute();
    await db.schema.createIndex("commandByState").on("command").columns(["state", "deviceId"]).execute();
    await db.schema.createIndex("commandByName").on("command").columns(["name", "expiresAt"]).execute();
    await db.schema
      .createTable("commandSchedule")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("weekdays", "text", (column) => column.notNull())
      .addColumn("minute", "integer", (column) => column.notNull())
      .addColumn("target", "text", (column) => column.notNull())
      .addColumn("command", "text", (column) => column.notNull())
      .addColumn("skipClosed", "integer", (column) => column.notNull())
      .addColumn("enabled", "integer", (column) => column.notNull())
      .addColumn("lookedAt", "bigint", (column) => column.notNull())
      .addColumn("outcome", "text")
      .execute();
  },
};
