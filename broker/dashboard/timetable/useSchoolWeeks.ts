// Owns the weeks of the school year that a day lies in, as every page of the timetable counts them.
import { useMemo } from "react";
import { type SchoolWeek, weeksOf } from "../../../protocol/timetable/schoolYear.ts";
import type { School } from "../../api/school.ts";
import { useHubQuery } from "../client/hubQuery.ts";

export type SchoolWeeks = {
  readonly school: School | undefined;
  readonly weeks: readonly SchoolWeek[];
  /** Why there is no school yet, when that is because it could not be had. */
  readonly failed: { readonly error: Error; readonly refetch: () => Promise<unknown> } | null;
};

/** Of the year around `monday`; else of the year that runs or comes next. Empty when there is none. */
export function useSchoolWeeks(monday: string): SchoolWeeks {
  const query = useHubQuery("showSchool", {});
  const school = query.data;
  const weeks = useMemo(() => {
    const years = (school?.years ?? []).map((year) => weeksOf(year, school?.closures ?? []));
    const around = years.find((weeks) => weeks.some((week) => week.monday === monday));
    return around ?? years[0] ?? [];
  }, [school, monday]);
  return { school, weeks, failed: query.isError && school === undefined ? query : null };
}
