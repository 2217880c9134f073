// Owns the contract of the games: what is installed, how much each is played, and how hard its levels are for whom.
// By class and age, never by child; results never side by side for two classes (ADR 0028).
// The workbook is a file and has a route of its own: GET /api/game-use/export.xlsx.
import { z } from "zod";
import {
  ageBand,
  credit,
  curriculumDomain,
  gameId,
  gameManifest,
  gameMode,
  house,
} from "../../protocol/game.ts";
import { classId } from "../../protocol/ids.ts";
import { localDate } from "../../protocol/timetable/timetable.ts";
import { defineRoutes } from "./route.ts";

export const gameExportPath = "/api/game-use/export.xlsx";

/** Fewer runs than these say nothing in percent: only the counts are told. */
export const fewestRuns = 5;

/** What makes a level easy or hard for the children of its age. Shown to teachers as they stand here. */
export const difficultyBounds = {
  /** Questions right at the first try, percent: from here on easy, when hints are rare too. */
  easyFrom: 90,
  easyHints: 0.15,
  /** Below this hard. */
  hardBelow: 50,
  /** Questions whose way had to be shown, percent: from here on hard, whatever else. */
  hardShown: 20,
  /** Questions needed before anything is said. */
  fewestQuestions: 15,
} as const;

/** In Vietnamese and English. */
const words = gameManifest.shape.title;

export const gameUseQuery = z.object({
  from: localDate,
  until: localDate,
  classId: classId.optional(),
  /** Of the children when they played. */
  ageBand: ageBand.optional(),
  mode: gameMode.optional(),
});
export type GameUseQuery = z.infer<typeof gameUseQuery>;

export const gameUse = z.object({
  runs: z.number().int(),
  /** Of play, all stations together. */
  minutes: z.number().int(),
  /** How many classes played it. */
  classes: z.number().int(),
  /** Closed for a fault. */
  faulted: z.number().int(),
  /** When it was last played at all, whatever the span and the filters; to the hour, UTC ms. */
  lastAt: z.number().int().nullable(),
});
export type GameUse = z.infer<typeof gameUse>;

export const installedGame = z.object({
  gameId,
  version: z.string(),
  title: words,
  house,
  domains: z.array(curriculumDomain),
  goal: words,
  ageBands: z.array(ageBand),
  modes: z.array(gameMode),
  /** Path below /games/<gameId>/. */
  icon: z.string(),
});
export type InstalledGame = z.infer<typeof installedGame>;

export const difficulty = z.enum(["easy", "fits", "hard"]);
export type Difficulty = z.infer<typeof difficulty>;

export const levelFigures = z.object({
  /** Questions right at the first try. Null without questions. */
  firstTryPercent: z.number().nullable(),
  hintsPerQuestion: z.number().nullable(),
  /** From the question to its answer. Null when only older stations played, which did not say. */
  secondsPerQuestion: z.number().nullable(),
  /** Questions whose way had to be shown. Null likewise. */
  shownPercent: z.number().nullable(),
  /** Of the runs that a child ended, those left before the end. Null when too few ended so. */
  leftPercent: z.number().nullable(),
});
export type LevelFigures = z.infer<typeof levelFigures>;

export const levelPlay = z.object({
  /** Of the children; null when older stations did not say. */
  ageBand: ageBand.nullable(),
  runs: z.number().int(),
  minutes: z.number().int(),
  questions: z.number().int(),
  /** Left before the end. */
  left: z.number().int(),
  /** Null when there were too few runs, and in free play, where nothing is asked. */
  figures: levelFigures.nullable(),
});
export type LevelPlay = z.infer<typeof levelPlay>;

export const levelReport = z.object({
  level: z.string(),
  /** Null when the level is no longer in the game. */
  about: z
    .object({ title: words, ageBand, /** Path below /games/<gameId>/. */ picture: z.string() })
    .nullable(),
  mode: gameMode,
  /** The age the level is for first. */
  played: z.array(levelPlay),
  /** For the age the level is for; null in free play, and when too little was played. */
  difficulty: difficulty.nullable(),
  /** Levels to go on with, by id: where it is too hard, the free play and the level before; where it is easy, the one after. */
  next: z.object({
    explore: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
});
export type LevelReport = z.infer<typeof levelReport>;

export const gamePage = z.object({
  gameId,
  /** Null when the game is no longer installed. */
  about: installedGame.extend({ credits: z.array(credit) }).nullable(),
  use: gameUse,
  /** Every week of the span, from Monday, also those without play. */
  weeks: z.array(z.object({ monday: localDate, runs: z.number().int(), minutes: z.number().int() })),
  /** Use only, in the school's order: results are never put side by side. */
  classes: z.array(
    z.object({
      classId: classId.nullable(),
      name: z.string(),
      emblem: z.string(),
      runs: z.number().int(),
      minutes: z.number().int(),
      lastAt: z.number().int(),
    }),
  ),
  levels: z.array(levelReport),
});
export type GamePage = z.infer<typeof gamePage>;

export const gameRoutes = defineRoutes({
  listGames: {
    method: "GET",
    path: "/api/games",
    permission: "sessions.view",
    summary: "The games of this hub with how much each was played",
    query: gameUseQuery,
    reply: z.object({
      games: z.array(
        installedGame.extend({
          use: gameUse,
          /** Levels that are too hard for the age they are for. */
          hardLevels: z.number().int(),
        }),
      ),
      /** Played in the span, and no longer installed. */
      gone: z.array(z.object({ gameId, use: gameUse })),
    }),
  },
  showGame: {
    method: "GET",
    path: "/api/games/:gameId",
    permission: "sessions.view",
    summary: "One game: what it is, its use by week and class, and how hard its levels are by age",
    params: z.object({ gameId }),
    query: gameUseQuery,
    reply: gamePage,
  },
});
