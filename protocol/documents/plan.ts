// Owns the plan: everything a room needs to run itself with no hub, for the whole year (ADR 0005).
import { z } from "zod";
import { ageBand, gameId, gameMode } from "../game.ts";
import { classId, lessonId, roomId } from "../ids.ts";
import { timetable } from "../timetable/timetable.ts";
import { classroom } from "./classroom.ts";

/** The newest plan that this software understands. A hub that writes plans which older readers would misread counts it up. */
export const planFormat = 2;

export const plannedLesson = z.object({
  id: lessonId,
  title: z.string(),
  /** Games offered in the menu, in order. */
  games: z.array(z.object({ gameId, level: z.string(), mode: gameMode })).min(1),
});
export type PlannedLesson = z.infer<typeof plannedLesson>;

export const plannedClass = z.object({
  id: classId,
  /** e.g. "Lớp Thỏ Trắng". */
  name: z.string(),
  /** An emoji-set name that children recognise, e.g. "rabbit". */
  emblem: z.string(),
  ageBand,
});
export type PlannedClass = z.infer<typeof plannedClass>;

export const planDocument = z.object({
  /** A reader that knows a lower number keeps the plan it has and says so. 1: weekly slots; 2: slots by day. */
  format: z.number().int().min(1).max(planFormat).default(1),
  roomId,
  roomName: z.string(),
  timetable,
  classes: z.array(plannedClass),
  lessons: z.array(plannedLesson),
  /** Longest session per age band, minutes. */
  capMinutes: z.record(ageBand, z.number().int().min(1).max(240)),
  /** Longest play of a class on one day, minutes. */
  dayCapMinutes: z
    .record(ageBand, z.number().int().min(1).max(480))
    .default({ "3-4": 60, "4-5": 60, "5-6": 60 }),
  /** An eye break after this much play, minutes. */
  breakEveryMinutes: z.number().int().min(1).max(240),
  /** What classroom screens show; null in a room that is no class's own. */
  classroom: classroom.nullable().default(null),
});
export type PlanDocument = z.infer<typeof planDocument>;
