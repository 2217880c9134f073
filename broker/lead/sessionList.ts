// Owns the lessons as they happened, with the names that people know them by: the projection of the stations' records (times corrected).
import { type Kysely, sql } from "kysely";
import type { ClassId, RoomId } from "../../protocol/ids.ts";
import { type SessionRow, sessionRow } from "../api/lead.ts";
import type { Tables } from "../store/schema.ts";

export type WantedSessions = {
  /** UTC ms; sessions that opened in [from, to). */
  readonly from: number;
  readonly to: number;
  readonly roomId?: RoomId | undefined;
  readonly classId?: ClassId | undefined;
};

const most = 2000;

type Counted = { readonly sessionId: string; readonly stations: number; readonly gameRuns: number };

export function makeSessionList(query: Kysely<Tables>): (wanted: WantedSessions) => Promise<SessionRow[]> {
  async function counted(ids: readonly string[]): Promise<Map<string, Counted>> {
    if (ids.length === 0) return new Map();
    // By the index "recordBySession".
    const { rows } = await sql<Counted>`
      SELECT json_extract(body, '$.sessionId') AS "sessionId",
        count(DISTINCT "deviceId") AS stations,
        count(CASE WHEN type = 'gameRun' THEN 1 END) AS "gameRuns"
      FROM record
      WHERE type IN ('session', 'gameRun')
        AND json_extract(body, '$.sessionId') IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      GROUP BY 1`.execute(query);
    return new Map(rows.map((row) => [row.sessionId, row]));
  }

  return async ({ from, to, roomId, classId }) => {
    const rows = await query
      .selectFrom("session")
      .leftJoin("room", "room.id", "session.roomId")
      .leftJoin("schoolClass", "schoolClass.id", "session.classId")
      .leftJoin("lesson", "lesson.id", "session.lessonId")
      .leftJoin("publishedSlot", "publishedSlot.id", "session.slotId")
      .selectAll("session")
      .select([
        "room.name as roomName",
        "schoolClass.name as className",
        "schoolClass.emblem as classEmblem",
        "lesson.title as lessonTitle",
        "publishedSlot.startMinute as startMinute",
        "publishedSlot.endMinute as endMinute",
      ])
      .where("session.openedAt", ">=", from)
      .where("session.openedAt", "<", to)
      .$if(roomId !== undefined, (narrowed) => narrowed.where("session.roomId", "=", roomId ?? ""))
      .$if(classId !== undefined, (narrowed) => narrowed.where("session.classId", "=", classId ?? ""))
      .orderBy("session.openedAt", "desc")
      .orderBy("session.id")
      .limit(most)
      .execute();
    const counts = await counted(rows.map(({ id }) => id));
    return sessionRow.array().parse(
      rows.map(({ countedAt: _, playedMs, startMinute, endMinute, ...row }) => ({
        ...row,
        planned: startMinute === null || endMinute === null ? null : { startMinute, endMinute },
        // A lesson of another hub's plan, or one that was made on a station alone, may have no row here.
        roomName: row.roomName ?? "",
        className: row.className ?? "",
        classEmblem: row.classEmblem ?? "",
        lessonTitle: row.lessonTitle ?? "",
        playedMinutes: playedMs === null ? null : Math.round(playedMs / 60_000),
        stations: counts.get(row.id)?.stations ?? 0,
        gameRuns: counts.get(row.id)?.gameRuns ?? 0,
      })),
    );
  };
}
