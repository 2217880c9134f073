// Owns that every report a station made becomes a ticket or is counted on one, once: also those that came while the hub was going down.
import type { Kysely } from "kysely";
import type { DeviceId, StaffId } from "../../protocol/ids.ts";
import { report as reportRecord } from "../../protocol/records/report.ts";
import type { Device } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import type { TicketReport } from "./openTickets.ts";

/** Reports in the database that no ticket knows yet, oldest first. Those that cannot be read are skipped. */
export async function uncountedReports(
  query: Kysely<Tables>,
  device: (id: DeviceId) => Device | undefined,
): Promise<TicketReport[]> {
  const rows = await query
    .selectFrom("record")
    .where("type", "=", "report")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("ticketReport").whereRef("ticketReport.id", "=", "record.id").select("ticketReport.id"),
        ),
      ),
    )
    .orderBy("correctedAt")
    .select(["id", "deviceId", "correctedAt", "body"])
    .execute();
  const reports: TicketReport[] = [];
  for (const row of rows) {
    const found = device(row.deviceId as DeviceId);
    const body = readJson(row.body, reportRecord.schema);
    if (found === undefined || !body.ok) continue;
    const { part, note, staffId, sessionId } = body.value;
    reports.push({
      id: row.id,
      at: row.correctedAt,
      by: { staffId, name: (await nameOf(query, staffId)) ?? found.name },
      device: found,
      roomId: found.roomId,
      thing: "",
      part,
      note,
      source: "station",
      sessionId,
    });
  }
  return reports;
}

async function nameOf(query: Kysely<Tables>, id: StaffId | null): Promise<string | undefined> {
  if (id === null) return undefined;
  const row = await query.selectFrom("staff").where("id", "=", id).select("displayName").executeTakeFirst();
  return row?.displayName;
}
