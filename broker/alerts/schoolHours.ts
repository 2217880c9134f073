// Owns when school is on today: from the first to the last thing of the day, on days that are not closed.
import type { Kysely } from "kysely";
import { z } from "zod";
import { dayActivity } from "../../protocol/documents/classroom.ts";
import { isClosed, seasonOn } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { instantOf, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import { readSetting } from "../school/settings.ts";
import { readJson } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import { dayAt, usableZone } from "../timetable/schoolDay.ts";

export type Hours = { readonly startAt: number; readonly endAt: number };

export type SchoolHours = {
  /** Of the day of `now`; null on a day without school. */
  on(now: number): Promise<Hours | null>;
  /** Periods, closures, the day of an age or slots changed. */
  forget(): void;
};

export function makeSchoolHours(query: Kysely<Tables>, zone: () => string): SchoolHours {
  let known: { readonly date: LocalDate; readonly hours: Hours | null } | undefined;
  return {
    async on(now) {
      const place = usableZone(zone());
      const date = dayAt(now, place);
      if (known?.date !== date) known = { date, hours: await readHours(query, date, place) };
      return known.hours;
    },
    forget() {
      known = undefined;
    },
  };
}

async function readHours(query: Kysely<Tables>, date: LocalDate, zone: string): Promise<Hours | null> {
  const closures = await query.selectFrom("closure").selectAll().execute();
  if (isClosed(date, closures)) return null;
  const slots = await query
    .selectFrom("publishedSlot")
    .where("date", "=", date)
    .select(["startMinute", "endMinute"])
    .execute();
  // Saturdays and Sundays count when something is planned on them.
  if (weekdayOfDate(date) > 5 && slots.length === 0) return null;
  const season = seasonOn(date, await readSetting(query, "winter"));
  const periods = await query.selectFrom("period").selectAll().execute();
  const days = await query.selectFrom("dayPlan").select("activities").execute();
  const spans = [
    ...slots,
    ...periods.map((row) =>
      season === "summer"
        ? { startMinute: row.summerStart, endMinute: row.summerEnd }
        : { startMinute: row.winterStart, endMinute: row.winterEnd },
    ),
    ...days.flatMap(({ activities }) => {
      const read = readJson(activities, z.array(dayActivity));
      return read.ok ? read.value : [];
    }),
  ];
  if (spans.length === 0) return null;
  const at = (minute: number) => instantOf(date, minute, zone);
  return {
    startAt: at(Math.min(...spans.map(({ startMinute }) => startMinute))),
    endAt: at(Math.max(...spans.map(({ endMinute }) => endMinute))),
  };
}
