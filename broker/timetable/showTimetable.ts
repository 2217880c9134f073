// Owns what people see of the timetable: a week of all rooms, a span of days, and what of the draft is not published.
import { type Kysely, sql } from "kysely";
import { isClosed, mondayOf, seasonOn } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import { lesson, room, schoolClass } from "../api/rooms.ts";
import { period } from "../api/school.ts";
import type { DraftWeek, Week } from "../api/timetable.ts";
import { readableRows } from "../store/readJson.ts";
import type { PeriodTable, Tables } from "../store/schema.ts";
import { readAhead, type SchoolTime } from "./begun.ts";
import { differences } from "./draftDifference.ts";
import { type PlanningFacts, readPlanningFacts } from "./planningFacts.ts";
import { readSchoolWeeks, schoolWeekOf } from "./schoolWeeks.ts";
import { type DateSpan, findSlots, placedOf } from "./slotRows.ts";
import { daysAsSeen, type View } from "./weekAsPlanned.ts";

type Reading = { readonly query: Kysely<Tables>; readonly clock: { now(): number } };

export async function showWeek({ query, clock }: Reading, date: LocalDate, view: View): Promise<Week> {
  const facts = await readPlanningFacts(query, clock.now());
  const monday = mondayOf(date);
  const { slots, removed } = await daysAsSeen(query, spanOfWeek(monday), { view, now: facts });
  const closures = facts.closures.map(({ fromDate, untilDate, reason }) => ({ fromDate, untilDate, reason }));
  const school = schoolWeekOf(await readSchoolWeeks(query, facts.closures), monday);
  // What the week shows, even if it was archived since.
  const shownClasses = new Set<string>([...slots, ...removed].map(({ classId }) => classId));
  const shownLessons = new Set<string>([...slots, ...removed].map(({ lessonId }) => lessonId));
  const classes = await query.selectFrom("schoolClass").orderBy("position").selectAll().execute();
  const lessons = await query.selectFrom("lesson").orderBy("title").selectAll().execute();
  return {
    zone: facts.zone,
    monday,
    number: school?.number ?? null,
    term: school?.term ?? null,
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => describeDay(addDays(monday, day), facts)),
    periods: [...facts.periods.values()].sort((a, b) => a.position - b.position).map(periodOf),
    rooms: room.array().parse(await query.selectFrom("room").orderBy("position").selectAll().execute()),
    classes: readableRows(
      schoolClass,
      classes.filter(({ id, archivedAt }) => archivedAt === null || shownClasses.has(id)),
    ),
    lessons: readableRows(
      lesson,
      lessons.filter(({ id, archivedAt }) => archivedAt === null || shownLessons.has(id)),
    ),
    closures,
    screenTime: facts.rules.screenTime,
    slots,
    removed,
    unpublished: view === "draft" ? await countUnpublished(query, facts) : 0,
  };
}

export type SpanWish = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly roomId?: string | undefined;
  readonly classId?: string | undefined;
};

export async function showSpan(
  { query, clock }: Reading,
  { from, until, roomId, classId }: SpanWish,
  view: View,
) {
  const facts = await readPlanningFacts(query, clock.now());
  const { closures } = facts;
  const { slots } = await daysAsSeen(query, { fromDate: from, untilDate: until }, { view, now: facts });
  const weeks = await readSchoolWeeks(query, closures);
  return {
    slots: slots
      .filter((slot) => roomId === undefined || slot.roomId === roomId)
      .filter((slot) => classId === undefined || slot.classId === classId)
      .map(placedOf)
      .sort((a, b) => (a.date === b.date ? a.startMinute - b.startMinute : a.date < b.date ? -1 : 1)),
    closures: closures
      .filter(({ fromDate, untilDate }) => fromDate <= until && from <= untilDate)
      .map(({ fromDate, untilDate, reason }) => ({ fromDate, untilDate, reason })),
    weeks: weeks.filter(({ monday }) => mondayOf(from) <= monday && monday <= until),
  };
}

/** By the week in which a slot is now; one that was removed, by the week in which it was. */
export async function listDraft({ query, clock }: Reading): Promise<DraftWeek[]> {
  const facts = await readPlanningFacts(query, clock.now());
  const { draft: drafted, published: held } = await readAhead(query, facts);
  const pairs = differences(drafted, held);
  const removedBy = await findSlots(
    query,
    "removedSlot",
    pairs.flatMap(({ id, draft }) => (draft ? [] : [id])),
  );
  const schoolWeeks = await readSchoolWeeks(query, facts.closures);
  const weeks = new Map<LocalDate, DraftWeek>();
  for (const { id, draft, published } of pairs) {
    const place = draft ?? published;
    if (place === undefined) continue;
    const monday = mondayOf(place.date);
    const week = weeks.get(monday) ?? {
      monday,
      number: schoolWeekOf(schoolWeeks, monday)?.number ?? null,
      changes: [],
    };
    weeks.set(monday, week);
    week.changes.push({
      kind: draft === undefined ? "removed" : published === undefined ? "added" : "changed",
      before: published === undefined ? null : placedOf(published),
      now: draft === undefined ? null : placedOf(draft),
      by: draft?.changedBy ?? removedBy.get(id)?.changedBy ?? "",
    });
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** As `differences` counts them, without reading a term of rows for each look at a week. */
async function countUnpublished(query: Kysely<Tables>, { today, minute }: SchoolTime): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT
      (SELECT count(*) FROM slot d
        LEFT JOIN "publishedSlot" p ON p.id = d.id AND (p.date > ${today} OR (p.date = ${today} AND p."startMinute" > ${minute}))
        WHERE (d.date > ${today} OR (d.date = ${today} AND (d."startMinute" > ${minute} OR NOT EXISTS
          (SELECT 1 FROM "publishedSlot" b
            WHERE b.id = d.id AND b.date = ${today} AND b."startMinute" <= ${minute})))) AND (p.id IS NULL OR p."roomId" <> d."roomId" OR p.date <> d.date
          OR coalesce(p."periodId", '') <> coalesce(d."periodId", '') OR p."startMinute" <> d."startMinute"
          OR p."endMinute" <> d."endMinute" OR p."classId" <> d."classId" OR p."lessonId" <> d."lessonId"))
      + (SELECT count(*) FROM "publishedSlot" p
        LEFT JOIN slot d ON d.id = p.id AND d.date >= ${today}
        WHERE (p.date > ${today} OR (p.date = ${today} AND p."startMinute" > ${minute})) AND d.id IS NULL) AS count`.execute(
    query,
  );
  return Number(rows[0]?.count ?? 0);
}

function describeDay(date: LocalDate, { rules, closures }: PlanningFacts): Week["days"][number] {
  const closure = closures.find((each) => isClosed(date, [each]));
  return { date, season: seasonOn(date, rules.winter), closed: closure?.reason ?? null };
}

const periodOf = ({ id, name, afterLunch, ...hours }: PeriodTable) =>
  period.parse({
    id,
    name,
    summer: { startMinute: hours.summerStart, endMinute: hours.summerEnd },
    winter: { startMinute: hours.winterStart, endMinute: hours.winterEnd },
    afterLunch: afterLunch === 1,
  });

const spanOfWeek = (monday: LocalDate): DateSpan => ({ fromDate: monday, untilDate: addDays(monday, 6) });
