import { expect, test } from "vitest";
import { errorsOfScreenTime, screenTimeOf } from "./screenTimeDraft.ts";

const right = {
  capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
  dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
  breakEveryMinutes: 15,
};
const day = (band: "3-4" | "4-5" | "5-6", minutes: number | null) => ({
  ...right,
  dayCapMinutes: { ...right.dayCapMinutes, [band]: minutes },
});

test("usual limits are right and are sent as they are", () => {
  expect(errorsOfScreenTime(right)).toEqual({});
  expect(screenTimeOf(right)).toEqual(right);
});

test("under-fives get no more than an hour a day, the oldest may", () => {
  expect(errorsOfScreenTime(day("4-5", 61))).toEqual({
    "dayCapMinutes.4-5": { code: "overAnHour", most: 60 },
  });
  expect(errorsOfScreenTime(day("5-6", 90))).toEqual({});
});

test("a day is never shorter than a session", () => {
  expect(errorsOfScreenTime(day("5-6", 20))).toEqual({
    "dayCapMinutes.5-6": { code: "lessThanSession", most: 30 },
  });
});

test("an empty or impossible field is told with its bounds, and nothing is sent", () => {
  expect(errorsOfScreenTime(day("5-6", null))).toEqual({
    "dayCapMinutes.5-6": { code: "minutesNeeded", most: 120 },
  });
  expect(screenTimeOf(day("5-6", null))).toBeNull();
  expect(errorsOfScreenTime({ ...right, breakEveryMinutes: 2 })).toEqual({
    breakEveryMinutes: { code: "minutesNeeded", most: 60 },
  });
});
