// Owns why a slot cannot stand where somebody wants it, in sentences. Pure.
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../protocol/timetable/placementConflicts.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { dayOf, tellConflict, timeOf } from "./conflictSentence.ts";
import type { PlanningFacts } from "./planningFacts.ts";

/** `sameDay`: every slot of the school on that day as it would be then; the slot itself may be among them. Empty: it fits. */
export function judgeSlot(slot: PlacedSlot, sameDay: readonly PlacedSlot[], facts: PlanningFacts): string[] {
  if (slot.date < facts.today) return [tellPast(slot.date)];
  const { rooms, classes, lessons, periods, rules, closures } = facts;
  const reasons: string[] = [];
  const schoolClass = classes.get(slot.classId);
  const lesson = lessons.get(slot.lessonId);
  if (!rooms.has(slot.roomId)) reasons.push("Phòng này không còn trong danh sách phòng.");
  if (schoolClass === undefined) reasons.push("Lớp này không còn trong danh sách lớp.");
  else if (schoolClass.archived) reasons.push(`${schoolClass.name} đã kết thúc, không xếp thêm tiết được.`);
  if (lesson === undefined) reasons.push("Hoạt động này không còn trong danh sách hoạt động.");
  else if (lesson.archived) reasons.push(`Hoạt động “${lesson.name}” đã cất đi, không xếp thêm tiết được.`);
  if (slot.periodId !== null && !periods.has(slot.periodId))
    reasons.push("Tiết này không còn trong danh sách tiết học.");
  const { capMinutes, dayCapMinutes } = rules.screenTime;
  const conflicts = conflictsOf(slot, {
    slots: sameDay,
    classAge: (id) => classes.get(id)?.ageBand,
    lessonAge: (id) => lessons.get(id)?.ageBand,
    capMinutes,
    dayCapMinutes,
    closures,
  });
  for (const conflict of conflicts)
    if (conflict.weight === "refused") reasons.push(tellConflict(slot, conflict, facts));
  return reasons;
}

/** Stations play it already, or have played it. */
export const tellBegun = (slot: PlacedSlot): string =>
  `Tiết này đã bắt đầu (${timeOf(slot)}) nên không sửa, chuyển hay bỏ được nữa. Muốn dừng giờ đang chơi, hãy mở trang của phòng.`;

export const tellPast = (date: LocalDate): string =>
  `${dayOf(date)} đã qua, thời khóa biểu của ngày đó không sửa được nữa.`;
