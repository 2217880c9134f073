// Owns how many slots each class has in each week. Pure.
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { mondayOf } from "../../../../protocol/timetable/schoolYear.ts";

export type TermCounts = {
  of(classId: string, monday: string): number;
  total(classId: string): number;
};

export function countByWeek(slots: readonly Pick<PlacedSlot, "classId" | "date">[]): TermCounts {
  const weeks = new Map<string, number>();
  const totals = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { classId, date } of slots) {
    add(weeks, `${classId} ${mondayOf(date)}`);
    add(totals, classId);
  }
  return {
    of: (classId, monday) => weeks.get(`${classId} ${monday}`) ?? 0,
    total: (classId) => totals.get(classId) ?? 0,
  };
}
