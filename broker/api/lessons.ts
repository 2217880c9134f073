// Owns the contract of lessons: goal, domains, age band, games in order, length.
import { z } from "zod";
import { curriculumDomain, gameId, gameMode, house } from "../../protocol/game.ts";
import { lessonId } from "../../protocol/ids.ts";
import { lesson } from "./rooms.ts";
import { defineRoutes } from "./route.ts";

export const gameInLesson = z.object({
  gameId,
  level: z.string(),
  mode: gameMode,
  /** In Vietnamese, for the teacher; the level's own picture is at /games/<gameId>/<picture>. */
  title: z.string(),
  picture: z.string(),
});
export type GameInLesson = z.infer<typeof gameInLesson>;

export const plannedGame = z.object({ gameId, level: z.string().max(20), mode: gameMode });

const minutes = z.number().int().min(5).max(120);

export const wholeLesson = lesson.extend({
  domains: z.array(curriculumDomain),
  games: z.array(plannedGame),
  /** UTC ms; null while it is offered. */
  archivedAt: z.number().int().nullable(),
  /** Slots of the draft from today on that use it. */
  slotsAhead: z.number().int(),
});
export type WholeLesson = z.infer<typeof wholeLesson>;

const lessonFields = z.object({
  title: z.string().trim().min(1).max(80),
  goal: z.string().trim().max(400),
  ageBand: lesson.shape.ageBand,
  minutes,
  domains: z.array(curriculumDomain).min(1).max(5),
  games: z.array(plannedGame).min(1, "Chọn ít nhất một trò chơi").max(12),
});

/** A level of a game that a lesson can hold. */
export const gameLevel = z.object({
  gameId,
  gameTitle: z.string(),
  house,
  domains: z.array(curriculumDomain),
  goal: z.string(),
  level: z.string(),
  levelTitle: z.string(),
  ageBand: lesson.shape.ageBand,
  modes: z.array(gameMode),
  /** Path below /games/<gameId>/. */
  picture: z.string(),
});
export type GameLevel = z.infer<typeof gameLevel>;

const params = z.object({ lessonId });

export const lessonRoutes = defineRoutes({
  listWholeLessons: {
    method: "GET",
    path: "/api/lessons/whole",
    permission: "timetable.view",
    summary: "Lessons with their games, archived ones too",
    reply: z.array(wholeLesson),
  },
  listGameLevels: {
    method: "GET",
    path: "/api/game-levels",
    permission: "timetable.view",
    summary: "What a lesson can be made of: every level of every installed game",
    reply: z.array(gameLevel),
  },
  addLesson: {
    method: "POST",
    path: "/api/lessons",
    permission: "lessons.edit",
    summary: "Add a lesson",
    body: lessonFields,
    reply: wholeLesson,
  },
  changeLesson: {
    method: "PATCH",
    path: "/api/lessons/:lessonId",
    permission: "lessons.edit",
    summary: "Change a lesson; slots that use it show the change at once on the stations",
    params,
    body: lessonFields.extend({ archived: z.boolean() }).partial(),
    reply: wholeLesson,
  },
});
