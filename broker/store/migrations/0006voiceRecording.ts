// Owns the table of the school's own voices, and giving their permissions to the roles that have them in a new school (ADR 0027).
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { givePermissions } from "../givePermissions.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

const newPermissions: Record<string, readonly string[]> = {
  principal: ["voices.view"],
  vicePrincipalEducation: ["voices.view", "voices.record", "voices.approve"],
  vicePrincipalCare: ["voices.view"],
  itOfficer: ["voices.view", "voices.record"],
  gradeHead: ["voices.view", "voices.record"],
  teacher: ["voices.view", "voices.record"],
};

export const voiceRecording: Migration = {
  async up(db: Schema) {
    await db.schema
      .createTable("voiceRecording")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("locale", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("gameId", "text", (column) => column.notNull())
      .addColumn("promptKey", "text", (column) => column.notNull())
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("bytes", "integer", (column) => column.notNull())
      .addColumn("durationMs", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("recordedBy", "text", (column) => column.notNull())
      .addColumn("recordedById", "text")
      .addColumn("recordedAt", "bigint", (column) => column.notNull())
      .addColumn("judgedBy", "text")
      .addColumn("judgedAt", "bigint")
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("voiceRecordingKey", ["id"] as never[])
      .execute();
    // One voice for a sentence: a bug in the code above must not give it two.
    await sql`
      CREATE UNIQUE INDEX "voiceRecordingApproved" ON "voiceRecording" (locale, text)
      WHERE state = 'approved'`.execute(db);
    await db.schema.createIndex("voiceRecordingByState").on("voiceRecording").column("state").execute();
    await givePermissions(db, newPermissions);
  },
};
