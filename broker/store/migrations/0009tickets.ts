// Owns the tables of tickets and of whose classes and blocks a person looks after, and giving the permissions of tickets to the roles
// that have them in a new school (ADR 0034).
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { givePermissions } from "../givePermissions.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

const newPermissions: Record<string, readonly string[]> = {
  principal: ["tickets.report", "tickets.view"],
  vicePrincipalEducation: ["tickets.report", "tickets.view"],
  vicePrincipalCare: ["tickets.report", "tickets.view", "tickets.accept"],
  itOfficer: ["tickets.report", "tickets.view", "tickets.work"],
  accountant: ["tickets.report", "tickets.view"],
  gradeHead: ["tickets.report", "tickets.accept"],
  teacher: ["tickets.report"],
};

export const tickets: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("ticket")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("part", "text", (column) => column.notNull())
      .addColumn("thing", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("deviceId", "text")
      .addColumn("deviceName", "text")
      .addColumn("roomId", "text")
      .addColumn("classId", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("waitsFor", "text")
      .addColumn("assigneeId", "text")
      .addColumn("assignee", "text")
      .addColumn("openedAt", "bigint", (column) => column.notNull())
      .addColumn("openedBy", "text", (column) => column.notNull())
      .addColumn("openedById", "text")
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("reports", "integer", (column) => column.notNull())
      .addColumn("changedAt", "bigint", (column) => column.notNull())
      .addColumn("fixedAt", "bigint")
      .addColumn("closedAt", "bigint")
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("snapshot", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("ticketKey", ["id"] as never[])
      .execute();
    await db.schema.createIndex("ticketByNumber").unique().on("ticket").column("number").execute();
    // One fault is one ticket: a bug in the code above must not let a child's taps make fifty.
    await sql`
      CREATE UNIQUE INDEX "ticketOpen" ON ticket ("deviceId", part)
      WHERE "closedAt" IS NULL AND "deviceId" IS NOT NULL`.execute(db);
    await db.schema.createIndex("ticketByDevice").on("ticket").columns(["deviceId", "openedAt"]).execute();
    await db.schema.createIndex("ticketByClosing").on("ticket").column("closedAt").execute();

    await db.schema
      .createTable("ticketEvent")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("ticketId", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("actor", "text", (column) => column.notNull())
      .addColumn("staffId", "text")
      .addColumn("step", "text")
      .addColumn("fromState", "text")
      .addColumn("toState", "text")
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("before", "text")
      .addPrimaryKeyConstraint("ticketEventKey", ["id"] as never[])
      .execute();
    await db.schema
      .createIndex("ticketEventByTicket")
      .on("ticketEvent")
      .columns(["ticketId", "at"])
      .execute();

    await db.schema
      .createTable("ticketReport")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("ticketId", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("staffId", "text")
      .addPrimaryKeyConstraint("ticketReportKey", ["id"] as never[])
      .execute();
    await db.schema
      .createIndex("ticketReportByTicket")
      .on("ticketReport")
      .columns(["ticketId", "at"])
      .execute();

    await db.schema
      .createTable("ticketPhoto")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("ticketId", "text", (column) => column.notNull())
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("bytes", "integer", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("addedBy", "text", (column) => column.notNull())
      .addColumn("addedById", "text")
      .addColumn("addedAt", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("ticketPhotoKey", ["id"] as never[])
      .execute();
    await db.schema.createIndex("ticketPhotoByTicket").on("ticketPhoto").column("ticketId").execute();

    await db.schema
      .createTable("ticketAlert")
      .addColumn("alertId", "text", (column) => column.notNull())
      .addColumn("ticketId", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("ticketAlertKey", ["alertId"] as never[])
      .execute();

    await db.schema
      .createTable("staffScope")
      .addColumn("staffId", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("staffScopeKey", ["staffId", "kind", "value"] as never[])
      .execute();
    // Reports among years of records are looked for at each start and at each new one.
    await sql`CREATE INDEX "recordReport" ON record ("correctedAt") WHERE type = 'report'`.execute(db);
    await givePermissions(db, newPermissions);
  },
};
