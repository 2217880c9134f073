// Owns what may stand in the way of a slot: the same rule for the hub that refuses and the grid that explains while somebody drags. Pure.
import type { AgeBand } from "../game.ts";
import type { ClassId, LessonId } from "../ids.ts";
import type { PlacedSlot } from "./placedSlot.ts";
import { type ClosedSpan, isClosed } from "./schoolYear.ts";

export type ConflictFacts = {
  /** All slots of the school on the day of the wanted one; the wanted one's own earlier self may be among them. */
  readonly slots: readonly PlacedSlot[];
  readonly classAge: (id: ClassId) => AgeBand | undefined;
  readonly lessonAge: (id: LessonId) => AgeBand | undefined;
  /** Longest screen time a class may have on a day, minutes. */
  readonly dayCapMinutes: Readonly<Record<AgeBand, number>>;
  /** Longest session, minutes: a longer slot counts as this much screen time. */
  readonly capMinutes: Readonly<Record<AgeBand, number>>;
  readonly closures: readonly ClosedSpan[];
};

/** `refused` conflicts cannot be saved; `warned` ones are the planner's to decide. */
export type PlacementConflict =
  | { readonly kind: "roomTaken" | "classTwice"; readonly weight: "refused"; readonly with: PlacedSlot }
  | {
      readonly kind: "dayCap";
      readonly weight: "refused";
      /** Of the whole day with the wanted slot, minutes. */
      readonly minutes: number;
      readonly capMinutes: number;
    }
  | {
      readonly kind: "lessonAge";
      readonly weight: "warned";
      readonly classAge: AgeBand;
      readonly lessonAge: AgeBand;
    }
  | { readonly kind: "closed"; readonly weight: "warned" };

/** Everything in the way of `wanted`, worst first; empty when it fits. Slots that only touch are no conflict. */
export function conflictsOf(wanted: PlacedSlot, facts: ConflictFacts): PlacementConflict[] {
  const others = facts.slots.filter(({ id, date }) => id !== wanted.id && date === wanted.date);
  const meeting = others.filter(
    ({ startMinute, endMinute }) => wanted.startMinute < endMinute && startMinute < wanted.endMinute,
  );
  const found: PlacementConflict[] = [];
  for (const other of meeting)
    if (other.roomId === wanted.roomId) found.push({ kind: "roomTaken", weight: "refused", with: other });
    else if (other.classId === wanted.classId)
      found.push({ kind: "classTwice", weight: "refused", with: other });

  const classAge = facts.classAge(wanted.classId);
  if (classAge !== undefined) {
    const screenMinutes = ({ startMinute, endMinute }: PlacedSlot) =>
      Math.min(endMinute - startMinute, facts.capMinutes[classAge]);
    const minutes = others
      .filter(({ classId }) => classId === wanted.classId)
      .reduce((sum, slot) => sum + screenMinutes(slot), screenMinutes(wanted));
    const capMinutes = facts.dayCapMinutes[classAge];
    if (minutes > capMinutes) found.push({ kind: "dayCap", weight: "refused", minutes, capMinutes });
    const lessonAge = facts.lessonAge(wanted.lessonId);
    if (lessonAge !== undefined && lessonAge !== classAge)
      found.push({ kind: "lessonAge", weight: "warned", classAge, lessonAge });
  }
  if (isClosed(wanted.date, facts.closures)) found.push({ kind: "closed", weight: "warned" });
  return found;
}
