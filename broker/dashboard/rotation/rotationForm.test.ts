import { expect, test } from "vitest";
import type { ClassId, PeriodId, RoomId } from "../../../protocol/ids.ts";
import type { RotationRules } from "../../api/rotation.ts";
import type { School } from "../../api/school.ts";
import { beginForm, demandOf, rulesOf, spanChoices } from "./rotationForm.ts";

const hours = { startMinute: 480, endMinute: 510 };
const period = (id: string, afterLunch = false) => ({
  id: id as PeriodId,
  name: id,
  summer: hours,
  winter: hours,
  afterLunch,
});
const school: School = {
  name: "Trường Thử",
  zone: "Asia/Ho_Chi_Minh",
  years: [
    {
      id: "year",
      name: "2026–2027",
      terms: [
        { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 18 },
        { name: "Học kỳ II", fromDate: "2027-01-11", weeks: 17 },
      ],
    },
  ],
  periods: [period("p1"), period("p2", true)],
  winter: { from: "10-16", until: "04-15" },
  closures: [{ id: "c", fromDate: "2027-02-01", untilDate: "2027-02-05", reason: "Tết" }],
  screenTime: {
    capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
    dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
    breakEveryMinutes: 10,
  },
};
const room = (id: string, kind: "kidsmart" | "classroom") => ({ id: id as RoomId, name: id, kind });
const rooms = [room("r1", "kidsmart"), room("r2", "classroom")];
const schoolClass = (id: string) => ({
  id: id as ClassId,
  name: id,
  emblem: "panda",
  ageBand: "4-5" as const,
  children: null,
  homeRoomId: null,
});
const classes = [schoolClass("a"), schoolClass("b")];
const begin = (last: RotationRules | null, today = "2026-11-24") =>
  beginForm({ school, rooms, classes, last, today });

test("the first time it offers the term that runs, the Kidsmart rooms, and everybody once a week", () => {
  expect(begin(null)).toMatchObject({
    fromDate: "2026-09-07",
    untilDate: "2027-01-10",
    roomIds: ["r1"],
    periodIds: ["p1", "p2"],
    weekdays: [1, 2, 3, 4, 5],
    times: { a: 1, b: 1 },
  });
  expect(begin(null, "2027-01-11").fromDate).toBe("2027-01-11");
});

test("a term that Tết makes longer ends after its last teaching week", () => {
  const [, second, year] = spanChoices(school, null);
  expect(second).toMatchObject({ kind: "term", fromDate: "2027-01-11", untilDate: "2027-05-16" });
  expect(year).toMatchObject({ kind: "year", fromDate: "2026-09-07", untilDate: "2027-05-16" });
});

test("later it begins as it was left, without what is gone, and classes that are new are not planned unasked", () => {
  const last: RotationRules = {
    ...rulesOf(begin(null), null),
    fromDate: "2026-10-05",
    untilDate: "2026-12-20",
    roomIds: ["r1", "gone"] as RoomId[],
    classes: [{ classId: "a" as ClassId, timesAWeek: 0.5, lessonIds: [] }],
  };
  const form = begin(last);
  expect(form).toMatchObject({ fromDate: "2026-10-05", roomIds: ["r1"], times: { a: 0.5, b: 0 } });
  expect(spanChoices(school, last).at(-1)).toMatchObject({ kind: "last", fromDate: "2026-10-05" });
  expect(rulesOf(form, last).classes).toEqual([{ classId: "a", timesAWeek: 0.5, lessonIds: [] }]);
  // A span that is over is of no use any more.
  expect(begin(last, "2027-02-20").fromDate).toBe("2027-01-11");
});

test("places after lunch do not count while they are not to be used", () => {
  const form = begin(null);
  expect(demandOf(form, school)).toEqual({ wanted: 2, places: 5 });
  expect(demandOf({ ...form, neverAfterLunch: false }, school)).toEqual({ wanted: 2, places: 10 });
});
