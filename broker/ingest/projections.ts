// Owns what records change beside their own row: the session as it happened, the device's inventory, a command's outcome.
import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";

export type Projections = {
  /** Inside the caller's transaction, once for each new record. */
  apply(record: DeviceRecord, correctedAt: number, device: DeviceId, room: RoomId | null): void;
};

export function makeProjections(database: DatabaseSync): Projections {
  // Stations of a room report the same session, in any order and perhaps days late: every rule here must commute.
  const session = database.prepare(`
    INSERT INTO session (id, "roomId", "classId", "lessonId", "slotId", source, "openedAt", "closedAt", headcount)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      "openedAt" = min("openedAt", excluded."openedAt"),
      "closedAt" = CASE
        WHEN excluded."closedAt" IS NULL THEN "closedAt"
        WHEN "closedAt" IS NULL THEN excluded."closedAt"
        ELSE max("closedAt", excluded."closedAt") END,
      headcount = CASE
        WHEN excluded.headcount IS NULL THEN headcount
        WHEN headcount IS NULL THEN excluded.headcount
        ELSE max(headcount, excluded.headcount) END,
      "roomId" = coalesce("roomId", excluded."roomId")`);
  const inventory = database.prepare(`UPDATE device SET inventory = ? WHERE id = ?`);
  // A result may come after the hub gave up waiting; what the device says is what happened.
  const command = database.prepare(`
    UPDATE command SET state = ?, detail = ?, "finishedAt" = ?
    WHERE id = ? AND "deviceId" = ? AND state IN ('sent', 'expired')`);
  return {
    apply(record, correctedAt, device, room) {
      if (record.type === "session") {
        const { sessionId, classId, lessonId, slotId, source, event, headcount } = record.body;
        const closedAt = event === "closed" ? correctedAt : null;
        session.run(sessionId, room, classId, lessonId, slotId, source, correctedAt, closedAt, headcount);
      } else if (record.type === "inventory") inventory.run(JSON.stringify(record.body), device);
      else if (record.type === "commandResult") {
        const { commandId, outcome, detail } = record.body;
        command.run(outcome, detail, correctedAt, commandId, device);
      }
    },
  };
}
