// Owns what the rotation page asks for: how it begins, and the rules it makes of it. Pure.

import type { ClassId } from "../../../protocol/ids.ts";
import { weeksOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { Room, SchoolClass } from "../../api/rooms.ts";
import type { RotationRules } from "../../api/rotation.ts";
import type { School } from "../../api/school.ts";

export type SpanChoice = {
  readonly name: string;
  /** `year`: all terms of one; `last`: what the rules of the last time said. */
  readonly kind: "term" | "year" | "last";
  readonly fromDate: string;
  readonly untilDate: string;
};

export type RotationForm = Omit<RotationRules, "classes"> & {
  /** 0: not planned. */
  readonly times: Readonly<Record<string, number>>;
};

export const timesChoices = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5] as const;

export function spanChoices(school: School, last: RotationRules | null): SpanChoice[] {
  const choices = school.years.flatMap((year): SpanChoice[] => {
    const weeks = weeksOf(year, school.closures);
    const spanOf = (of: typeof weeks) => ({
      fromDate: of[0]?.monday ?? "",
      untilDate: addDays(of.at(-1)?.monday ?? "2000-01-03", 6),
    });
    const terms = year.terms.map(
      ({ name }): SpanChoice => ({
        name,
        kind: "term",
        ...spanOf(weeks.filter(({ term }) => term === name)),
      }),
    );
    return terms.length < 2 ? terms : [...terms, { name: year.name, kind: "year", ...spanOf(weeks) }];
  });
  const known = choices.some(
    ({ fromDate, untilDate }) => fromDate === last?.fromDate && untilDate === last.untilDate,
  );
  return last === null || known
    ? choices
    : [...choices, { name: "", kind: "last", fromDate: last.fromDate, untilDate: last.untilDate }];
}

/** As the last time, for the classes and rooms there are now; everybody once a week before there was a last time. */
export function beginForm(facts: {
  readonly school: School;
  readonly rooms: readonly Room[];
  readonly classes: readonly SchoolClass[];
  readonly last: RotationRules | null;
  readonly today: string;
}): RotationForm {
  const { school, rooms, classes, last, today } = facts;
  const spans = spanChoices(school, null).filter(({ kind }) => kind === "term");
  const span = spans.find(({ untilDate }) => untilDate >= today) ?? spans[0];
  const kidsmart = rooms.filter(({ kind }) => kind === "kidsmart");
  const stillThere = <Id extends string>(ids: readonly Id[], list: readonly { readonly id: Id }[]): Id[] =>
    ids.filter((id) => list.some((each) => each.id === id));
  const keepsSpan = last !== null && last.untilDate >= today;
  const lastTimes = new Map(last?.classes.map(({ classId, timesAWeek }) => [classId as string, timesAWeek]));
  return {
    fromDate: (keepsSpan ? last.fromDate : span?.fromDate) ?? "",
    untilDate: (keepsSpan ? last.untilDate : span?.untilDate) ?? "",
    roomIds:
      last === null
        ? (kidsmart.length > 0 ? kidsmart : rooms).map(({ id }) => id)
        : stillThere(last.roomIds, rooms),
    periodIds:
      last === null ? school.periods.map(({ id }) => id) : stillThere(last.periodIds, school.periods),
    weekdays: last?.weekdays ?? [1, 2, 3, 4, 5],
    neverAfterLunch: last?.neverAfterLunch ?? true,
    sameAgeTogether: last?.sameAgeTogether ?? true,
    times: Object.fromEntries(classes.map(({ id }) => [id, last === null ? 1 : (lastTimes.get(id) ?? 0)])),
  };
}

export function rulesOf({ times, ...rest }: RotationForm, last: RotationRules | null): RotationRules {
  const lessonIds = new Map(last?.classes.map((each) => [each.classId as string, each.lessonIds]));
  return {
    ...rest,
    classes: Object.entries(times)
      .filter(([, timesAWeek]) => timesAWeek > 0)
      .map(([classId, timesAWeek]) => ({
        // The keys are the ids of the classes.
        classId: classId as ClassId,
        timesAWeek,
        lessonIds: lessonIds.get(classId) ?? [],
      })),
  };
}

/** Slots a week that are wanted, and places that there are without holidays. */
export function demandOf(
  { times, periodIds, roomIds, weekdays, neverAfterLunch }: RotationForm,
  school: School,
) {
  const periods = school.periods.filter(
    ({ id, afterLunch }) => periodIds.includes(id) && !(neverAfterLunch && afterLunch),
  );
  return {
    wanted: Object.values(times).reduce((sum, each) => sum + each, 0),
    places: periods.length * roomIds.length * weekdays.length,
  };
}
