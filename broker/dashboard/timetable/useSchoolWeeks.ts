// Owns the weeks of the school year that a day lies in, as every page of the timetable counts them.
import { useMemo } from "react";
import { type SchoolWeek, weeksOf } from "../../../protocol/timetable/schoolYear.ts";
import type { School } from "../../api/school.ts";
import { useHubQuery } from "../client/hubQuery.ts";

export type SchoolWeeks = { readonly school: School | undefined; readonly weeks: readonly SchoolWeek[] };

/** Of the year around `monday`; else of the year that runs or comes next. Empty when there is none. */
export function useSchoolWeeks(monday: string): SchoolWeeks {
  const { data: school } = useHubQuery("showSchool", {});
  return useMemo(() => {
    const years = (school?.years ?? []).map((year) => weeksOf(year, school?.closures ?? []));
    const around = years.find((weeks) => weeks.some((week) => week.monday === monday));
    return { school, weeks: around ?? years[0] ?? [] };
  }, [school, monday]);
}
