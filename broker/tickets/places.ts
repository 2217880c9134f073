// Owns where a person may say that something is broken: every room with its devices; their own rooms first.
import type { Kysely } from "kysely";
import type { TicketPlace } from "../api/tickets.ts";
import type { Device } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import type { Viewer } from "./viewers.ts";

export async function placesFor(
  query: Kysely<Tables>,
  devices: readonly Device[],
  viewer: Viewer,
): Promise<TicketPlace[]> {
  const rooms = await query.selectFrom("room").orderBy("position").select(["id", "name"]).execute();
  const homes = await query
    .selectFrom("schoolClass")
    .where("archivedAt", "is", null)
    .where("homeRoomId", "is not", null)
    .select(["homeRoomId", "name"])
    .execute();
  const inRoom = (id: string | null) =>
    devices
      .filter(({ roomId }) => roomId === id)
      .map(({ id: deviceId, name, kind, stationNumber, emblem }) => ({
        deviceId,
        name,
        kind,
        stationNumber,
        emblem,
      }));
  const places: TicketPlace[] = rooms.map(({ id, name }) => ({
    // The database's own ids.
    roomId: id as NonNullable<TicketPlace["roomId"]>,
    name,
    className: homes.find(({ homeRoomId }) => homeRoomId === id)?.name ?? null,
    own: viewer.roomIds.includes(id),
    devices: inRoom(id),
  }));
  const homeless = inRoom(null);
  if (homeless.length > 0)
    places.push({ roomId: null, name: "", className: null, own: false, devices: homeless });
  return places.sort((a, b) => Number(b.own) - Number(a.own));
}
