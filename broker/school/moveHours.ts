// Owns moving slots to their period's new hours without making a conflict: whatever would collide refuses the whole change.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../protocol/timetable/placementConflicts.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";
import { tellConflict } from "../timetable/conflictSentence.ts";
import { followHours } from "../timetable/followHours.ts";
import { type PlanningFacts, readPlanningFacts } from "../timetable/planningFacts.ts";
import { lastDay } from "../timetable/publish.ts";
import { placedOf, readDraft, readPublished } from "../timetable/slotRows.ts";
import { ChangeRefused, refuseUse } from "./refused.ts";

/** Nobody reads more of them; the first ones say what to change. */
const toldConflicts = 5;

/**
 * `change` writes the new hours. Runs in a transaction; throws ChangeRefused when slots would collide that did not before.
 * Returns the rooms whose published slots moved.
 */
export async function moveHours(
  query: Kysely<Tables>,
  now: number,
  change: () => Promise<void>,
): Promise<RoomId[]> {
  const before = await conflictsAhead(query, now);
  await change();
  const rooms = await followHours(query, now);
  const made = [...(await conflictsAhead(query, now))].filter(([key]) => !before.has(key));
  if (made.length === 0) return rooms;
  const sentences = [...new Set(made.map(([, sentence]) => sentence))];
  const more = sentences.length - toldConflicts;
  throw new ChangeRefused(
    refuseUse(
      [
        "Giờ mới làm các tiết đã xếp trùng nhau nên chưa có gì thay đổi.",
        ...sentences.slice(0, toldConflicts),
        ...(more > 0 ? [`Còn ${more} chỗ trùng nữa.`] : []),
        "Hãy chuyển các tiết này trong thời khóa biểu hoặc chọn giờ khác.",
      ].join(" "),
    ),
  );
}

/** What is in one another's way from tomorrow on, by who with whom; with its sentence. */
async function conflictsAhead(query: Kysely<Tables>, now: number): Promise<Map<string, string>> {
  const facts = await readPlanningFacts(query, now);
  const ahead = { fromDate: addDays(facts.today, 1), untilDate: lastDay };
  const found = new Map<string, string>();
  for (const read of [readDraft, readPublished]) {
    const rows = await read(query, ahead);
    for (const slots of Map.groupBy(rows.map(placedOf), ({ date }) => date).values())
      for (const slot of slots)
        for (const [key, sentence] of conflictsOfHours(slot, slots, facts))
          found.set(`${read === readDraft ? "draft" : "published"} ${key}`, sentence);
  }
  return found;
}

function* conflictsOfHours(
  slot: PlacedSlot,
  slots: readonly PlacedSlot[],
  facts: PlanningFacts,
): Generator<[string, string]> {
  const { classes, lessons, rules } = facts;
  const conflicts = conflictsOf(slot, {
    slots,
    classAge: (id) => classes.get(id)?.ageBand,
    lessonAge: (id) => lessons.get(id)?.ageBand,
    capMinutes: rules.screenTime.capMinutes,
    dayCapMinutes: rules.screenTime.dayCapMinutes,
    // Hours say nothing about days.
    closures: [],
  });
  for (const conflict of conflicts) {
    if (conflict.kind === "dayCap")
      yield [`${slot.date} ${slot.classId} cap`, tellConflict(slot, conflict, facts)];
    // Each pair is told once, by its earlier one.
    else if ("with" in conflict && slot.id < conflict.with.id)
      yield [`${slot.id} ${conflict.with.id}`, tellConflict(slot, conflict, facts)];
  }
}
