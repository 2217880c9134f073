// Owns the rule from the timetable's rows to a room's plan. Pure.
import type { Classroom } from "../../protocol/documents/classroom.ts";
import {
  type PlanDocument,
  planDocument,
  planFormat,
  plannedClass,
  plannedLesson,
} from "../../protocol/documents/plan.ts";
import type { RoomId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { readJson } from "../store/readJson.ts";
import type {
  ClosureTable,
  LessonTable,
  PublishedSlotTable,
  RoomTable,
  SchoolClassTable,
  SchoolTable,
} from "../store/schema.ts";
import type { SchoolRules } from "../timetable/schoolRules.ts";
import { datedSlots } from "./datedSlots.ts";

export type PlanRows = {
  readonly school: Pick<SchoolTable, "zone">;
  readonly rooms: readonly Pick<RoomTable, "id" | "name">[];
  readonly classes: readonly SchoolClassTable[];
  readonly lessons: readonly LessonTable[];
  /** Published ones from the plan's first day on, of this room at least. */
  readonly slots: readonly PublishedSlotTable[];
  readonly closures: readonly ClosureTable[];
  readonly rules: SchoolRules;
};

/** INVALID when a row does not fit the plan's schema; the devices then keep the plan they have. */
export function buildPlan(
  rows: PlanRows,
  roomId: RoomId,
  classroom: Classroom | null = null,
): Result<PlanDocument, "NOT_FOUND" | "INVALID"> {
  const room = rows.rooms.find(({ id }) => id === roomId);
  if (room === undefined) return failure("NOT_FOUND", `no room ${roomId}`);
  const inRoom = rows.slots.filter((slot) => slot.roomId === roomId);
  const plannedClasses = new Set(inRoom.map(({ classId }) => classId));
  const plannedLessons = new Set(inRoom.map(({ lessonId }) => lessonId));
  const lessons = rows.lessons
    // What was archived goes on in the slots it has.
    .filter(({ id, archivedAt }) => archivedAt === null || plannedLessons.has(id))
    // A lesson without games has nothing to show the children; one that is unreadable must not cost the room the others.
    .flatMap(({ id, title, games }) => {
      const read = readJson(games, plannedLesson.shape.games);
      return read.ok ? [{ id, title, games: read.value }] : [];
    });
  const classes = rows.classes
    .filter(({ id, archivedAt }) => archivedAt === null || plannedClasses.has(id))
    .map(({ id, name, emblem, ageBand }) => ({ id, name, emblem, ageBand }))
    .filter((each) => plannedClass.safeParse(each).success);
  const classIds = new Set(classes.map(({ id }) => id));
  const lessonIds = new Set(lessons.map(({ id }) => id));
  const slots = inRoom.filter(({ classId, lessonId }) => classIds.has(classId) && lessonIds.has(lessonId));
  const { capMinutes, dayCapMinutes, breakEveryMinutes } = rows.rules.screenTime;
  const plan = planDocument.safeParse({
    format: planFormat,
    roomId,
    roomName: room.name,
    timetable: {
      zone: rows.school.zone,
      slots: [],
      closures: [...rows.closures]
        .sort((a, b) => (a.fromDate < b.fromDate || (a.fromDate === b.fromDate && a.id < b.id) ? -1 : 1))
        .map(({ fromDate, untilDate, reason }) => ({ fromDate, untilDate, reason })),
      dated: datedSlots(roomId, slots),
    },
    classes: sorted(classes),
    lessons: sorted(lessons),
    capMinutes,
    dayCapMinutes,
    breakEveryMinutes,
    classroom,
  });
  return plan.success ? ok(plan.data) : failure("INVALID", describeIssues(plan.error));
}

// The database promises no order, and a plan that only changed its order must not be sent to every station.
const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
