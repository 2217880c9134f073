import { expect, test } from "vitest";
import type { School } from "../../../api/school.ts";
import { errorsOfClosure, lengthOf, proposalSpan, withFirstDay } from "./closureDraft.ts";

const draft = { fromDate: "2026-11-20", untilDate: "2026-11-21", reason: "Hội thao" };
const minutes = { "3-4": 15, "4-5": 20, "5-6": 30 };
const school = (years: School["years"]): School => ({
  name: "Trường Thử",
  zone: "Asia/Ho_Chi_Minh",
  years,
  periods: [],
  winter: { from: "10-16", until: "04-15" },
  closures: [],
  screenTime: { capMinutes: minutes, dayCapMinutes: minutes, breakEveryMinutes: 15 },
});
const year = (start: number) => ({
  id: String(start),
  name: `${start}`,
  terms: [{ name: "I", fromDate: `${start}-09-07`, weeks: 2 }],
});

test("both days count", () => {
  expect(lengthOf(draft)).toBe(2);
  expect(lengthOf({ fromDate: "2027-02-03", untilDate: "2027-02-10" })).toBe(8);
});

test("what is missing or turned round is told beside its field", () => {
  expect(errorsOfClosure(draft)).toEqual({});
  expect(errorsOfClosure({ fromDate: "", untilDate: "", reason: " " })).toEqual({
    fromDate: "dateNeeded",
    untilDate: "dateNeeded",
    reason: "reasonNeeded",
  });
  expect(errorsOfClosure({ ...draft, untilDate: "2026-11-19" })).toEqual({ untilDate: "untilBefore" });
});

test("a year typed wrong is noticed before the whole school year is closed", () => {
  expect(errorsOfClosure({ ...draft, untilDate: "2027-11-21" })).toEqual({ untilDate: "tooLong" });
});

test("the last day follows the first until somebody chose a later one", () => {
  const empty = { fromDate: "", untilDate: "", reason: "" };
  expect(withFirstDay(empty, "2026-11-20").untilDate).toBe("2026-11-20");
  expect(withFirstDay(draft, "2026-11-18").untilDate).toBe("2026-11-21");
  expect(withFirstDay(draft, "2026-11-25").untilDate).toBe("2026-11-25");
});

test("holidays are proposed for the years that run or come", () => {
  expect(proposalSpan(school([year(2026), year(2025)]), "2026-09-10")).toEqual({
    from: "2026-09-07",
    until: "2026-09-20",
  });
});

test("without a year they are proposed for a year from today, and never for more than the hub takes", () => {
  expect(proposalSpan(school([]), "2026-11-24")).toEqual({ from: "2026-11-24", until: "2027-11-24" });
  const { from, until } = proposalSpan(school([year(2026), year(2030)]), "2026-09-10");
  expect(lengthOf({ fromDate: from, untilDate: until })).toBeLessThan(800);
});
