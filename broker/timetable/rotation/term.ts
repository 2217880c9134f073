// Owns the places of a term: every period of every open day in every room, in the order in which children would come.
import type { PeriodId, RoomId } from "../../../protocol/ids.ts";
import { isClosed, seasonOn } from "../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { RotationFacts } from "./rotationFacts.ts";

const noonMinute = 12 * 60;
const dayMs = 86_400_000;

/** Days since 1970: gaps are differences of it. */
export const dayNumberOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** One period of one day in one room. */
export type Cell = {
  readonly date: LocalDate;
  readonly dayNumber: number;
  readonly weekday: number;
  /** Place in `Term.weeks`. */
  readonly week: number;
  /** Place in `Term.strips`. */
  readonly strip: number;
  readonly room: number;
  readonly roomId: RoomId;
  /** Place in the list of periods. */
  readonly period: number;
  readonly periodId: PeriodId;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly morning: boolean;
};

/** A room's day. */
export type Strip = {
  readonly week: number;
  readonly day: number;
  readonly room: number;
  readonly cells: readonly Cell[];
};

export type Term = {
  readonly fromDate: LocalDate;
  readonly untilDate: LocalDate;
  readonly weeks: readonly {
    readonly monday: LocalDate;
    readonly number: number;
    readonly openDays: number;
  }[];
  readonly strips: readonly Strip[];
  /** Strips of each week. */
  readonly stripsOf: readonly (readonly Strip[])[];
  readonly cellAt: (roomId: RoomId, date: LocalDate, periodId: PeriodId) => Cell | undefined;
};

export function layOutTerm(facts: RotationFacts): Term {
  const { rules, closures, winter } = facts;
  const fromDate = laterOf(rules.fromDate, facts.earliestDate);
  const { untilDate } = rules;
  const periods = facts.periods
    .map((period, place) => ({ period, place }))
    .filter(({ period }) => rules.periodIds.includes(period.id))
    .filter(({ period }) => !(rules.neverAfterLunch && period.afterLunch));
  const weekdays = [...new Set(rules.weekdays)].sort((a, b) => a - b);
  const roomIds = [...new Set(rules.roomIds)];

  const weeks: Term["weeks"][number][] = [];
  const strips: Strip[] = [];
  const byKey = new Map<string, Cell>();
  for (const { monday, number } of facts.weeks) {
    const inSpan = weekdays
      .map((weekday) => ({ weekday, date: addDays(monday, weekday - 1) }))
      .filter(({ date }) => fromDate <= date && date <= untilDate);
    // A week of which nothing is left to plan asks for nothing.
    if (inSpan.length === 0) continue;
    const open = inSpan.filter(({ date }) => !isClosed(date, closures));
    const week = weeks.length;
    weeks.push({ monday, number, openDays: open.length });
    for (const [day, { weekday, date }] of open.entries()) {
      const season = seasonOn(date, winter);
      for (const [room, roomId] of roomIds.entries()) {
        const strip = strips.length;
        const cells = periods
          .map(({ period, place }): Cell => {
            const { startMinute, endMinute } = period[season];
            return {
              date,
              dayNumber: dayNumberOf(date),
              weekday,
              week,
              strip,
              room,
              roomId,
              period: place,
              periodId: period.id,
              startMinute,
              endMinute,
              morning: startMinute < noonMinute,
            };
          })
          .sort((a, b) => a.startMinute - b.startMinute);
        for (const cell of cells) byKey.set(`${roomId} ${date} ${cell.periodId}`, cell);
        strips.push({ week, day, room, cells });
      }
    }
  }
  const stripsOf = weeks.map((): Strip[] => []);
  for (const strip of strips) stripsOf[strip.week]?.push(strip);
  return {
    fromDate,
    untilDate,
    weeks,
    strips,
    stripsOf,
    cellAt: (roomId, date, periodId) => byKey.get(`${roomId} ${date} ${periodId}`),
  };
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  if (a < b) return b;
  return a;
}
