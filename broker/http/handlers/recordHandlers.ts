// Owns the routes of the audit log and the quarantine.
import type { Kysely } from "kysely";
import type { recordRoutes } from "../../api/records.ts";
import type { Tables } from "../../store/schema.ts";
import type { Handlers } from "../routeHandlers.ts";

export function recordHandlers(query: Kysely<Tables>): Handlers<keyof typeof recordRoutes> {
  return {
    async listAudit({ query: { before = Number.MAX_SAFE_INTEGER, limit } }) {
      const rows = await query
        .selectFrom("audit")
        .where("at", "<", before)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .selectAll()
        .execute();
      const value = rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as unknown }));
      return { ok: true, value };
    },
    async listQuarantine({ query: { before = Number.MAX_SAFE_INTEGER, limit } }) {
      const value = await query
        .selectFrom("quarantine")
        .leftJoin("device", "device.id", "quarantine.deviceId")
        .where("quarantine.at", "<", before)
        .orderBy("quarantine.at", "desc")
        .limit(limit)
        .select([
          "quarantine.id",
          "quarantine.at",
          "quarantine.deviceId",
          "device.name as deviceName",
          "quarantine.topic",
          "quarantine.code",
          "quarantine.detail",
          "quarantine.bytes",
          "quarantine.excerpt",
          "quarantine.count",
        ])
        .execute();
      return { ok: true, value };
    },
  };
}
