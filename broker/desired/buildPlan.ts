// Owns the rule from the timetable's rows to a room's plan. Pure.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import { planDocument } from "../../protocol/documents/plan.ts";
import type { RoomId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import type {
  ClosureTable,
  LessonTable,
  RoomTable,
  SchoolClassTable,
  SchoolTable,
  SlotTable,
} from "../store/schema.ts";

export type PlanRows = {
  readonly school: SchoolTable;
  readonly rooms: readonly RoomTable[];
  readonly classes: readonly SchoolClassTable[];
  readonly lessons: readonly LessonTable[];
  readonly slots: readonly SlotTable[];
  readonly closures: readonly ClosureTable[];
};

/** Longest session per age band, minutes, unless the school says otherwise. */
export const capMinutes = { "3-4": 15, "4-5": 20, "5-6": 30 } as const;
const breakEveryMinutes = 10;

/** INVALID when a row does not fit the plan's schema; the devices then keep the plan they have. */
export function buildPlan(rows: PlanRows, roomId: RoomId): Result<PlanDocument, "NOT_FOUND" | "INVALID"> {
  const room = rows.rooms.find(({ id }) => id === roomId);
  if (room === undefined) return failure("NOT_FOUND", `no room ${roomId}`);
  const lessons = rows.lessons
    .map(({ id, title, games }) => ({ id, title, games: JSON.parse(games) as unknown[] }))
    // A lesson without games has nothing to show the children.
    .filter(({ games }) => games.length > 0);
  const classes = rows.classes.map(({ id, name, emblem, ageBand }) => ({ id, name, emblem, ageBand }));
  const slots = rows.slots.filter(
    (slot) =>
      slot.roomId === roomId &&
      lessons.some(({ id }) => id === slot.lessonId) &&
      classes.some(({ id }) => id === slot.classId),
  );
  const plan = planDocument.safeParse({
    roomId,
    roomName: room.name,
    timetable: {
      zone: rows.school.zone,
      slots: sorted(slots),
      closures: rows.closures.map(({ fromDate, untilDate, reason }) => ({ fromDate, untilDate, reason })),
    },
    classes: sorted(classes),
    lessons: sorted(lessons),
    capMinutes,
    breakEveryMinutes,
  });
  return plan.success ? ok(plan.data) : failure("INVALID", describeIssues(plan.error));
}

// The database promises no order, and a plan that only changed its order must not be sent to every station.
const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
