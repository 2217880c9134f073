// Owns the routes of rooms, classes, lessons, the board and leading a lesson.
import type { Kysely } from "kysely";
import { lesson, type roomRoutes, schoolClass } from "../../api/rooms.ts";
import type { Commands } from "../../hubServices.ts";
import type { BoardBuilder } from "../../live/board.ts";
import type { Tables } from "../../store/schema.ts";
import type { Handlers } from "../routeHandlers.ts";

export function roomHandlers(deps: {
  readonly query: Kysely<Tables>;
  readonly board: BoardBuilder;
  readonly commands: Pick<Commands, "startLesson" | "endLesson">;
}): Handlers<keyof typeof roomRoutes> {
  const { query, board, commands } = deps;
  return {
    listRooms: async () => ({ ok: true, value: await board.rooms() }),
    async listClasses() {
      const rows = await query.selectFrom("schoolClass").orderBy("position").selectAll().execute();
      return { ok: true, value: schoolClass.array().parse(rows) };
    },
    async listLessons() {
      const rows = await query.selectFrom("lesson").orderBy("title").selectAll().execute();
      return { ok: true, value: lesson.array().parse(rows) };
    },
    board: async () => ({ ok: true, value: await board.board() }),
    startLesson: ({ actor, params, body }) => commands.startLesson(actor, params.roomId, body),
    endLesson: ({ actor, params }) => commands.endLesson(actor, params.roomId),
  };
}
