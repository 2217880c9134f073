// Owns a small school for the tests of the timetable pages.
import type { ClassId, LessonId, PeriodId, RoomId, SlotId } from "../../../protocol/ids.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { DraftSlot, Week } from "../../api/timetable.ts";

export const monday = "2026-11-23";
export const roomIds = { kidsmart: "room-1" as RoomId, other: "room-2" as RoomId };
export const periodIds = { first: "period-1" as PeriodId, second: "period-2" as PeriodId };
export const classIds = { rabbit: "class-rabbit" as ClassId, bear: "class-bear" as ClassId };
export const lessonIds = {
  one: "lesson-1" as LessonId,
  two: "lesson-2" as LessonId,
  older: "lesson-older" as LessonId,
};

/** 08:00–08:30 on Monday in the Kidsmart room, unless said otherwise. */
export function makeSlot(id: string, part: Partial<DraftSlot> = {}): DraftSlot {
  return {
    id: id as SlotId,
    roomId: roomIds.kidsmart,
    date: monday,
    periodId: periodIds.first,
    startMinute: 480,
    endMinute: 510,
    classId: classIds.rabbit,
    lessonId: lessonIds.one,
    origin: "hand",
    revision: 1,
    changedBy: "",
    changedAt: 0,
    draft: "same",
    ...part,
  };
}

const minutes = { "3-4": 30, "4-5": 30, "5-6": 30 };

/** Two rooms, two classes of three years, two periods; Friday closed. */
export function makeWeek(slots: readonly DraftSlot[], part: Partial<Week> = {}): Week {
  const start = part.monday ?? monday;
  const friday = addDays(start, 4);
  return {
    zone: "Asia/Ho_Chi_Minh",
    monday: start,
    number: 12,
    term: "Học kỳ I",
    days: Array.from({ length: 7 }, (_, day) => ({
      date: addDays(start, day),
      season: "winter" as const,
      closed: day === 4 ? "Hội thao" : null,
    })),
    periods: [
      {
        id: periodIds.second,
        name: "Tiết 2",
        summer: { startMinute: 510, endMinute: 540 },
        winter: { startMinute: 540, endMinute: 570 },
        afterLunch: false,
      },
      {
        id: periodIds.first,
        name: "Tiết 1",
        summer: { startMinute: 450, endMinute: 480 },
        winter: { startMinute: 480, endMinute: 510 },
        afterLunch: false,
      },
    ],
    rooms: [
      { id: roomIds.kidsmart, name: "Phòng Kidsmart", kind: "kidsmart" },
      { id: roomIds.other, name: "Phòng Kidsmart 2", kind: "kidsmart" },
    ],
    classes: [
      {
        id: classIds.rabbit,
        name: "Lớp Thỏ",
        emblem: "rabbit",
        ageBand: "3-4",
        children: 20,
        homeRoomId: null,
      },
      { id: classIds.bear, name: "Lớp Gấu", emblem: "bear", ageBand: "3-4", children: 20, homeRoomId: null },
    ],
    lessons: [
      { id: lessonIds.one, title: "Đếm đến 3", goal: "", ageBand: "3-4", minutes: 15 },
      { id: lessonIds.older, title: "Đếm đến 10", goal: "", ageBand: "5-6", minutes: 30 },
      { id: lessonIds.two, title: "Thêm một bạn", goal: "", ageBand: "3-4", minutes: 15 },
    ],
    closures: [{ fromDate: friday, untilDate: friday, reason: "Hội thao" }],
    screenTime: { capMinutes: { ...minutes }, dayCapMinutes: { ...minutes }, breakEveryMinutes: 15 },
    slots: [...slots],
    removed: [],
    unpublished: 0,
    ...part,
  };
}
