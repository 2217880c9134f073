// Owns gathering what the rotation is planned from.
import type { Kysely } from "kysely";
import type { AgeBand } from "../../../protocol/game.ts";
import type { ClassId, LessonId, PeriodId } from "../../../protocol/ids.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { RotationRules } from "../../api/rotation.ts";
import type { Tables } from "../../store/schema.ts";
import { dayAt } from "../schoolDay.ts";
import { readSchoolRules } from "../schoolRules.ts";
import { readSchoolWeeks } from "../schoolWeeks.ts";
import { placedOf, readDraft } from "../slotRows.ts";
import type { RotationFacts } from "./rotationFacts.ts";

/** Far enough back to know where each class is in its lessons. */
const daysBack = 60;

/** The same for every run: whoever tries twice with the same rules sees the same plan. */
const seed = 1;

/** `revisions`: of the slots as they were read, for the writer that asks whether they still are. */
export async function readRotationFacts(
  query: Kysely<Tables>,
  rules: RotationRules,
  now: number,
): Promise<{ facts: RotationFacts; revisions: ReadonlyMap<string, number> }> {
  const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
  const { winter, screenTime } = await readSchoolRules(query);
  const closures = await query.selectFrom("closure").orderBy("fromDate").selectAll().execute();
  const weeks = await readSchoolWeeks(query, closures);
  const periods = await query.selectFrom("period").orderBy("position").selectAll().execute();
  const classes = await query
    .selectFrom("schoolClass")
    .where("archivedAt", "is", null)
    .orderBy("position")
    .select(["id", "ageBand"])
    .execute();
  const lessons = await query
    .selectFrom("lesson")
    .where("archivedAt", "is", null)
    .orderBy("title")
    .select(["id", "ageBand"])
    .execute();
  const rows = await readDraft(query, {
    fromDate: addDays(rules.fromDate, -daysBack),
    untilDate: rules.untilDate,
  });
  const facts: RotationFacts = {
    rules,
    weeks: weeks.flatMap(({ monday, number }) => (number === null ? [] : [{ monday, number }])),
    // A lesson of today may be running: the plan begins tomorrow.
    earliestDate: addDays(dayAt(now, zone), 1),
    closures: closures.map(({ fromDate, untilDate }) => ({ fromDate, untilDate })),
    winter,
    periods: periods.map((row) => ({
      id: row.id as PeriodId,
      name: row.name,
      summer: { startMinute: row.summerStart, endMinute: row.summerEnd },
      winter: { startMinute: row.winterStart, endMinute: row.winterEnd },
      afterLunch: row.afterLunch === 1,
    })),
    // Only parsed ids and age bands are ever written.
    classes: classes.map(({ id, ageBand }) => ({ id: id as ClassId, ageBand: ageBand as AgeBand })),
    lessons: lessons.map(({ id, ageBand }) => ({ id: id as LessonId, ageBand: ageBand as AgeBand })),
    slots: rows.map(placedOf),
    screenTime,
    seed,
  };
  return { facts, revisions: new Map(rows.map(({ id, revision }) => [id, revision])) };
}
