// Owns which lesson each slot has: a class goes through its lessons in order and begins again, over holidays and hand-made slots.
import type { LessonId } from "../../../protocol/ids.ts";
import type { Wish } from "./ledger.ts";
import type { Placed } from "./planWeeks.ts";
import type { RotationFacts } from "./rotationFacts.ts";

/** The lesson of each placed slot; a class for whose age there is no lesson is absent. */
export function lessonsInOrder(
  facts: RotationFacts,
  wishes: readonly Wish[],
  placed: readonly Placed[],
  fixed: RotationFacts["slots"],
): Map<Placed, LessonId> {
  const chosen = new Map<Placed, LessonId>();
  const placedBy = Map.groupBy(placed, ({ wish }) => wish);
  const fixedBy = Map.groupBy(fixed, ({ classId }) => classId);
  for (const [wish, { classId }] of wishes.entries()) {
    const order = lessonsOf(facts, wishes[wish] as Wish);
    if (order.length === 0) continue;
    const own = [
      ...(placedBy.get(wish) ?? []).map((slot) => ({ ...slot.cell, slot, lessonId: undefined })),
      ...(fixedBy.get(classId) ?? []).map((slot) => ({ ...slot, slot: undefined })),
    ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.startMinute - b.startMinute));
    let next = 0;
    for (const { slot, lessonId } of own) {
      if (slot !== undefined) {
        chosen.set(slot, order[next % order.length] as LessonId);
        next++;
        continue;
      }
      // What was planned by hand counts: the class goes on after it.
      const at = order.indexOf(lessonId as LessonId);
      if (at >= 0) next = at + 1;
    }
  }
  return chosen;
}

export function lessonsOf(
  { rules, lessons }: RotationFacts,
  { classId, ageBand }: Pick<Wish, "classId" | "ageBand">,
): readonly LessonId[] {
  const own = rules.classes.find((each) => each.classId === classId)?.lessonIds ?? [];
  const known = own.filter((id) => lessons.some((lesson) => lesson.id === id));
  return known.length > 0
    ? known
    : lessons.filter((lesson) => lesson.ageBand === ageBand).map(({ id }) => id);
}
