// Owns an example school for tests and the benchmark of the rotation: three ages, holidays, Tết, summer and winter hours.
import type { AgeBand } from "../../../protocol/game.ts";
import type { ClassId, LessonId, PeriodId, RoomId, SlotId } from "../../../protocol/ids.ts";
import { weeksOf } from "../../../protocol/timetable/schoolYear.ts";
import type { RotationFacts } from "./rotationFacts.ts";

const idOf = (kind: number, place: number) =>
  `0190a1b2-000${kind}-7000-8000-${place.toString(16).padStart(12, "0")}`;
export const exampleRoom = (place: number) => idOf(1, place) as RoomId;
export const exampleClass = (place: number) => idOf(2, place) as ClassId;
export const exampleLesson = (place: number) => idOf(3, place) as LessonId;
export const examplePeriod = (place: number) => idOf(4, place) as PeriodId;

/** Ids in a row: the same run gives the same ones. */
export function makeExampleIds(kind = 5): () => SlotId {
  let next = 0;
  return () => idOf(kind, next++) as SlotId;
}

const ages: readonly AgeBand[] = ["3-4", "4-5", "5-6"];
const starts = [8 * 60, 8 * 60 + 45, 9 * 60 + 30, 14 * 60, 15 * 60];

export type ExampleSize = {
  readonly classes: number;
  readonly rooms: number;
  readonly timesAWeek?: number;
  readonly seed?: number;
};

/** 35 weeks from September, as a whole year of 2026–2027 with its holidays. */
export function exampleTerm({ classes, rooms, timesAWeek = 1, seed = 1 }: ExampleSize): RotationFacts {
  const closures = [
    { fromDate: "2026-11-20", untilDate: "2026-11-20", reason: "Ngày Nhà giáo" },
    { fromDate: "2027-01-01", untilDate: "2027-01-01", reason: "Tết Dương lịch" },
    { fromDate: "2027-02-01", untilDate: "2027-02-12", reason: "Tết Nguyên đán" },
    { fromDate: "2027-04-16", untilDate: "2027-04-16", reason: "Giỗ Tổ" },
    { fromDate: "2027-04-30", untilDate: "2027-05-03", reason: "30/4 và 1/5" },
  ];
  const year = {
    name: "2026–2027",
    terms: [
      { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 18 },
      { name: "Học kỳ II", fromDate: "2027-01-11", weeks: 17 },
    ],
  };
  const places = (count: number) => Array.from({ length: count }, (_, place) => place);
  return {
    rules: {
      fromDate: "2026-09-07",
      untilDate: "2027-05-31",
      roomIds: places(rooms).map(exampleRoom),
      periodIds: places(5).map(examplePeriod),
      weekdays: [1, 2, 3, 4, 5],
      classes: places(classes).map((place) => ({ classId: exampleClass(place), timesAWeek, lessonIds: [] })),
      neverAfterLunch: true,
      sameAgeTogether: true,
    },
    weeks: weeksOf(year, closures).flatMap(({ monday, number }) =>
      number === null ? [] : [{ monday, number }],
    ),
    earliestDate: "2026-09-01",
    closures,
    winter: { from: "10-16", until: "04-15" },
    periods: starts.map((startMinute, place) => ({
      id: examplePeriod(place),
      name: `Tiết ${place + 1}`,
      summer: { startMinute, endMinute: startMinute + 30 },
      winter: { startMinute: startMinute + 15, endMinute: startMinute + 45 },
      afterLunch: place === 3,
    })),
    classes: places(classes).map((place) => ({
      id: exampleClass(place),
      ageBand: ages[Math.floor((place * 3) / classes)] as AgeBand,
    })),
    lessons: places(24).map((place) => ({ id: exampleLesson(place), ageBand: ages[place % 3] as AgeBand })),
    slots: [],
    screenTime: {
      capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
      dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
    },
    seed,
  };
}
