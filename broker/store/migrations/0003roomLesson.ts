// Owns the table of the last lesson that was started or ended in each room from the dashboard.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const roomLesson: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("roomLesson")
      .addColumn("roomId", "text", (column) => column.notNull())
      .addColumn("sessionId", "text", (column) => column.notNull())
      .addColumn("slotId", "text")
      .addColumn("classId", "text", (column) => column.notNull())
      .addColumn("lessonId", "text", (column) => column.notNull())
      .addColumn("startAt", "bigint", (column) => column.notNull())
      .addColumn("endAt", "bigint", (column) => column.notNull())
      .addColumn("endedAt", "bigint")
      .addPrimaryKeyConstraint("roomLessonKey", ["roomId"] as never[])
      .modifyEnd(sql`without rowid`)
      .execute();
  },
};
