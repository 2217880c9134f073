import { expect, test } from "vitest";
import { countKinds, draftSpan, weeksWithin } from "./draft/draftSpans.ts";
import { addMonths, monthOf, weeksOfMonth } from "./month/monthDays.ts";
import { countByWeek } from "./term/termCounts.ts";
import { classIds, makeSlot } from "./timetableFixture.ts";
import { shortClassName } from "./week/shortNames.ts";

test("a month is shown in whole weeks from Monday, and the year turns", () => {
  const weeks = weeksOfMonth("2026-11");
  expect([weeks[0]?.[0], weeks.at(-1)?.[6], weeks.length]).toEqual(["2026-10-26", "2026-12-06", 6]);
  expect(weeksOfMonth("2027-02")).toHaveLength(4);
  expect([addMonths("2026-12", 1), addMonths("2026-01", -1), monthOf("2026-12-31")]).toEqual([
    "2027-01",
    "2025-12",
    "2026-12",
  ]);
});

const draftOf = (monday: string, ...kinds: ("added" | "changed" | "removed")[]) => ({
  monday,
  number: 1,
  changes: kinds.map((kind) => ({ kind, before: null, now: null, by: "" })),
});

test("the span to publish is the week, its term, or from the first to the last change", () => {
  const weeks = [
    { monday: "2026-11-23", number: 12, term: "I" },
    { monday: "2026-11-30", number: 13, term: "I" },
    { monday: "2027-01-18", number: 19, term: "II" },
  ];
  const draft = [draftOf("2026-11-30", "added"), draftOf("2027-01-18", "changed", "removed")];
  const span = (name: "week" | "term" | "all") => draftSpan(name, "2026-11-23", weeks, draft);
  expect(span("week")).toEqual({ fromDate: "2026-11-23", untilDate: "2026-11-29" });
  expect(span("term")).toEqual({ fromDate: "2026-11-23", untilDate: "2026-12-06" });
  expect(span("all")).toEqual({ fromDate: "2026-11-30", untilDate: "2027-01-24" });
  expect(draftSpan("all", "2026-11-23", weeks, [])).toBeNull();
  expect(countKinds(weeksWithin(draft, span("term")))).toEqual({ added: 1, changed: 0, removed: 0 });
  expect(countKinds(weeksWithin(draft, span("all")))).toEqual({ added: 1, changed: 1, removed: 1 });
  expect(weeksWithin(draft, null)).toEqual([]);
});

test("slots are counted for each class and week, Sunday with the week before it", () => {
  const counts = countByWeek([
    makeSlot("a"),
    makeSlot("b", { date: "2026-11-29" }),
    makeSlot("c", { date: "2026-11-30" }),
  ]);
  expect([counts.of(classIds.rabbit, "2026-11-23"), counts.of(classIds.rabbit, "2026-11-30")]).toEqual([
    2, 1,
  ]);
  expect([counts.total(classIds.rabbit), counts.total(classIds.bear)]).toEqual([3, 0]);
});

test("a class's name loses the word class in narrow cells, and never all of itself", () => {
  expect([shortClassName("Lớp Thỏ Trắng"), shortClassName("Chồi 2"), shortClassName("Lớp")]).toEqual([
    "Thỏ Trắng",
    "Chồi 2",
    "Lớp",
  ]);
});
