// Owns the live rule: what one event of the live channel does to the board that is on screen. Pure.
import type { LiveEvent } from "../../api/live.ts";
import type { Board, BoardRoom, Station } from "../../api/rooms.ts";

/** The board after the event; the very same object when the event does not touch it. */
export function applyLiveEvent(board: Board | undefined, event: LiveEvent): Board | undefined {
  switch (event.type) {
    case "board":
      return event.board;
    case "station":
      return board && withStation(board, event.roomId, event.station);
    case "room":
      return board && withRoom(board, event.room);
    case "load":
    case "changed":
      return board;
  }
}

function withRoom(board: Board, room: BoardRoom): Board {
  const known = board.rooms.some(({ id }) => id === room.id);
  const rooms = known ? board.rooms.map((old) => (old.id === room.id ? room : old)) : [...board.rooms, room];
  return { ...board, rooms };
}

function withStation(board: Board, roomId: BoardRoom["id"] | null, station: Station): Board {
  const rooms = board.rooms.map((room) => {
    const holds = room.stations.some(({ deviceId }) => deviceId === station.deviceId);
    if (room.id !== roomId)
      return holds
        ? { ...room, stations: room.stations.filter(({ deviceId }) => deviceId !== station.deviceId) }
        : room;
    const stations = holds
      ? room.stations.map((old) => (old.deviceId === station.deviceId ? station : old))
      : [...room.stations, station].sort(byNumber);
    return { ...room, stations };
  });
  return { ...board, rooms };
}

const byNumber = (a: Station, b: Station) =>
  (a.stationNumber ?? 100) - (b.stationNumber ?? 100) || a.name.localeCompare(b.name, "vi");
