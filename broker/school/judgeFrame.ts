// Owns the rules of the school's frame: which hours, terms and screen-time limits cannot be. Pure; field → what is wrong.
import {
  type ClosedSpan,
  type Hours,
  mondayOf,
  type SchoolYear,
  type Season,
  weeksOf,
} from "../../protocol/timetable/schoolYear.ts";
import { addDays, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import type { ScreenTime } from "../api/school.ts";

type Fields = Record<string, string>;

type PeriodHours = { readonly name: string } & Readonly<Record<Season, Hours>>;

const seasonNames = { summer: "giờ mùa hè", winter: "giờ mùa đông" } as const;

export function judgePeriods(periods: readonly PeriodHours[]): Fields {
  const fields: Fields = {};
  for (const [place, period] of periods.entries())
    for (const [earlier, other] of periods.slice(0, place).entries()) {
      if (other.name === period.name)
        fields[`periods.${place}.name`] ??= `Trùng tên với tiết thứ ${earlier + 1}`;
      for (const season of ["summer", "winter"] as const) {
        const [a, b] = [period[season], other[season]];
        if (a.startMinute < b.endMinute && b.startMinute < a.endMinute)
          fields[`periods.${place}.${season}.startMinute`] ??=
            `Trùng ${seasonNames[season]} của ${other.name}`;
      }
    }
  return fields;
}

export function judgeTerms(
  year: SchoolYear,
  others: readonly SchoolYear[],
  closures: readonly ClosedSpan[],
): Fields {
  const fields: Fields = {};
  /** First day and day after the last: weeks in which nobody is at school make a term longer. */
  const spanOf = (term: SchoolYear["terms"][number]) => ({
    from: mondayOf(term.fromDate),
    end: addDays(weeksOf({ name: "", terms: [term] }, closures).at(-1)?.monday ?? term.fromDate, 7),
  });
  for (const [place, term] of year.terms.entries()) {
    const span = spanOf(term);
    if (weekdayOfDate(term.fromDate) !== 1)
      fields[`terms.${place}.fromDate`] ??= "Học kỳ bắt đầu vào thứ Hai";
    const earlier = [...year.terms.slice(0, place), ...others.flatMap(({ terms }) => terms)];
    for (const other of earlier) {
      const taken = spanOf(other);
      if (span.from < taken.end && taken.from < span.end)
        fields[`terms.${place}.fromDate`] ??=
          `Trùng với ${other.name} (từ ${tellDay(taken.from)} đến ${tellDay(addDays(taken.end, -1))}, kể cả tuần nghỉ)`;
    }
    const before = year.terms[place - 1];
    if (before !== undefined && before.fromDate >= term.fromDate)
      fields[`terms.${place}.fromDate`] ??= `Phải sau ${before.name}`;
  }
  return fields;
}

const tellDay = (date: string) => date.split("-").reverse().map(Number).join("/");

/** Under-fives are at a screen for at most an hour a day. */
const underFivesDayMinutes = 60;

export function judgeScreenTime({ capMinutes, dayCapMinutes }: ScreenTime): Fields {
  const fields: Fields = {};
  for (const band of ["3-4", "4-5", "5-6"] as const) {
    const field = `screenTime.dayCapMinutes.${band}`;
    if (dayCapMinutes[band] < capMinutes[band])
      fields[field] = `Không được ít hơn một buổi chơi (${capMinutes[band]} phút)`;
    else if (band !== "5-6" && dayCapMinutes[band] > underFivesDayMinutes)
      fields[field] = "Trẻ dưới 5 tuổi không quá 60 phút một ngày";
  }
  return fields;
}
