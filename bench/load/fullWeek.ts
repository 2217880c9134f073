// Owns a week as full as a large school's: thirty classes, two Kidsmart rooms, eight periods, a tenth of the places free.
import { v7 } from "uuid";
import type { Week } from "../../broker/api/timetable.ts";
import type { ClassId, LessonId, PeriodId, RoomId, SlotId } from "../../protocol/ids.ts";
import { addDays } from "../../protocol/timetable/zone.ts";

const ages = ["3-4", "4-5", "5-6"] as const;
const emblems = ["rabbit", "bear", "fox", "panda", "lion", "elephant", "owl", "duck", "turtle", "bird"];
const cap = { "3-4": 60, "4-5": 60, "5-6": 60 };

// New ids are what the brands stand for.
const id = <Id extends string>() => v7() as Id;

export function makeFullWeek(monday: string): Week {
  const rooms = [1, 2].map((number) => ({
    id: id<RoomId>(),
    name: `Phòng Kidsmart ${number}`,
    kind: "kidsmart" as const,
  }));
  const classes = Array.from({ length: 30 }, (_, index) => ({
    id: id<ClassId>(),
    name: `Lớp Số ${index + 1}`,
    emblem: emblems[index % emblems.length] ?? "star",
    ageBand: ages[index % ages.length] ?? "4-5",
    children: 30,
    homeRoomId: null,
  }));
  const lessons = ages.map((ageBand) => ({
    id: id<LessonId>(),
    title: `Bài học ${ageBand}`,
    goal: "",
    ageBand,
    minutes: 30,
  }));
  const periods = Array.from({ length: 8 }, (_, index) => {
    const startMinute = 450 + index * 40;
    const hours = { startMinute, endMinute: startMinute + 30 };
    return { id: id<PeriodId>(), name: `Tiết ${index + 1}`, summer: hours, winter: hours, afterLunch: false };
  });
  const places = [0, 1, 2, 3, 4].flatMap((day) =>
    periods.flatMap((period) => rooms.map((room) => ({ day, period, room }))),
  );
  const slots = places.flatMap(({ day, period, room }, index) => {
    const schoolClass = classes[index % classes.length];
    const lesson = lessons.find(({ ageBand }) => ageBand === schoolClass?.ageBand);
    if (index % 10 === 9 || schoolClass === undefined || lesson === undefined) return [];
    return [
      {
        id: id<SlotId>(),
        roomId: room.id,
        date: addDays(monday, day),
        periodId: period.id,
        ...period.winter,
        classId: schoolClass.id,
        lessonId: lesson.id,
        origin: "generator" as const,
        revision: 1,
        changedBy: "",
        changedAt: 0,
        draft: index % 7 === 0 ? ("changed" as const) : ("same" as const),
      },
    ];
  });
  return {
    zone: "Asia/Ho_Chi_Minh",
    monday,
    number: 12,
    term: "Học kỳ I",
    days: Array.from({ length: 7 }, (_, day) => ({
      date: addDays(monday, day),
      season: "winter" as const,
      closed: null,
    })),
    periods,
    rooms,
    classes,
    lessons,
    closures: [],
    screenTime: { capMinutes: cap, dayCapMinutes: cap, breakEveryMinutes: 15 },
    slots,
    removed: [],
    unpublished: 0,
  };
}
