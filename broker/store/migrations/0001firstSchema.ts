// Owns the first schema. A shipped migration is never edited; the next change is a new file.
import { type Kysely, sql } from "kysely";
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

/**
 * Samples lie as one row per run of them: the hub writes a fifth of the rows and a third of the bytes.
 * The view shows each sample as a row of its own.
 */
async function healthTables(db: Schema): Promise<void> {
  await db.schema
    .createTable("healthRun")
    .addColumn("deviceId", "text", (column) => column.notNull())
    .addColumn("fromAt", "bigint", (column) => column.notNull())
    .addColumn("stream", "text", (column) => column.notNull())
    .addColumn("firstSeq", "bigint", (column) => column.notNull())
    .addColumn("samples", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("healthRunKey", ["deviceId", "fromAt", "stream", "firstSeq"] as never[])
    // One tree, in the order in which charts read it.
    .modifyEnd(sql`without rowid`)
    .execute();
  const sample = (index: number) => sql.raw(`json_extract(sample.value, '$[${index}]')`);
  await sql`
    CREATE VIEW health AS SELECT
      run."deviceId" AS "deviceId",
      run."fromAt" AS "runFromAt",
      run.stream AS stream,
      run."firstSeq" + sample.key AS seq,
      run."fromAt" + ${sample(0)} AS "correctedAt",
      run."fromAt" + ${sample(1)} AS at,
      ${sample(2)} AS "cpuPercent",
      ${sample(3)} AS "memoryPercent",
      ${sample(4)} AS "diskFreeMiB",
      ${sample(5)} AS "temperatureC",
      ${sample(6)} AS "receivedKiB",
      ${sample(7)} AS "sentKiB",
      ${sample(8)} AS kiosk
    FROM "healthRun" AS run, json_each(run.samples) AS sample`.execute(db);
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
    await table(db, "record", ["id"], {
      id: "text",
      stream: "text",
      seq: "bigint",
      deviceId: "text",
      type: "text",
      at: "bigint",
      correctedAt: "bigint",
      mono: "bigint",
      boot: "text",
      receivedAt: "bigint",
      body: "text",
    });
    await db.schema.createIndex("recordByDevice").on("record").columns(["deviceId", "correctedAt"]).execute();
    await healthTables(db);
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
