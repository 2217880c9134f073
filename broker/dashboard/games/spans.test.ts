import { expect, test } from "vitest";
import { daysOf, monthOf } from "./spans.ts";

// A Saturday.
const today = "2026-11-28";

test("weeks are whole, begin on a Monday and hold the running one", () => {
  expect(daysOf("weeks4", today)).toEqual({ from: "2026-11-02", until: today });
  expect(daysOf("weeks12", today).from).toBe("2026-09-07");
  expect(daysOf("weeks4", "2026-11-23").from).toBe("2026-11-02");
});

test("the month begins on its first day", () => {
  expect(monthOf(today)).toEqual({ from: "2026-11-01", until: today });
});
