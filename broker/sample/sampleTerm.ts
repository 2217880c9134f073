// Owns the sample school's planned term: classes take turns through the room's periods, each with lessons of its age. Pure but for ids.
import { v7 } from "uuid";
import type { AgeBand } from "../../protocol/game.ts";
import {
  type ClosedSpan,
  isClosed,
  type SchoolYear,
  seasonOn,
  weeksOf,
} from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import { initialWinter } from "../school/settings.ts";
import type { PeriodTable, PublishedSlotTable } from "../store/schema.ts";
import { workdays } from "./sampleData.ts";

export type SampleTermFacts = {
  readonly roomId: string;
  readonly year: SchoolYear;
  readonly periods: readonly PeriodTable[];
  readonly closures: readonly ClosedSpan[];
  readonly classes: readonly { readonly id: string; readonly ageBand: AgeBand }[];
  readonly lessons: readonly { readonly id: string; readonly ageBand: AgeBand }[];
  readonly today: LocalDate;
};

/** The term that `today` is in; the first one before the year begins, the last one after it ended. */
export function sampleTerm(facts: SampleTermFacts): PublishedSlotTable[] {
  const { roomId, year, periods, closures, classes, lessons, today } = facts;
  const weeks = weeksOf(year, closures);
  const begun = weeks.filter(({ monday }) => monday <= today).at(-1) ?? weeks[0];
  const slots: PublishedSlotTable[] = [];
  for (const { monday } of weeks.filter(({ term, number }) => term === begun?.term && number !== null))
    for (const weekday of workdays)
      for (const [place, period] of periods.entries()) {
        const date = addDays(monday, weekday - 1);
        if (isClosed(date, closures)) continue;
        const turn = (weekday - 1) * periods.length + place;
        const schoolClass = classes[turn % classes.length];
        const suited = lessons.filter(({ ageBand }) => ageBand === schoolClass?.ageBand);
        const lesson = suited[Math.floor(turn / classes.length) % suited.length];
        if (schoolClass === undefined || lesson === undefined) continue;
        const winter = seasonOn(date, initialWinter) === "winter";
        slots.push({
          id: v7(),
          roomId,
          date,
          periodId: period.id,
          startMinute: winter ? period.winterStart : period.summerStart,
          endMinute: winter ? period.winterEnd : period.summerEnd,
          classId: schoolClass.id,
          lessonId: lesson.id,
        });
      }
  return slots;
}
