import { expect, test } from "vitest";
import { errorsOfRows, type PeriodRow, periodsOf, pictureOf, withNewPeriod } from "./hoursDraft.ts";

const nameOf = (number: number) => `Tiết ${number}`;
const first = withNewPeriod([], "a", nameOf);
const two = withNewPeriod(first, "b", nameOf);
const at = (place: number, part: Partial<PeriodRow>) =>
  two.map((row, index) => (index === place ? { ...row, ...part } : row));

test("new periods follow one another after a pause, winter a little later, and nothing is wrong with them", () => {
  expect(two.map(({ name, summer, winter }) => [name, summer.start, summer.end, winter.start])).toEqual([
    ["Tiết 1", "08:00", "08:30", "08:15"],
    ["Tiết 2", "08:40", "09:10", "08:55"],
  ]);
  expect(errorsOfRows(two)).toEqual([{}, {}]);
});

test("a period's new name is one that is still free", () => {
  expect(withNewPeriod(at(0, { name: "Tiết 3" }), "c", nameOf).at(-1)?.name).toBe("Tiết 4");
});

test("an overlap in one season is told at the later row, with whom", () => {
  expect(errorsOfRows(at(1, { winter: { start: "08:20", end: "08:50" } }))).toEqual([
    {},
    { "winter.start": { code: "overlaps", other: "Tiết 1" } },
  ]);
});

test("periods that touch do not overlap", () => {
  expect(errorsOfRows(at(1, { summer: { start: "08:30", end: "09:00" } }))).toEqual([{}, {}]);
});

test("an end before its beginning, no time and no name are told beside their fields", () => {
  expect(errorsOfRows(at(0, { name: "", summer: { start: "09:00", end: "08:00" } }))[0]).toEqual({
    name: { code: "nameNeeded" },
    "summer.end": { code: "endAfterStart" },
  });
  expect(errorsOfRows(at(0, { summer: { start: "sáng", end: "08:30" } }))[0]).toEqual({
    "summer.start": { code: "timeNeeded" },
  });
});

test("periods are saved in the order of the day", () => {
  const early = at(1, { summer: { start: "07:00", end: "07:30" } });
  expect(periodsOf(early).map(({ name }) => name)).toEqual(["Tiết 2", "Tiết 1"]);
});

test("the picture draws what has times, and grows with an early or late period", () => {
  const broken = at(0, { summer: { start: "", end: "" } });
  expect(pictureOf(broken)).toMatchObject({ fromHour: 7, untilHour: 17 });
  expect(pictureOf(broken).lanes.summer.map(({ key }) => key)).toEqual(["b"]);
  expect(pictureOf(at(0, { summer: { start: "06:10", end: "06:40" } })).fromHour).toBe(6);
});
