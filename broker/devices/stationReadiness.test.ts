import { expect, test } from "vitest";
import type { SessionId } from "../../protocol/ids.ts";
import { type ReadinessFacts, stationReadiness } from "./stationReadiness.ts";

const now = Date.parse("2026-11-25T07:40:00+07:00");
const minute = 60_000;
const sessionId = "01900000-0000-7000-8000-000000000001.20261125" as SessionId;
const eight = { sessionId, startAt: now + 20 * minute };
const checkUp = {
  at: now - minute,
  sessionId,
  checks: [
    { name: "sound", passed: false, detail: "Không có loa: cắm lại loa rồi bấm kiểm tra." },
    { name: "pointer", passed: true, detail: "" },
    { name: "plan", passed: false, detail: "Kế hoạch cũ." },
  ],
} as const;

const readinessOf = (change: Partial<ReadinessFacts> = {}) =>
  stationReadiness({
    kind: "station",
    reachability: "online",
    checkUp: null,
    held: { plan: 3, content: 1 },
    newest: { plan: 3, content: 1 },
    lesson: eight,
    now,
    zone: "Asia/Ho_Chi_Minh",
    ...change,
  });

test("a station that passed its checks is ready, one that failed says what to do", () => {
  expect(readinessOf()).toBeNull();
  expect(readinessOf({ checkUp: { ...checkUp, checks: [checkUp.checks[1]] } })).toEqual({
    at: checkUp.at,
    sessionId,
    problems: [],
  });
  expect(readinessOf({ checkUp })?.problems).toEqual(["Không có loa: cắm lại loa rồi bấm kiểm tra."]);
});

test("a station that is on with an older plan or older games than the hub's says so, without any check", () => {
  expect(readinessOf({ held: { plan: 2, content: 0 } })?.problems).toEqual([
    "Trạm chưa nhận thời khóa biểu mới nhất: chờ một phút, nếu vẫn báo thì khởi động lại máy.",
    "Trạm chưa nhận bộ trò chơi mới nhất: giữ máy bật và nối mạng vài phút.",
  ]);
  // A web screen's versions are not known: its own check counts.
  expect(readinessOf({ held: null, checkUp })?.problems).toContain("Kế hoạch cũ.");
});

test.each([
  ["stopped", "Trạm đang tắt: bật máy trước 8:00."],
  ["lost", "Trạm mất kết nối: kiểm tra nguồn điện và dây mạng trước 8:00."],
  ["neverSeen", "Trạm chưa kết nối lần nào: bật máy trước 8:00."],
] as const)("a station that is %s before a class is to be switched on in time", (reachability, sentence) => {
  // What it checked before it went says nothing now.
  expect(readinessOf({ reachability, checkUp })).toMatchObject({ sessionId, problems: [sentence] });
  expect(readinessOf({ reachability, lesson: null })).toBeNull();
});

test("in the lesson it is to be switched on at once", () => {
  const lesson = { sessionId, startAt: now - minute };
  expect(readinessOf({ reachability: "stopped", lesson })?.problems).toEqual([
    "Trạm đang tắt: bật máy ngay, đang có tiết.",
  ]);
});

test("yesterday's check and an office computer say nothing", () => {
  expect(readinessOf({ checkUp: { ...checkUp, at: now - 24 * 60 * minute } })).toBeNull();
  expect(readinessOf({ kind: "office", reachability: "stopped" })).toBeNull();
});

test("a zone that this machine does not know keeps no station from being told of", () => {
  expect(readinessOf({ reachability: "lost", held: null, zone: "Asia/Ha_Noi" })?.problems).toHaveLength(1);
});
