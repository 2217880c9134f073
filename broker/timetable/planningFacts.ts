// Owns what a planner's change is judged by: the day, the school's rules and closures, its rooms, classes, lessons and periods.
import type { Kysely } from "kysely";
import { type AgeBand, ageBand } from "../../protocol/game.ts";
import type { Hours } from "../../protocol/timetable/schoolYear.ts";
import { seasonOn } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { ClosureTable, PeriodTable, Tables } from "../store/schema.ts";
import { timeAt } from "./schoolDay.ts";
import { readSchoolRules, type SchoolRules } from "./schoolRules.ts";

type Named = { readonly name: string; readonly archived: boolean };
type Aged = Named & { readonly ageBand: AgeBand };

export type PlanningFacts = {
  readonly zone: string;
  /** By the school's calendar. What was before cannot be changed. */
  readonly today: LocalDate;
  /** How much of today is over, in minutes: what has begun by now cannot be changed either. */
  readonly minute: number;
  readonly rules: SchoolRules;
  readonly closures: readonly ClosureTable[];
  readonly rooms: ReadonlyMap<string, Named>;
  readonly classes: ReadonlyMap<string, Aged>;
  readonly lessons: ReadonlyMap<string, Aged>;
  readonly periods: ReadonlyMap<string, PeriodTable>;
};

export async function readPlanningFacts(query: Kysely<Tables>, now: number): Promise<PlanningFacts> {
  const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
  const rooms = await query.selectFrom("room").select(["id", "name"]).execute();
  const classes = await query
    .selectFrom("schoolClass")
    .select(["id", "name", "ageBand", "archivedAt"])
    .execute();
  const lessons = await query.selectFrom("lesson").select(["id", "title", "ageBand", "archivedAt"]).execute();
  const periods = await query.selectFrom("period").selectAll().execute();
  const aged = (name: string, row: { ageBand: AgeBand; archivedAt: number | null }): Aged => ({
    name,
    ageBand: row.ageBand,
    archived: row.archivedAt !== null,
  });
  const { date: today, minute } = timeAt(now, zone);
  return {
    zone,
    today,
    minute,
    rules: await readSchoolRules(query),
    closures: await query.selectFrom("closure").orderBy("fromDate").selectAll().execute(),
    rooms: new Map(rooms.map(({ id, name }) => [id, { name, archived: false }])),
    classes: new Map(classes.filter(isAged).map((row) => [row.id, aged(row.name, row)])),
    lessons: new Map(lessons.filter(isAged).map((row) => [row.id, aged(row.title, row)])),
    periods: new Map(periods.map((row) => [row.id, row])),
  };
}

/** A period's hours on a day; undefined when there is no such period. */
export function hoursOn(
  facts: Pick<PlanningFacts, "periods" | "rules">,
  periodId: string,
  date: LocalDate,
): Hours | undefined {
  const period = facts.periods.get(periodId);
  if (period === undefined) return undefined;
  return seasonOn(date, facts.rules.winter) === "winter"
    ? { startMinute: period.winterStart, endMinute: period.winterEnd }
    : { startMinute: period.summerStart, endMinute: period.summerEnd };
}

/** Only parsed age bands are ever written; a row that was damaged since is left out. */
const isAged = <Row extends { readonly ageBand: string }>(
  row: Row,
): row is Row & { readonly ageBand: AgeBand } => ageBand.safeParse(row.ageBand).success;
