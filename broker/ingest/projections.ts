// Owns what records change beside their own row: the session as it happened, how games are used, the device's inventory, a command's outcome.
import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { makeGameUse } from "./gameUse.ts";

export type Projections = {
  /** Inside the caller's transaction, once for each new record. */
  apply(
    record: DeviceRecord,
    correctedAt: number,
    device: DeviceId,
    room: RoomId | null,
    /** UTC ms by the hub. */
    receivedAt: number,
  ): void;
};

/** What a station tells of a lesson so long after its end says nothing new of it. */
const lateMs = 60_000;

export function makeProjections(database: DatabaseSync): Projections {
  // Stations of a room report the same session, in any order and perhaps days late: every rule here must commute.
  const session = database.prepare(`
    INSERT INTO session (
      id, "roomId", "classId", "lessonId", "slotId", source, "openedAt", "closedAt", headcount, "countedAt", "playedMs", "lessonAt")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      -- "timetable" only when nobody led it: the names stand in that order.
      source = min(source, excluded.source),
      "lessonId" = CASE
        WHEN excluded."lessonAt" > "lessonAt" THEN excluded."lessonId"
        WHEN excluded."lessonAt" < "lessonAt" THEN "lessonId"
        ELSE max("lessonId", excluded."lessonId") END,
      "lessonAt" = max("lessonAt", excluded."lessonAt"),
      "openedAt" = min("openedAt", excluded."openedAt"),
      "closedAt" = CASE
        WHEN excluded."closedAt" IS NULL THEN "closedAt"
        WHEN "closedAt" IS NULL THEN excluded."closedAt"
        ELSE max("closedAt", excluded."closedAt") END,
      headcount = CASE
        WHEN excluded.headcount IS NULL THEN headcount
        WHEN headcount IS NULL THEN excluded.headcount
        WHEN excluded."countedAt" > "countedAt" THEN excluded.headcount
        WHEN excluded."countedAt" < "countedAt" THEN headcount
        ELSE max(headcount, excluded.headcount) END,
      "countedAt" = max("countedAt", excluded."countedAt"),
      "playedMs" = CASE
        WHEN excluded."playedMs" IS NULL THEN "playedMs"
        WHEN "playedMs" IS NULL THEN excluded."playedMs"
        ELSE max("playedMs", excluded."playedMs") END,
      "roomId" = coalesce("roomId", excluded."roomId")`);
  // What lies later than now came while the hub's clock was ahead: it must not hide all that comes after.
  const readiness = database.prepare(`
    INSERT INTO readiness ("deviceId", at, "sessionId", checks) VALUES (?, ?, ?, ?)
    ON CONFLICT ("deviceId") DO UPDATE SET
      at = excluded.at, "sessionId" = excluded."sessionId", checks = excluded.checks
    WHERE excluded.at > at OR at > ? OR (excluded.at = at AND excluded.checks > checks)`);
  const gameUse = makeGameUse(database);
  const newest = database.prepare(`
    INSERT INTO "newestRecord" ("deviceId", type, at, body) VALUES (?, ?, ?, ?)
    ON CONFLICT ("deviceId", type) DO UPDATE SET at = excluded.at, body = excluded.body
    WHERE excluded.at > at OR at > ? OR (excluded.at = at AND excluded.body > body)`);
  const inventory = database.prepare(`UPDATE device SET inventory = ? WHERE id = ?`);
  // A result may come after the hub gave up waiting; what the device says is what happened.
  const command = database.prepare(`
    UPDATE command SET state = ?, detail = ?, "finishedAt" = ?
    WHERE id = ? AND "deviceId" = ? AND state IN ('sent', 'expired', 'unknown')`);
  return {
    apply(record, correctedAt, device, room, receivedAt) {
      if (record.type === "session") {
        const { sessionId, classId, lessonId, slotId, source, event, headcount, playedMs, endAt } =
          record.body;
        // A station that was off in mid-lesson closes it when it is switched on again: perhaps days later.
        const closedAt = event === "closed" ? Math.min(correctedAt, endAt) : null;
        const lessonAt = correctedAt <= endAt + lateMs ? correctedAt : 0;
        // Who counts again means it, also when fewer are there; what else tells a number may only repeat an old one.
        const countedAt = event === "counted" && headcount !== null ? correctedAt : 0;
        const ids = [sessionId, room, classId, lessonId, slotId] as const;
        session.run(...ids, source, correctedAt, closedAt, headcount, countedAt, playedMs, lessonAt);
      } else if (record.type === "gameRun") gameUse.add(record.body, correctedAt);
      else if (record.type === "readiness") {
        const { sessionId, checks } = record.body;
        readiness.run(device, correctedAt, sessionId, JSON.stringify(checks), receivedAt);
      } else if (record.type === "inventory") inventory.run(JSON.stringify(record.body), device);
      else if (record.type === "condition" || record.type === "software")
        newest.run(device, record.type, correctedAt, JSON.stringify(record.body), receivedAt);
      else if (record.type === "commandResult") {
        const { commandId, outcome, detail } = record.body;
        command.run(outcome, detail, correctedAt, commandId, device);
      }
    },
  };
}
