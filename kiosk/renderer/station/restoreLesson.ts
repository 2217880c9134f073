// Owns how a lesson comes back after a crash or a reboot: what was saved is checked as anything from a disk. Loaded only then.
import "../withoutEval.ts";
import { z } from "zod";
import { plannedClass, plannedLesson } from "../../../protocol/documents/plan.ts";
import { ageBand, gameId, gameMode, roundsPlayed } from "../../../protocol/game.ts";
import { classId, lessonId, sessionId, slotId, staffId } from "../../../protocol/ids.ts";
import { kioskRecord } from "../../../protocol/link.ts";
import { failure, ok, type Result } from "../../../protocol/result.ts";
import { localDate } from "../../../protocol/timetable/timetable.ts";
import { describeIssues } from "../../../protocol/versioned.ts";
import { addPlay } from "../../lesson/dayPlay.ts";
import { emptyLesson } from "../../lesson/engine.ts";
import type { LessonDependencies, LessonState } from "../../lesson/model.ts";
import { closeRun } from "../../lesson/record.ts";
import { unsavedPlay } from "../../lesson/session.ts";

const ms = z.number();

const followedLead = z.object({
  revision: z.number().int(),
  lessonId,
  endAt: ms,
  headcount: z.number().int().nullable(),
  seats: z.number().int().nullable(),
  paused: z.boolean(),
  place: z.number().int().nullable(),
});

// Defaults: what a kiosk before 0.2 did not save.
const savedSession = z.object({
  sessionId,
  slotId: slotId.nullable(),
  source: z.enum(["timetable", "teacher", "hub"]),
  staffId: staffId.nullable(),
  headcount: z.number().int().nullable(),
  seats: z.number().int().nullable().default(null),
  turn: z.number().int().min(0).default(0),
  turnPlayedMs: ms.default(0),
  place: z.number().int().nullable().default(null),
  placeDue: z.boolean().default(false),
  led: followedLead.nullable().default(null),
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
  ageBand: ageBand.nullable().default(null),
  gameId,
  gameVersion: z.string(),
  level: z.string(),
  mode: gameMode,
  seed: z.number().int(),
  durationMs: ms,
  played: roundsPlayed.extend({
    shownHow: z.number().int().min(0).nullable().default(null),
    roundsMs: ms.nullable().default(null),
  }),
});

const savedLesson = z.object({
  version: z.literal(1),
  /** The device's clock when it was saved, UTC ms. */
  deviceAt: ms.nullable(),
  session: savedSession.nullable(),
  run: savedRun.nullable(),
  day: z
    .object({ date: localDate.nullable(), playedMs: z.record(classId, ms) })
    .default({ date: null, playedMs: {} }),
  ended: z.array(sessionId),
  outgoing: z.array(kioskRecord),
  dropped: z.number().int().min(0).default(0),
  checkedFor: sessionId.nullable().default(null),
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
  const { session, run, day, ended, outgoing, dropped, checkedFor, deviceAt } = parsed.data;
  const restored: LessonState = { ...emptyLesson, run, day, ended, outgoing, dropped, checkedFor };
  const timed =
    deviceAt === null ? restored : { ...restored, time: { now: 0, deviceAt, mono: 0, trusted: false } };
  const closed = closeRun(timed, "faulted", dependencies);
  const counted = session && { ...session, unchecked: false };
  const unsavedMs = counted === null ? 0 : unsavedPlay(counted);
  return ok({
    ...closed,
    time: null,
    day: counted === null ? day : addPlay(day, counted.schoolClass.id, unsavedMs),
    session: counted && {
      ...counted,
      playedMs: counted.playedMs + unsavedMs,
      // The run was closed: an ordered game is opened once more.
      placeDue: counted.place !== null,
      unchecked: true,
    },
  });
}
