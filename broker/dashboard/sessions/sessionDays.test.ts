import { expect, test } from "vitest";
import type { SessionRow } from "../../api/lead.ts";
import { classTotals, sessionDays } from "./sessionDays.ts";

const row = (
  openedAt: number,
  className: string,
  playedMinutes: number | null = 10,
  headcount: number | null = 20,
) =>
  ({
    openedAt,
    classId: className,
    className,
    classEmblem: "",
    playedMinutes,
    headcount,
    gameRuns: 2,
  }) as SessionRow;

test("lessons stand by day, the earliest first", () => {
  const days = sessionDays([row(25, "a"), row(11, "b"), row(12, "a")], (at) => String(Math.floor(at / 10)));
  expect(days.map(([day, rows]) => [day, rows.map(({ openedAt }) => openedAt)])).toEqual([
    ["1", [11, 12]],
    ["2", [25]],
  ]);
});

test("classes are summed in the order of their names, whatever the sums are", () => {
  const totals = classTotals([row(1, "Thỏ", 30), row(2, "Gấu"), row(3, "Gấu", null, null)]);
  expect(totals).toMatchObject([
    { name: "Gấu", sessions: 2, children: 20, minutes: 10, runs: 4 },
    { name: "Thỏ", sessions: 1, children: 20, minutes: 30, runs: 2 },
  ]);
});
