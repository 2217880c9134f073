import { describe, expect, test } from "vitest";
import { lastDue, nextRun } from "./nextRun.ts";

const zone = "Asia/Ho_Chi_Minh";
const school = { zone, closures: [] };
/** The school's wall clock; 23 November 2026 is a Monday. */
const at = (text: string) => Date.parse(`${text}:00+07:00`);
const weekly = { weekdays: [1, 2, 3, 4, 5], minute: 7 * 60 + 15, skipClosed: true };

describe("when a schedule is due", () => {
  test("is the same minute of the school's clock on each of its weekdays", () => {
    expect(nextRun(weekly, at("2026-11-23T07:00"), school)).toBe(at("2026-11-23T07:15"));
    expect(nextRun(weekly, at("2026-11-23T07:15"), school)).toBe(at("2026-11-24T07:15"));
    expect(nextRun(weekly, at("2026-11-27T08:00"), school)).toBe(at("2026-11-30T07:15"));
  });

  test("passes over days that the school is closed, unless it does not care", () => {
    const closures = [{ fromDate: "2026-11-24", untilDate: "2026-11-25" }];
    expect(nextRun(weekly, at("2026-11-23T08:00"), { zone, closures })).toBe(at("2026-11-26T07:15"));
    expect(nextRun({ ...weekly, skipClosed: false }, at("2026-11-23T08:00"), { zone, closures })).toBe(
      at("2026-11-24T07:15"),
    );
  });

  test("is never, when the school is closed for longer than anybody looks ahead", () => {
    const closures = [{ fromDate: "2026-11-01", untilDate: "2027-12-31" }];
    expect(nextRun(weekly, at("2026-11-23T08:00"), { zone, closures })).toBeNull();
  });

  test("keeps the wall clock's minute over a change to summer time", () => {
    const europe = { zone: "Europe/Berlin", closures: [] };
    const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], minute: 7 * 60 + 15, skipClosed: false };
    const saturday = Date.parse("2027-03-27T07:15:00+01:00");
    expect(nextRun(daily, saturday, europe)).toBe(Date.parse("2027-03-28T07:15:00+02:00"));
  });
});

describe("what was due while nobody looked", () => {
  test("is only the last time", () => {
    expect(lastDue(weekly, at("2026-11-23T07:00"), at("2026-11-26T12:00"), school)).toBe(
      at("2026-11-26T07:15"),
    );
  });

  test("is nothing between two looks without a due time, and once with one", () => {
    expect(lastDue(weekly, at("2026-11-23T07:15"), at("2026-11-24T07:14"), school)).toBeNull();
    expect(lastDue(weekly, at("2026-11-23T07:14"), at("2026-11-23T07:15"), school)).toBe(
      at("2026-11-23T07:15"),
    );
    expect(lastDue(weekly, at("2026-11-23T07:15"), at("2026-11-23T07:16"), school)).toBeNull();
    expect(lastDue(weekly, at("2026-11-27T08:00"), at("2026-11-29T23:00"), school)).toBeNull();
  });
});
