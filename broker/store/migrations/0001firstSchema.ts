// Owns the first schema. A shipped migration is never edited; the next change is a new file.
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Column = "text" | "integer" | "bigint" | "real";

/** `text` columns are required, `text?` may be null. */
type Columns = Record<string, Column | `${Column}?`>;

// biome-ignore lint/suspicious/noExplicitAny: Kysely's own type for a schema that is still being made.
type Schema = Kysely<any>;

async function table(db: Schema, name: string, key: readonly string[], columns: Columns): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const optional = kind.endsWith("?");
    const type = (optional ? kind.slice(0, -1) : kind) as Column;
    builder = builder.addColumn(column, type === "real" ? "double precision" : type, (definition) =>
      optional ? definition : definition.notNull(),
    );
  }
  // An unnamed key keeps SQLite's and PostgreSQL's own naming apart from ours.
  await builder.addPrimaryKeyConstraint(`${name}Key`, [...key] as never[]).execute();
}

export const firstSchema: Migration = {
  async up(db: Schema) {
    await table(db, "school", ["id"], { id: "text", name: "text", zone: "text", createdAt: "bigint" });
    await table(db, "role", ["code"], { code: "text", name: "text", permissions: "text" });
    await table(db, "staff", ["id"], {
      id: "text",
      username: "text",
      displayName: "text",
      passwordVerifier: "text",
      pinVerifier: "text?",
      createdAt: "bigint",
      disabledAt: "bigint?",
    });
    await db.schema.createIndex("staffByUsername").on("staff").column("username").unique().execute();
    await table(db, "staffRole", ["staffId", "roleCode"], { staffId: "text", roleCode: "text" });
    await table(db, "signIn", ["tokenHash"], {
      tokenHash: "text",
      staffId: "text",
      createdAt: "bigint",
      lastUsedAt: "bigint",
      expiresAt: "bigint",
    });
    await table(db, "room", ["id"], { id: "text", name: "text", kind: "text", position: "integer" });
    await table(db, "schoolClass", ["id"], {
      id: "text",
      name: "text",
      emblem: "text",
      ageBand: "text",
      position: "integer",
    });
    await table(db, "lesson", ["id"], {
      id: "text",
      title: "text",
      goal: "text",
      ageBand: "text",
      minutes: "integer",
      games: "text",
    });
    await table(db, "slot", ["id"], {
      id: "text",
      roomId: "text",
      classId: "text",
      lessonId: "text",
      weekday: "integer",
      startMinute: "integer",
      endMinute: "integer",
      fromDate: "text?",
      untilDate: "text?",
    });
    await table(db, "closure", ["id"], { id: "text", fromDate: "text", untilDate: "text", reason: "text" });
    await table(db, "device", ["id"], {
      id: "text",
      name: "text",
      kind: "text",
      roomId: "text?",
      stationNumber: "integer?",
      emblem: "text",
      secretHash: "text",
      via: "text",
      allowReboot: "integer",
      enrolledAt: "bigint",
      revokedAt: "bigint?",
      reachability: "text",
      lastSeenAt: "bigint?",
      boot: "text?",
      run: "bigint?",
      agentVersion: "text?",
      kioskVersion: "text?",
      clockErrorMs: "bigint?",
      bootStartedAt: "bigint?",
      inventory: "text?",
    });
    await table(db, "enrolment", ["code"], {
      code: "text",
      deviceName: "text",
      kind: "text",
      roomId: "text?",
      stationNumber: "integer?",
      emblem: "text",
      createdBy: "text",
      createdAt: "bigint",
      expiresAt: "bigint",
      usedAt: "bigint?",
      deviceId: "text?",
    });
    await table(db, "desired", ["deviceId", "doc"], {
      deviceId: "text",
      doc: "text",
      version: "integer",
      body: "text",
      changedAt: "bigint",
    });
    await table(db, "command", ["id"], {
      id: "text",
      deviceId: "text",
      name: "text",
      body: "text",
      issuedBy: "text",
      issuedAt: "bigint",
      expiresAt: "bigint",
      state: "text",
      detail: "text",
      finishedAt: "bigint?",
    });
    await db.schema.createIndex("commandByDevice").on("command").columns(["deviceId", "issuedAt"]).execute();
    await table(db, "watermark", ["stream"], {
      stream: "text",
      deviceId: "text",
      upto: "bigint",
      changedAt: "bigint",
    });
    await table(db, "record", ["stream", "seq"], {
      stream: "text",
      seq: "bigint",
      deviceId: "text",
      id: "text?",
      type: "text",
      at: "bigint",
      correctedAt: "bigint",
      mono: "bigint",
      boot: "text",
      receivedAt: "bigint",
      body: "text",
    });
    await db.schema.createIndex("recordByDevice").on("record").columns(["deviceId", "correctedAt"]).execute();
    await db.schema.createIndex("recordById").on("record").column("id").unique().execute();
    await table(db, "health", ["stream", "seq"], {
      deviceId: "text",
      stream: "text",
      seq: "bigint",
      at: "bigint",
      correctedAt: "bigint",
      cpuPercent: "real",
      memoryPercent: "real",
      diskFreeMiB: "bigint?",
      temperatureC: "real?",
      receivedKiB: "bigint?",
      sentKiB: "bigint?",
      kiosk: "text",
    });
    await db.schema.createIndex("healthByDevice").on("health").columns(["deviceId", "correctedAt"]).execute();
    await table(db, "session", ["id"], {
      id: "text",
      roomId: "text?",
      classId: "text",
      lessonId: "text",
      slotId: "text?",
      source: "text",
      openedAt: "bigint",
      closedAt: "bigint?",
      headcount: "integer?",
    });
    await table(db, "figure", ["name"], { name: "text", value: "bigint" });
    await table(db, "quarantine", ["id"], {
      id: "text",
      fingerprint: "text",
      at: "bigint",
      deviceId: "text?",
      topic: "text",
      code: "text",
      detail: "text",
      bytes: "bigint",
      excerpt: "text",
      count: "integer",
    });
    await db.schema
      .createIndex("quarantineByFingerprint")
      .on("quarantine")
      .column("fingerprint")
      .unique()
      .execute();
    await table(db, "audit", ["id"], {
      id: "text",
      at: "bigint",
      actor: "text",
      action: "text",
      subject: "text",
      detail: "text",
    });
    await db.schema.createIndex("auditByTime").on("audit").column("at").execute();
  },
};
