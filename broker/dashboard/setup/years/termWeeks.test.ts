import { expect, test } from "vitest";
import { termWeeksOf } from "./termWeeks.ts";

const year = {
  name: "2026–2027",
  terms: [
    { name: "Học kỳ", fromDate: "2026-09-07", weeks: 3 },
    { name: "Học kỳ", fromDate: "2026-09-28", weeks: 2 },
  ],
};
const closed = { fromDate: "2026-09-14", untilDate: "2026-09-20" };

test("weeks stand with their term, also when two terms have one name", () => {
  const [first, second] = termWeeksOf(year, []);
  expect(first?.weeks.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(second?.weeks.map(({ number }) => number)).toEqual([4, 5]);
});

test("a term that closures cut short is told to have fewer weeks than planned", () => {
  const [first, second] = termWeeksOf(year, [closed]);
  expect([first?.taught, first?.planned]).toEqual([2, 3]);
  expect(first?.weeks.map(({ number }) => number)).toEqual([1, null, 2]);
  expect([second?.taught, second?.planned]).toEqual([2, 2]);
});

test("terms turned round while somebody types still give each week once", () => {
  const [first, second] = year.terms;
  if (first === undefined || second === undefined) throw new Error("two terms");
  const turned = termWeeksOf({ ...year, terms: [second, first] }, []);
  const mondays = turned.flatMap(({ weeks }) => weeks.map(({ monday }) => monday));
  expect(new Set(mondays).size).toBe(mondays.length);
});
