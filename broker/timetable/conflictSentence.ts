// Owns how what stands in the way of a slot is told to the person who wanted it.
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import type { PlacementConflict } from "../../protocol/timetable/placementConflicts.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { weekdayOfDate } from "../../protocol/timetable/zone.ts";
import type { PlanningFacts } from "./planningFacts.ts";

type Names = Pick<PlanningFacts, "rooms" | "classes" | "lessons">;

const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

export function tellConflict(wanted: PlacedSlot, conflict: PlacementConflict, names: Names): string {
  const className = names.classes.get(wanted.classId)?.name ?? "Lớp này";
  switch (conflict.kind) {
    case "roomTaken": {
      const { room, schoolClass, lesson } = namesOf(conflict.with, names);
      return `${room} đã dành cho ${schoolClass} (${lesson}) lúc ${timeOf(conflict.with)}.`;
    }
    case "classTwice": {
      const { room, schoolClass, lesson } = namesOf(conflict.with, names);
      return `${schoolClass} đã có tiết ở ${room} (${lesson}) lúc ${timeOf(conflict.with)}.`;
    }
    case "dayCap":
      return `${className} sẽ chơi ${conflict.minutes} phút trong ${dayOf(wanted.date)}, quá mức ${conflict.capMinutes} phút một ngày của lứa tuổi.`;
    case "lessonAge":
      return `Hoạt động “${names.lessons.get(wanted.lessonId)?.name ?? ""}” dành cho trẻ ${conflict.lessonAge} tuổi, còn ${className} là ${conflict.classAge} tuổi.`;
    case "closed":
      return `Trường nghỉ ${dayOf(wanted.date)}.`;
  }
}

/** What a slot is, for the audit and in lists: class, room, time. */
export function tellSlot(slot: PlacedSlot, names: Names): string {
  const { room, schoolClass } = namesOf(slot, names);
  return `${schoolClass}, ${room}, ${timeOf(slot)}`;
}

function namesOf({ roomId, classId, lessonId }: PlacedSlot, { rooms, classes, lessons }: Names) {
  return {
    room: rooms.get(roomId)?.name ?? "Phòng này",
    schoolClass: classes.get(classId)?.name ?? "một lớp",
    lesson: lessons.get(lessonId)?.name ?? "hoạt động",
  };
}

/** e.g. "8:00–8:30 Thứ Hai, 23/11/2026". */
export const timeOf = ({ date, startMinute, endMinute }: PlacedSlot): string =>
  `${clockTime(startMinute)}–${clockTime(endMinute)} ${dayOf(date)}`;

/** e.g. "Thứ Hai, 23/11/2026". */
export const dayOf = (date: LocalDate): string =>
  `${weekdays[weekdayOfDate(date) - 1] ?? ""}, ${dateOf(date)}`;

/** e.g. "23/11/2026". */
export function dateOf(date: LocalDate): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)}/${Number(month)}/${year}`;
}

function clockTime(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
