import { expect, test } from "vitest";
import {
  type DayRow,
  errorsOf,
  inOrder,
  minuteOf,
  seamBetween,
  swappedWithNext,
  tidyTime,
  withNewRow,
} from "./dayDraft.ts";

const row = (start: string, end: string, title = "Chơi"): DayRow => ({
  key: `${start} ${title}`,
  start,
  end,
  title,
  picture: "sun",
});

test("a row says what it lacks, each beside its own field", () => {
  expect(errorsOf(row("07:00", "08:00"))).toEqual({});
  expect(errorsOf(row("", "", " "))).toEqual({ start: "timeNeeded", end: "timeNeeded", title: "nameNeeded" });
  expect(errorsOf(row("08:00", "08:00"))).toEqual({ end: "endAfterStart" });
  expect(errorsOf(row("08:00", "07:00"))).toEqual({ end: "endAfterStart" });
});

test("gaps and overlaps between rows are told, touching rows are neither", () => {
  expect(seamBetween(row("07:00", "08:00"), row("08:00", "09:00"))).toBeNull();
  expect(seamBetween(row("07:00", "08:00"), row("08:10", "09:00"))).toEqual({
    kind: "gap",
    from: "08:00",
    until: "08:10",
  });
  expect(seamBetween(row("07:00", "08:00"), row("07:50", "09:00"))).toEqual({
    kind: "overlap",
    from: "07:50",
    until: "08:00",
  });
  expect(seamBetween(row("07:00", ""), row("07:50", "09:00"))).toBeNull();
});

test("two rows that change places keep their lengths and the time around them", () => {
  const swapped = swappedWithNext([row("07:00", "08:00", "A"), row("08:10", "08:30", "B")], 0);
  expect(swapped.map(({ title, start, end }) => `${title} ${start}–${end}`)).toEqual([
    "B 07:00–07:20",
    "A 07:30–08:30",
  ]);
  expect(swappedWithNext(swapped, 1)).toEqual(swapped);
});

test("a new row begins where the last one ends, and never after midnight", () => {
  expect(withNewRow([], "k").at(-1)).toMatchObject({ start: "07:00", end: "07:30" });
  expect(withNewRow([row("16:00", "16:30")], "k").at(-1)).toMatchObject({ start: "16:30", end: "17:00" });
  const last = withNewRow([row("23:00", "24:00")], "k").at(-1);
  expect(minuteOf(last?.end ?? "")).toBeLessThanOrEqual(1440);
});

test.each([
  ["7h30", "07:30"],
  ["730", "07:30"],
  ["1030", "10:30"],
  ["7.05", "07:05"],
  ["7", "07:00"],
  ["7h", "07:00"],
  ["16:30", "16:30"],
  ["25:00", "25:00"],
  ["sáng", "sáng"],
])("%s is written as %s", (typed, tidy) => expect(tidyTime(typed)).toBe(tidy));

test("24:00 is the day's end and 24:30 is no time", () => {
  expect(minuteOf("24:00")).toBe(1440);
  expect(minuteOf("24:30")).toBeNaN();
});

test("rows lie in the order of their times", () => {
  expect(inOrder([row("09:00", "10:00"), row("07:00", "08:00")]).map(({ start }) => start)).toEqual([
    "07:00",
    "09:00",
  ]);
});
