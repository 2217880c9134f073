import { createInstance } from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { SlotId } from "../../../../protocol/ids.ts";
import { conflictsOf } from "../../../../protocol/timetable/placementConflicts.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import { vi } from "../texts/vi.ts";
import { classIds, lessonIds, makeSlot, makeWeek, monday, periodIds, roomIds } from "../timetableFixture.ts";
import { conflictSentences } from "./conflictText.ts";
import { factsOf, nextLesson, placedAt, verdictOf, verdictsFor } from "./placement.ts";
import { layOutWeek, placeKey } from "./weekRows.ts";

const i18n = createInstance();
beforeAll(async () => {
  await i18n.init({ lng: "vi", resources: { vi: { timetable: vi } }, interpolation: { escapeValue: false } });
});
const t = () => i18n.getFixedT("vi", "timetable");

const rabbit = makeSlot("rabbit");
const week = makeWeek([rabbit, makeSlot("bear", { classId: classIds.bear, date: addDays(monday, 1) })]);
const layout = layOutWeek(week, week.rooms, false);
const at = (roomId: typeof roomIds.kidsmart, day: number, periodId = periodIds.first) =>
  placeKey({ roomId, date: addDays(monday, day), periodId });
const sentencesFor = (wanted: ReturnType<typeof makeSlot>) =>
  conflictSentences(conflictsOf(wanted, factsOf(week)), wanted, week, t());

test("every place of the grid is judged before the pointer gets there", () => {
  const verdicts = verdictsFor(rabbit, layout, week);
  expect(verdicts.size).toBe(20);
  expect(verdicts.get(at(roomIds.kidsmart, 1))?.verdict).toBe("refused");
  expect(verdicts.get(at(roomIds.kidsmart, 2))?.verdict).toBe("fits");
  expect(verdicts.get(at(roomIds.kidsmart, 4))?.verdict).toBe("warned");
  expect(verdicts.get(at(roomIds.kidsmart, 0))?.verdict).toBe("fits");
});

test("a copy of a slot meets the slot itself", () => {
  const copy = { ...rabbit, id: "copy" as SlotId };
  const verdicts = verdictsFor(copy, layout, week);
  expect(verdicts.get(at(roomIds.other, 0))?.conflicts.map(({ kind }) => kind)).toEqual([
    "classTwice",
    "dayCap",
  ]);
});

test("a place gives the hours of its day's season", () => {
  const summer = { ...week, days: week.days.map((day) => ({ ...day, season: "summer" as const })) };
  const place = { roomId: roomIds.kidsmart, date: monday, periodId: periodIds.first };
  expect(placedAt(rabbit, place, summer)).toMatchObject({ startMinute: 450, endMinute: 480 });
  expect(placedAt(rabbit, place, week)).toMatchObject({ startMinute: 480, endMinute: 510 });
  expect(placedAt(rabbit, { ...place, date: "2030-01-01" }, week)).toBeNull();
});

test("the sentences name room, class, hours, minutes and reason", () => {
  expect(sentencesFor(makeSlot("new", { classId: classIds.bear }))).toEqual([
    "Phòng Kidsmart đã có Lớp Thỏ lúc 08:00–08:30.",
  ]);
  expect(sentencesFor(makeSlot("new", { roomId: roomIds.other }))).toEqual([
    "Lớp Thỏ đang học ở Phòng Kidsmart lúc 08:00–08:30.",
    "Lớp Thỏ sẽ ngồi máy 60 phút trong ngày, mức cho phép là 30 phút.",
  ]);
  expect(sentencesFor(makeSlot("new", { date: addDays(monday, 4), lessonId: lessonIds.older }))).toEqual([
    "“Đếm đến 10” dành cho trẻ 5–6 tuổi, lớp này 3–4 tuổi.",
    "Ngày này trường nghỉ: Hội thao.",
  ]);
});

test("what is refused weighs more than what is warned", () => {
  expect(verdictOf([])).toBe("fits");
  const mixed = makeSlot("new", { classId: classIds.bear, lessonId: lessonIds.older });
  expect(verdictOf(conflictsOf(mixed, factsOf(week)))).toBe("refused");
});

test("the next lesson follows the last one of the class's age, and begins again after the end", () => {
  const had = (lessonId: typeof lessonIds.one, day: number) =>
    makeSlot("x", { lessonId, date: addDays(monday, day) });
  expect(nextLesson(week.lessons, "3-4", [])?.id).toBe(lessonIds.one);
  expect(nextLesson(week.lessons, "3-4", [had(lessonIds.one, 0)])?.id).toBe(lessonIds.two);
  expect(nextLesson(week.lessons, "3-4", [had(lessonIds.two, 1), had(lessonIds.one, 0)])?.id).toBe(
    lessonIds.one,
  );
  // A lesson for older children does not move the class on.
  expect(nextLesson(week.lessons, "3-4", [had(lessonIds.one, 0), had(lessonIds.older, 2)])?.id).toBe(
    lessonIds.two,
  );
});
