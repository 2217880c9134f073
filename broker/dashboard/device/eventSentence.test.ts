import { createInstance } from "i18next";
import { beforeAll, expect, test } from "vitest";
import { recordTypes } from "../../../protocol/records/records.ts";
import { makeFormat } from "../text/format.ts";
import { vi } from "../text/vi.ts";
import { type EventWords, eventSentence } from "./eventSentence.ts";

let words: EventWords;
beforeAll(async () => {
  const texts = createInstance();
  await texts.init({
    lng: "vi",
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
  });
  words = {
    t: texts.t,
    format: makeFormat(texts.t, "vi", "Asia/Ho_Chi_Minh"),
    now: Date.UTC(2026, 10, 23, 3),
    gameTitle: (id) => (id === "count-animals" ? "Đếm con vật" : id),
    className: () => "Lớp Thỏ Trắng",
    lessonTitle: () => "Bé đếm đến 5",
  };
});
const read = (type: string, body: unknown = {}) => eventSentence({ type, at: 0, body }, words);

test("every record type and every hub event has its own sentence", () => {
  const bodies: Record<string, unknown> = {
    power: { event: "start", scope: "machine", lastAliveAt: null },
    session: { event: "opened", source: "timetable", headcount: null },
    gameRun: { ended: "finished", gameId: "count-animals", classId: null },
    fault: { kind: "gameHang", detail: "" },
    peripheral: { kind: "mouse", event: "vanished", name: "" },
    report: { part: "sound", note: "" },
    readiness: { checks: [] },
    commandResult: { outcome: "done", detail: "" },
    outboxDropped: { type: "health", how: "thinned", count: 2, fromAt: 0, untilAt: 1 },
  };
  const types = [
    ...Object.keys(recordTypes),
    "online",
    "lost",
    "stopped",
    "enrolled",
    "replaced",
    "refusedTopic",
  ];
  const sentences = types.map((type) => read(type, bodies[type]).text);
  expect(sentences.filter((text) => text.includes("Sự kiện") || text.startsWith("event."))).toEqual([]);
  expect(new Set(sentences).size).toBe(types.length);
});

test("a session tells class, lesson, cause and headcount", () => {
  const body = { event: "opened", source: "teacher", headcount: 24, classId: "c", lessonId: "l" };
  expect(read("session", body)).toEqual({
    text: "Bắt đầu buổi chơi · Lớp Thỏ Trắng",
    detail: "Bé đếm đến 5 · do giáo viên · 24 trẻ",
    tone: "good",
  });
});

test("a power cut tells until when the computer lived, in the school's time", () => {
  const lastAliveAt = Date.UTC(2026, 10, 22, 7, 5);
  expect(read("power", { event: "unexpectedStop", scope: "machine", lastAliveAt })).toEqual({
    text: "Máy tắt đột ngột (mất điện hoặc tắt nóng)",
    detail: "còn hoạt động tới 14:05 22/11",
    tone: "warning",
  });
});

test("a game run tells what was played and how it went", () => {
  const body = {
    ended: "finished",
    gameId: "count-animals",
    classId: "c",
    rounds: 10,
    correctFirstTry: 8,
    hints: 1,
    durationMs: 250_000,
  };
  expect(read("gameRun", body)).toMatchObject({
    text: "Chơi xong Đếm con vật · Lớp Thỏ Trắng",
    detail: "10 lượt, 8 lượt đúng ngay lần đầu, 1 gợi ý, trong 4 phút",
  });
  expect(read("gameRun", { ...body, ended: "replaced" }).text).toBe(
    "Đổi từ Đếm con vật sang trò khác theo cô · Lớp Thỏ Trắng",
  );
});

test("an event of a newer hub is shown by its type, not hidden", () => {
  expect(read("somethingNew").text).toBe("Sự kiện somethingNew");
});
