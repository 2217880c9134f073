// Owns what would happen if a slot were put somewhere: the slot that it would become, and what stands in its way. Pure.
import type { ClassId, LessonId, SlotId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import {
  type ConflictFacts,
  conflictsOf,
  type PlacementConflict,
} from "../../../../protocol/timetable/placementConflicts.ts";
import type { Lesson } from "../../../api/rooms.ts";
import type { Week } from "../../../api/timetable.ts";
import { hoursOn, type Place, placeKey, type WeekLayout } from "./weekRows.ts";

export type Verdict = "fits" | "warned" | "refused";

export function verdictOf(conflicts: readonly PlacementConflict[]): Verdict {
  if (conflicts.some(({ weight }) => weight === "refused")) return "refused";
  return conflicts.length > 0 ? "warned" : "fits";
}

export function factsOf(week: Week): ConflictFacts {
  const classAges = new Map(week.classes.map(({ id, ageBand }) => [id, ageBand]));
  const lessonAges = new Map(week.lessons.map(({ id, ageBand }) => [id, ageBand]));
  const { capMinutes, dayCapMinutes } = week.screenTime;
  return {
    slots: week.slots,
    classAge: (id) => classAges.get(id),
    lessonAge: (id) => lessonAges.get(id),
    capMinutes,
    dayCapMinutes,
    closures: week.closures,
  };
}

/** What is put: a slot that exists (id) or a new one. */
export type Load = { readonly id: SlotId; readonly classId: ClassId; readonly lessonId: LessonId };

/** Null when the week does not have the day or the period. */
export function placedAt(load: Load, place: Place, week: Week): PlacedSlot | null {
  const period = week.periods.find(({ id }) => id === place.periodId);
  const day = week.days.find(({ date }) => date === place.date);
  if (period === undefined || day === undefined) return null;
  const { id, classId, lessonId } = load;
  return { id, classId, lessonId, ...place, ...hoursOn(period, day.season), origin: "hand" };
}

export type PlaceVerdict = {
  readonly place: Place;
  readonly wanted: PlacedSlot;
  readonly verdict: Verdict;
  readonly conflicts: readonly PlacementConflict[];
};

/** For every place of the grid, before the pointer gets there: looking it up while it moves then costs nothing. */
export function verdictsFor(load: Load, layout: WeekLayout, week: Week): Map<string, PlaceVerdict> {
  const facts = factsOf(week);
  const verdicts = new Map<string, PlaceVerdict>();
  for (const { bands } of layout.rows)
    for (const { cells } of bands)
      for (const { place } of cells) {
        const wanted = place && placedAt(load, place, week);
        if (place === null || wanted === null) continue;
        const conflicts = conflictsOf(wanted, facts);
        verdicts.set(placeKey(place), { place, wanted, verdict: verdictOf(conflicts), conflicts });
      }
  return verdicts;
}

/** The lesson after the one the class had last, of its age, in the library's order; the first one for a class that begins. */
export function nextLesson(
  lessons: readonly Lesson[],
  ageBand: Lesson["ageBand"],
  earlier: readonly Pick<PlacedSlot, "date" | "startMinute" | "lessonId">[],
): Lesson | undefined {
  const suitable = lessons.filter((lesson) => lesson.ageBand === ageBand);
  const last = [...earlier]
    .sort((a, b) => b.date.localeCompare(a.date) || b.startMinute - a.startMinute)
    .find(({ lessonId }) => suitable.some(({ id }) => id === lessonId));
  const index = suitable.findIndex(({ id }) => id === last?.lessonId);
  return suitable[(index + 1) % suitable.length] ?? lessons[0];
}
