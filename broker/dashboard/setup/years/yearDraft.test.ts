import { expect, test } from "vitest";
import { weeksOf } from "../../../../protocol/timetable/schoolYear.ts";
import { errorsOfYear, proposeYear, withTerm, type YearDraft, yearOf } from "./yearDraft.ts";

const tet = { fromDate: "2027-02-01", untilDate: "2027-02-14" };
const first = proposeYear([], [], "2026-07-20");
const stored = () => {
  const year = yearOf(first);
  if (year === null) throw new Error("the proposed year is not whole");
  return year;
};

test("a school without a year is proposed the one that begins in autumn: 18 and 17 weeks after opening day", () => {
  expect(first).toMatchObject({
    id: null,
    name: "2026–2027",
    terms: [
      { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 18 },
      { name: "Học kỳ II", fromDate: "2027-01-11", weeks: 17 },
    ],
  });
  expect(weeksOf(stored(), []).at(-1)?.number).toBe(35);
});

test("in spring the year that runs is proposed", () => {
  expect(proposeYear([], [], "2027-03-01").name).toBe("2026–2027");
});

test("after a year the next one is proposed, whatever day it is", () => {
  const next = proposeYear([stored()], [], "2026-11-24");
  expect([next.name, next.terms[0]?.fromDate]).toEqual(["2027–2028", "2027-09-06"]);
});

test("the second term waits for the weeks of the first that holidays took", () => {
  const closed = [{ fromDate: "2026-10-05", untilDate: "2026-10-09" }];
  expect(proposeYear([], closed, "2026-07-20").terms[1]?.fromDate).toBe("2027-01-18");
});

test("a third term begins after the second one, with Tết passed over", () => {
  const longer = withTerm(first, [tet], "k");
  expect(longer.terms[2]).toMatchObject({ key: "k", name: "Học kỳ III", fromDate: "2027-05-24" });
});

const changed = (place: number, part: Partial<YearDraft["terms"][number]>): YearDraft => ({
  ...first,
  terms: first.terms.map((term, index) => (index === place ? { ...term, ...part } : term)),
});

test("a right year has no errors, also when it is its own neighbour", () => {
  expect(errorsOfYear(first, [], [])).toEqual({});
});

test("what is missing is told beside its field", () => {
  expect(errorsOfYear({ ...changed(0, { name: " ", fromDate: "" }), name: "" }, [], [])).toEqual({
    name: { code: "nameNeeded" },
    "terms.0.name": { code: "nameNeeded" },
    "terms.0.fromDate": { code: "dateNeeded" },
  });
  expect(errorsOfYear(changed(1, { weeks: null }), [], [])).toEqual({
    "terms.1.weeks": { code: "weeksNeeded" },
  });
  expect(yearOf(changed(1, { weeks: null }))).toBeNull();
});

test("a term begins on a Monday, after the one before it, and not inside another", () => {
  expect(errorsOfYear(changed(0, { fromDate: "2026-09-08" }), [], [])["terms.0.fromDate"]).toEqual({
    code: "mondayNeeded",
  });
  expect(errorsOfYear(changed(1, { fromDate: "2026-08-03" }), [], [])["terms.1.fromDate"]).toEqual({
    code: "mustFollow",
    other: "Học kỳ I",
  });
  expect(errorsOfYear(changed(1, { fromDate: "2026-11-02" }), [], [])["terms.1.fromDate"]).toEqual({
    code: "overlaps",
    other: "Học kỳ I",
  });
});

test("two years neither share a name nor a week", () => {
  const errors = errorsOfYear(first, [stored()], []);
  expect(errors["name"]).toEqual({ code: "nameTaken" });
  expect(errors["terms.0.fromDate"]).toEqual({ code: "overlaps", other: "Học kỳ I 2026–2027" });
});

test("a term that holidays make longer reaches into the next one", () => {
  const closed = { fromDate: "2026-10-05", untilDate: "2026-10-11" };
  expect(errorsOfYear(first, [], [closed])["terms.1.fromDate"]).toEqual({
    code: "overlaps",
    other: "Học kỳ I",
  });
});
