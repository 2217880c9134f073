// Owns how a lesson comes back after a crash or a reboot: what was saved is checked as anything from a disk. Loaded only then.
import "../withoutEval.ts";
import { z } from "zod";
import { plannedClass, plannedLesson } from "../../../protocol/documents/plan.ts";
import { gameId, gameMode, roundsPlayed } from "../../../protocol/game.ts";
import { classId, sessionId, slotId, staffId } from "../../../protocol/ids.ts";
import { kioskRecord } from "../../../protocol/link.ts";
import { failure, ok, type Result } from "../../../protocol/result.ts";
import { describeIssues } from "../../../protocol/versioned.ts";
import { emptyLesson } from "../../lesson/engine.ts";
import type { LessonDependencies, LessonState } from "../../lesson/model.ts";
import { closeRun } from "../../lesson/record.ts";
import { unsavedPlay } from "../../lesson/session.ts";

const ms = z.number();

const savedSession = z.object({
  sessionId,
  slotId: slotId.nullable(),
  source: z.enum(["timetable", "teacher", "hub"]),
  staffId: staffId.nullable(),
  headcount: z.number().int().nullable(),
  schoolClass: plannedClass,
  lesson: plannedLesson,
  startAt: ms,
  endAt: ms,
  boundsTrusted: z.boolean(),
  capMs: ms,
  totalMs: ms,
  boundLeftMs: ms,
  playedMs: ms,
  breakAtPlayedMs: ms,
  breakEveryMs: ms,
  breakLeftMs: ms.nullable(),
  paused: z.boolean(),
});

const savedRun = z.object({
  sessionId,
  classId,
  gameId,
  gameVersion: z.string(),
  level: z.string(),
  mode: gameMode,
  seed: z.number().int(),
  durationMs: ms,
  played: roundsPlayed,
});

const savedLesson = z.object({
  version: z.literal(1),
  /** The device's clock when it was saved, UTC ms. */
  deviceAt: ms.nullable(),
  session: savedSession.nullable(),
  run: savedRun.nullable(),
  ended: z.array(sessionId),
  outgoing: z.array(kioskRecord),
  dropped: z.number().int().min(0).default(0),
});

/** The state to start with. A run that was open when the kiosk died is closed as faulted; the child is at the menu. */
export function restoreLesson(
  text: string,
  dependencies: LessonDependencies,
): Result<LessonState, "LESSON_UNREADABLE"> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure("LESSON_UNREADABLE", String(error));
  }
  const parsed = savedLesson.safeParse(json);
  if (!parsed.success) return failure("LESSON_UNREADABLE", describeIssues(parsed.error));
  const { session, run, ended, outgoing, dropped, deviceAt } = parsed.data;
  const restored: LessonState = { ...emptyLesson, run, ended, outgoing, dropped };
  const timed =
    deviceAt === null ? restored : { ...restored, time: { now: 0, deviceAt, mono: 0, trusted: false } };
  const closed = closeRun(timed, "faulted", dependencies);
  const counted = session && { ...session, unchecked: false };
  return ok({
    ...closed,
    time: null,
    session: counted && {
      ...counted,
      playedMs: counted.playedMs + unsavedPlay(counted),
      unchecked: true,
    },
  });
}
