// Owns what is attached to a ticket by itself: device, room, class and session of that time, health of the hour, the last events.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import type { DeviceEvent, HealthSeries } from "../api/devices.ts";
import type { TicketSnapshot } from "../api/tickets.ts";
import type { Device } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

export type SnapshotDependencies = {
  readonly query: Kysely<Tables>;
  readonly history: {
    health(device: Device["id"], from: number, to: number): Promise<HealthSeries>;
    events(device: Device, before: number | undefined, limit: number): Promise<DeviceEvent[]>;
  };
};

export type SnapshotOf = {
  readonly device: Device | undefined;
  readonly roomId: RoomId | null;
  /** As the station said; else the room's session of that time counts. */
  readonly sessionId: string | null;
  /** Of whoever reported it, where neither session nor room has a class. */
  readonly fallbackClassId: string | null;
  readonly at: number;
};

const hourMs = 3_600_000;
const eventsKept = 20;
/** A fault is mostly reported when the class has just left. */
const afterSessionMs = 10 * 60_000;
/** A session that a station never closed does not go on for ever. */
const longestSessionMs = 3 * hourMs;

export async function takeSnapshot(
  { query, history }: SnapshotDependencies,
  { device, roomId, sessionId, fallbackClassId, at }: SnapshotOf,
): Promise<{ readonly snapshot: TicketSnapshot; readonly classId: string | null }> {
  const session = await sessionAt();
  const room =
    roomId === null
      ? undefined
      : await query.selectFrom("room").where("id", "=", roomId).select(["name", "kind"]).executeTakeFirst();
  const home =
    roomId === null
      ? undefined
      : await query
          .selectFrom("schoolClass")
          .where("homeRoomId", "=", roomId)
          .where("archivedAt", "is", null)
          .select("id")
          .executeTakeFirst();
  const classId = session?.classId ?? home?.id ?? fallbackClassId;
  const schoolClass =
    classId === null
      ? undefined
      : await query
          .selectFrom("schoolClass")
          .where("id", "=", classId)
          .select(["name", "emblem", "ageBand"])
          .executeTakeFirst();
  const lesson =
    session &&
    (await query.selectFrom("lesson").where("id", "=", session.lessonId).select("title").executeTakeFirst());
  const known =
    device &&
    (await query
      .selectFrom("device")
      .where("id", "=", device.id)
      .select(["reachability", "agentVersion", "kioskVersion"])
      .executeTakeFirst());
  const health = device && (await history.health(device.id, at - hourMs, at + 1));
  const events = device === undefined ? [] : await history.events(device, at + 1, eventsKept);
  return {
    classId,
    snapshot: {
      device:
        device === undefined
          ? null
          : {
              name: device.name,
              kind: device.kind,
              stationNumber: device.stationNumber,
              emblem: device.emblem,
              via: device.via,
              reachability: known?.reachability ?? "neverSeen",
              agentVersion: known?.agentVersion ?? null,
              kioskVersion: known?.kioskVersion ?? null,
            },
      room: room ?? null,
      // The database's own values were checked when they were written.
      class: schoolClass === undefined ? null : (schoolClass as NonNullable<TicketSnapshot["class"]>),
      session:
        session === undefined
          ? null
          : {
              sessionId: session.id as NonNullable<TicketSnapshot["session"]>["sessionId"],
              lessonTitle: lesson?.title ?? null,
              openedAt: session.openedAt,
              closedAt: session.closedAt,
            },
      health: health === undefined || health.at.length === 0 ? null : health,
      // A page may be longer than asked for; a ticket need not.
      events: events.slice(0, eventsKept).map(({ type, at: eventAt, body }) => ({ type, at: eventAt, body })),
    },
  };

  async function sessionAt() {
    const columns = ["id", "classId", "lessonId", "openedAt", "closedAt"] as const;
    if (sessionId !== null) {
      const named = await query
        .selectFrom("session")
        .where("id", "=", sessionId)
        .select(columns)
        .executeTakeFirst();
      if (named !== undefined) return named;
    }
    if (roomId === null) return undefined;
    return query
      .selectFrom("session")
      .where("roomId", "=", roomId)
      .where("openedAt", "<=", at)
      .where("openedAt", ">", at - longestSessionMs)
      .where(({ or, eb }) => or([eb("closedAt", "is", null), eb("closedAt", ">", at - afterSessionMs)]))
      .orderBy("openedAt", "desc")
      .select(columns)
      .executeTakeFirst();
  }
}
