// Tests the school year's rules: weeks and terms, closed weeks, summer and winter hours.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hours,
  isClosed,
  mondayOf,
  type SchoolYear,
  schoolYear,
  seasonOn,
  weeksOf,
  winter,
} from "./schoolYear.ts";
import { addDays, weekdayOfDate } from "./zone.ts";

const year: SchoolYear = {
  name: "2026–2027",
  terms: [
    { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 18 },
    { name: "Học kỳ II", fromDate: "2027-01-11", weeks: 17 },
  ],
};
const tet = { fromDate: "2027-02-04", untilDate: "2027-02-12" };

test("a year of 18 and 17 weeks has 35, counted through both terms", () => {
  const weeks = weeksOf(year, []);
  expect(weeks).toHaveLength(35);
  expect(weeks.at(17)).toEqual({ monday: "2027-01-04", number: 18, term: "Học kỳ I" });
  expect(weeks.at(18)).toEqual({ monday: "2027-01-11", number: 19, term: "Học kỳ II" });
  expect(weeks.at(-1)).toEqual({ monday: "2027-05-03", number: 35, term: "Học kỳ II" });
});

test("a week closed from Monday to Friday is passed over, and the year ends a week later", () => {
  const weeks = weeksOf(year, [tet]);
  expect(weeks.find(({ monday }) => monday === "2027-02-08")?.number).toBeNull();
  // Only two days of this one are closed.
  expect(weeks.find(({ monday }) => monday === "2027-02-01")?.number).toBe(22);
  expect(weeks.at(-1)).toMatchObject({ monday: "2027-05-10", number: 35 });
});

test("a term begins in the week of its first day, and a year that is closed for good still ends", () => {
  const [first] = weeksOf({ name: "", terms: [{ name: "I", fromDate: "2026-09-09", weeks: 1 }] }, []);
  expect(first?.monday).toBe("2026-09-07");
  const forever = { fromDate: "2020-01-01", untilDate: "2099-12-31" };
  expect(weeksOf(year, [forever]).every(({ number }) => number === null)).toBe(true);
});

test("however the school is closed, weeks are Mondays in order and the numbers have no gap", () => {
  const closures = fc.array(
    fc.record({ from: fc.nat(300), days: fc.nat(20) }).map(({ from, days }) => ({
      fromDate: addDays("2026-09-01", from),
      untilDate: addDays("2026-09-01", from + days),
    })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(closures, (closed) => {
      const [first = { fromDate: "", weeks: 0, name: "" }] = year.terms;
      const weeks = weeksOf({ ...year, terms: [first] }, closed);
      expect(weeks.every(({ monday }) => weekdayOfDate(monday) === 1)).toBe(true);
      expect(weeks.map(({ monday }) => monday)).toEqual(weeks.map(({ monday }) => monday).toSorted());
      const numbers = weeks.flatMap(({ number }) => (number === null ? [] : [number]));
      expect(numbers).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    }),
  );
});

test.each([
  ["2026-10-15", "summer"],
  ["2026-10-16", "winter"],
  ["2027-01-01", "winter"],
  ["2027-04-15", "winter"],
  ["2027-04-16", "summer"],
])("on %s %s hours hold", (date, season) => {
  expect(seasonOn(date, { from: "10-16", until: "04-15" })).toBe(season);
});

test("winter that does not cross the turn of the year holds between its days", () => {
  const southern = { from: "06-01", until: "08-31" };
  expect(seasonOn("2026-07-01", southern)).toBe("winter");
  expect(seasonOn("2026-12-01", southern)).toBe("summer");
});

test("the first and the last day of a closure are closed", () => {
  const days = ["2027-02-03", "2027-02-04", "2027-02-12", "2027-02-13"];
  expect(days.map((day) => isClosed(day, [tet]))).toEqual([false, true, true, false]);
});

test("Monday is its own week's Monday, and Sunday belongs to the week before", () => {
  expect([mondayOf("2026-11-23"), mondayOf("2026-11-29")]).toEqual(["2026-11-23", "2026-11-23"]);
});

test("periods that end before they begin, days that do not exist and terms without weeks are refused", () => {
  expect(hours.safeParse({ startMinute: 480, endMinute: 480 }).error?.issues[0]?.message).toBe(
    "Giờ kết thúc phải sau giờ bắt đầu",
  );
  expect(winter.safeParse({ from: "13-01", until: "04-15" }).success).toBe(false);
  const [first] = year.terms;
  expect(schoolYear.safeParse({ ...year, terms: [] }).success).toBe(false);
  expect(schoolYear.safeParse({ ...year, terms: [{ ...first, weeks: 0 }] }).success).toBe(false);
  expect(schoolYear.safeParse({ ...year, terms: [{ ...first, fromDate: "2026-02-30" }] }).success).toBe(
    false,
  );
});

test("a term that closures made longer ends where the next one begins: no week is in two", () => {
  const year = {
    name: "2026–2027",
    terms: [
      { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 2 },
      { name: "Học kỳ II", fromDate: "2026-09-21", weeks: 2 },
    ],
  };
  const storm = [{ fromDate: "2026-09-14", untilDate: "2026-09-18" }];
  expect(weeksOf(year, storm).map(({ monday, number }) => [monday, number])).toEqual([
    ["2026-09-07", 1],
    ["2026-09-14", null],
    ["2026-09-21", 2],
    ["2026-09-28", 3],
  ]);
});
