// Owns finding which slots are in one another's way from tomorrow on, so that a change of the frame can tell what it would make.
import type { Kysely } from "kysely";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../protocol/timetable/placementConflicts.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { tellConflict } from "../timetable/conflictSentence.ts";
import { type PlanningFacts, readPlanningFacts } from "../timetable/planningFacts.ts";
import { lastDay, placedOf, readDraft, readPublished } from "../timetable/slotRows.ts";

export type ConflictAhead = {
  readonly kind: "dayCap" | "overlap";
  readonly date: string;
  readonly className: string;
  readonly sentence: string;
};

/** By who with whom, in draft and published slots. */
export async function conflictsAhead(
  query: Kysely<Tables>,
  now: number,
): Promise<Map<string, ConflictAhead>> {
  const facts = await readPlanningFacts(query, now);
  const ahead = { fromDate: addDays(facts.today, 1), untilDate: lastDay };
  const found = new Map<string, ConflictAhead>();
  for (const read of [readDraft, readPublished]) {
    const rows = await read(query, ahead);
    for (const slots of Map.groupBy(rows.map(placedOf), ({ date }) => date).values())
      for (const slot of slots)
        for (const [key, conflict] of conflictsOfSlot(slot, slots, facts))
          found.set(`${read === readDraft ? "draft" : "published"} ${key}`, conflict);
  }
  return found;
}

function* conflictsOfSlot(
  slot: PlacedSlot,
  slots: readonly PlacedSlot[],
  facts: PlanningFacts,
): Generator<[string, ConflictAhead]> {
  const { classes, lessons, rules } = facts;
  const conflicts = conflictsOf(slot, {
    slots,
    classAge: (id) => classes.get(id)?.ageBand,
    lessonAge: (id) => lessons.get(id)?.ageBand,
    capMinutes: rules.screenTime.capMinutes,
    dayCapMinutes: rules.screenTime.dayCapMinutes,
    // The frame's hours and limits say nothing about days.
    closures: [],
  });
  for (const conflict of conflicts) {
    const className = classes.get(slot.classId)?.name ?? "Một lớp";
    const told = { date: slot.date, className, sentence: tellConflict(slot, conflict, facts) };
    if (conflict.kind === "dayCap") yield [`${slot.date} ${slot.classId} cap`, { kind: "dayCap", ...told }];
    // Each pair is told once, by its earlier one.
    else if ("with" in conflict && slot.id < conflict.with.id)
      yield [`${slot.id} ${conflict.with.id}`, { kind: "overlap", ...told }];
  }
}
