// Owns the routes of rooms, classes, lessons and the board.
import type { roomRoutes } from "../../api/rooms.ts";
import type { BoardBuilder } from "../../live/board.ts";
import type { Handlers } from "../routeHandlers.ts";

export function roomHandlers(board: BoardBuilder): Handlers<keyof typeof roomRoutes> {
  return {
    listRooms: async () => ({ ok: true, value: await board.rooms() }),
    listClasses: async () => ({ ok: true, value: await board.classes() }),
    listLessons: async () => ({ ok: true, value: await board.lessons() }),
    board: async () => ({ ok: true, value: await board.board() }),
  };
}
