// Owns how a timetable conflict is told to the person who wanted the slot.
import type { Slot } from "../../protocol/timetable/timetable.ts";
import type { Conflict } from "./conflict.ts";

export type Names = { readonly room: string; readonly schoolClass: string; readonly lesson: string };

const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

/** `names` are those of the slot in the way. */
export function tellConflict({ slot, over }: Conflict, names: Names): string {
  const time = timeOf(slot);
  const taken =
    over === "room"
      ? `${names.room} đã dành cho ${names.schoolClass} (${names.lesson}) lúc ${time}`
      : `${names.schoolClass} đã có tiết ở ${names.room} (${names.lesson}) lúc ${time}`;
  const oneDay =
    slot.fromDate !== null && slot.fromDate === slot.untilDate ? `, ngày ${localDay(slot.fromDate)}` : "";
  return `${taken}${oneDay}. Thời khóa biểu chưa thay đổi. Hãy chọn giờ khác hoặc xóa tiết đó trước.`;
}

/** e.g. "8:00–8:30 Thứ Hai". */
export function timeOf({ weekday, startMinute, endMinute }: Slot): string {
  return `${clockTime(startMinute)}–${clockTime(endMinute)} ${weekdays[weekday - 1] ?? ""}`;
}

function clockTime(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

function localDay(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)}/${Number(month)}/${year}`;
}
