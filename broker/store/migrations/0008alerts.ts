// Owns the tables of alerts, the rules a school starts with, and giving the permissions of alerts to the roles that have them in a
// new school (ADR 0033).
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { v7 } from "uuid";
import { givePermissions } from "../givePermissions.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;
type Columns = Record<
  string,
  "text" | "bigint" | "double precision" | "text?" | "bigint?" | "double precision?"
>;

async function table(db: Schema, name: string, columns: Columns): Promise<void> {
  let made = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const plain = type.replace("?", "") as "text" | "bigint" | "double precision";
    made = made.addColumn(column, plain, (each) => {
      const shaped = type.endsWith("?") ? each : each.notNull();
      return column === "id" ? shaped.primaryKey() : shaped;
    });
  }
  await made.execute();
}

const newPermissions: Record<string, readonly string[]> = {
  principal: ["alerts.view"],
  vicePrincipalEducation: ["alerts.view"],
  itOfficer: ["alerts.view", "alerts.manage"],
  gradeHead: ["alerts.view"],
};

const minute = 60;
const hour = 60 * minute;
/** [name, measure, severity, times, set threshold, clear threshold, set for s, clear for s, group] */
type Proposal = readonly [string, string, string, string, number, number, number, number, object?];
const stations = { of: "kinds", kinds: ["station"] };
const proposals: readonly Proposal[] = [
  ["Mất liên lạc trong giờ học", "lost", "warning", "schoolHours", 1, 0, 3 * minute, minute],
  ["Chưa bật trước tiết học", "off", "warning", "beforeLesson", 1, 0, 5 * minute, 0, stations],
  ["Ổ đĩa gần đầy", "diskFreeMiB", "warning", "always", 2048, 4096, 10 * minute, 10 * minute],
  ["Ổ đĩa sắp hỏng", "smartFailing", "urgent", "always", 1, 0, 0, hour],
  ["Máy quá nóng", "temperatureC", "warning", "always", 85, 75, 5 * minute, 5 * minute],
  ["Không có tiếng trước tiết học", "noSound", "warning", "beforeLesson", 1, 0, 2 * minute, minute],
  ["Không thấy chuột", "pointerMissing", "warning", "schoolHours", 1, 0, 2 * minute, minute, stations],
  ["Đồng hồ chạy sai", "clockErrorSeconds", "warning", "always", 5 * minute, 2 * minute, 10 * minute, minute],
  ["Màn hình của bé khởi động lại liên tục", "kioskCrashes", "urgent", "always", 3, 0, 0, 10 * minute],
  ["Nội dung chưa cập nhật", "contentBehind", "info", "always", 1, 0, 30 * minute, minute],
  ["Hai máy dùng chung một danh tính", "credentialsTwice", "urgent", "always", 1, 0, 0, minute],
  ["Máy đang chạy bằng pin hoặc bộ lưu điện", "onBattery", "warning", "always", 1, 0, 2 * minute, minute],
  ["Bản cập nhật chờ lâu", "updatesPending", "info", "always", 1, 0, 14 * 24 * hour, hour],
  ["Ổ đĩa của máy chủ đã đầy", "hubDiskFull", "urgent", "always", 1, 0, 0, 2 * minute],
  ["Ổ đĩa của máy chủ gần đầy", "hubDiskFreeMiB", "warning", "always", 5120, 8192, 10 * minute, 10 * minute],
];

export const alerts: Migration = {
  async up(db: Schema) {
    await table(db, "alertRule", {
      id: "text",
      name: "text",
      measure: "text",
      setThreshold: "double precision",
      clearThreshold: "double precision",
      setForSeconds: "bigint",
      clearForSeconds: "bigint",
      severity: "text",
      deviceGroup: "text",
      times: "text",
      enabled: "bigint",
      changedBy: "text",
      changedAt: "bigint",
    });
    for (const [name, measure, severity, times, set, clear, setFor, clearFor, group] of proposals)
      await db
        .insertInto("alertRule")
        .values({
          id: v7(),
          name,
          measure,
          setThreshold: set,
          clearThreshold: clear,
          setForSeconds: setFor,
          clearForSeconds: clearFor,
          severity,
          deviceGroup: JSON.stringify(group ?? { of: "all" }),
          times,
          enabled: 1,
          changedBy: "hub",
          changedAt: Date.now(),
        })
        .execute();
    await table(db, "alert", {
      id: "text",
      ruleId: "text",
      ruleName: "text",
      measure: "text",
      severity: "text",
      subjectKind: "text",
      subjectId: "text",
      subjectName: "text",
      roomId: "text?",
      roomName: "text?",
      causeId: "text?",
      sinceAt: "bigint",
      openedAt: "bigint",
      clearedAt: "bigint?",
      value: "double precision?",
      devices: "bigint",
      flapping: "bigint",
      acknowledgedBy: "text?",
      acknowledgedAt: "bigint?",
      note: "text?",
      snoozedUntil: "bigint?",
    });
    // Open ones are few and asked for all the time; history is asked for backwards.
    await sql`CREATE INDEX "alertOpen" ON alert ("openedAt") WHERE "clearedAt" IS NULL`.execute(db);
    await db.schema.createIndex("alertByTime").on("alert").column("openedAt").execute();
    await db.schema.createIndex("alertByCause").on("alert").column("causeId").execute();
    await db.schema.createIndex("alertBySubject").on("alert").columns(["subjectId", "openedAt"]).execute();
    await table(db, "alertChannel", {
      id: "text",
      name: "text",
      enabled: "bigint",
      severities: "text",
      quiet: "text?",
      urgentAlways: "bigint",
      tellsCleared: "bigint",
      settings: "text",
      secret: "text?",
      createdAt: "bigint",
      sentAt: "bigint?",
      lastError: "text?",
      failures: "bigint",
      nextTryAt: "bigint",
    });
    await table(db, "alertMessage", {
      id: "text",
      channelId: "text",
      alertId: "text",
      event: "text",
      at: "bigint",
      severity: "text",
      parcelId: "text?",
      sentAt: "bigint?",
    });
    await sql`CREATE INDEX "alertMessageWaiting" ON "alertMessage" ("channelId", at) WHERE "sentAt" IS NULL`.execute(
      db,
    );
    await db.schema.createIndex("alertMessageByAlert").on("alertMessage").column("alertId").execute();
    await db.schema
      .createTable("alertOnset")
      .addColumn("ruleId", "text", (column) => column.notNull())
      .addColumn("subjectId", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("alertOnsetKey", ["ruleId", "subjectId"] as never[])
      .execute();
    await table(db, "maintenanceWindow", {
      id: "text",
      reason: "text",
      place: "text",
      time: "text",
      createdBy: "text",
      createdAt: "bigint",
    });
    await givePermissions(db, newPermissions);
  },
};
