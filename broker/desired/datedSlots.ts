// Owns the rule from a room's published slots to the compact lists of its plan. Pure.
import type { ClassId, LessonId, RoomId, SlotId } from "../../protocol/ids.ts";
import type { DatedSlots } from "../../protocol/timetable/timetable.ts";
import type { PublishedSlotTable } from "../store/schema.ts";

type PlannedSlot = Pick<
  PublishedSlotTable,
  "id" | "date" | "startMinute" | "endMinute" | "classId" | "lessonId"
>;

/** The same slots give the same text, in whatever order they come: a plan that only changed its order must not be sent. */
export function datedSlots(roomId: RoomId, slots: readonly PlannedSlot[]): DatedSlots {
  const ordered = [...slots].sort(
    (a, b) => compare(a.date, b.date) || a.startMinute - b.startMinute || compare(a.id, b.id),
  );
  const classIds = [...new Set(ordered.map(({ classId }) => classId as ClassId))].sort();
  const lessonIds = [...new Set(ordered.map(({ lessonId }) => lessonId as LessonId))].sort();
  const classPlaces = new Map<string, number>(classIds.map((id, place) => [id, place]));
  const lessonPlaces = new Map<string, number>(lessonIds.map((id, place) => [id, place]));
  const days: DatedSlots["days"] = {};
  for (const { id, date, startMinute, endMinute, classId, lessonId } of ordered) {
    days[date] ??= [];
    days[date].push([
      id as SlotId,
      startMinute,
      endMinute,
      classPlaces.get(classId) ?? 0,
      lessonPlaces.get(lessonId) ?? 0,
    ]);
  }
  return { roomId, classIds, lessonIds, days };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
