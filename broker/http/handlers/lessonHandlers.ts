// Owns the routes of lessons.
import type { lessonRoutes } from "../../api/lessons.ts";
import type { Lessons } from "../../lessons/lessons.ts";
import type { Handlers } from "../routeHandlers.ts";

export function lessonHandlers(lessons: Lessons): Handlers<keyof typeof lessonRoutes> {
  return {
    listWholeLessons: async () => ({ ok: true, value: await lessons.list() }),
    listGameLevels: async () => ({ ok: true, value: await lessons.levels() }),
    addLesson: ({ actor, body }) => lessons.add(actor, body),
    changeLesson: ({ actor, params, body }) => lessons.change(actor, params.lessonId, body),
  };
}
