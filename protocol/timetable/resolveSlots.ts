// Owns the timetable rule: which slots happen between two instants. Pure; the same on hub, agent and kiosk.
import type { ClassId, LessonId, RoomId, SessionId, SlotId } from "../ids.ts";
import type { LocalDate, Timetable } from "./timetable.ts";
import { addDays, instantOf, localTimeOf, weekdayOfDate } from "./zone.ts";

export type ResolvedSlot = {
  readonly slotId: SlotId;
  readonly roomId: RoomId;
  readonly classId: ClassId;
  readonly lessonId: LessonId;
  readonly date: LocalDate;
  /** UTC ms. */
  readonly startAt: number;
  readonly endAt: number;
  /** Equal on every device that resolves the same plan. */
  readonly sessionId: SessionId;
};

/**
 * Slots that overlap [from, to), by start then id. Closed days and days outside a slot's own bounds give none.
 * `from` and `to` are UTC ms; an empty or reversed span gives none.
 */
export function resolveSlots(timetable: Timetable, from: number, to: number): ResolvedSlot[] {
  if (!(from < to)) return [];
  const { zone } = timetable;
  const found: ResolvedSlot[] = [];
  // A slot never crosses midnight, so the days of both ends and those between are all that can matter.
  const lastDate = localTimeOf(to - 1, zone).date;
  for (let date = localTimeOf(from, zone).date; date <= lastDate; date = addDays(date, 1)) {
    if (timetable.closures.some((closure) => closure.fromDate <= date && date <= closure.untilDate)) continue;
    found.push(...datedOn(timetable, date, from, to));
    if (timetable.slots.length === 0) continue;
    const weekday = weekdayOfDate(date);
    for (const slot of timetable.slots) {
      if (slot.weekday !== weekday) continue;
      if (slot.fromDate !== null && date < slot.fromDate) continue;
      if (slot.untilDate !== null && date > slot.untilDate) continue;
      const startAt = instantOf(date, slot.startMinute, zone);
      const endAt = instantOf(date, slot.endMinute, zone);
      if (endAt <= from || startAt >= to) continue;
      found.push({
        slotId: slot.id,
        roomId: slot.roomId,
        classId: slot.classId,
        lessonId: slot.lessonId,
        date,
        startAt,
        endAt,
        sessionId: timetabledSession(slot.id, date),
      });
    }
  }
  return found.sort((a, b) => a.startAt - b.startAt || (a.slotId < b.slotId ? -1 : 1));
}

function datedOn({ dated, zone }: Timetable, date: LocalDate, from: number, to: number): ResolvedSlot[] {
  return (dated?.days[date] ?? []).flatMap(([slotId, startMinute, endMinute, classPlace, lessonPlace]) => {
    const classId = dated?.classIds[classPlace];
    const lessonId = dated?.lessonIds[lessonPlace];
    const startAt = instantOf(date, startMinute, zone);
    const endAt = instantOf(date, endMinute, zone);
    if (dated === undefined || classId === undefined || lessonId === undefined) return [];
    // One that ends before it begins overlaps nothing.
    if (startAt >= endAt || endAt <= from || startAt >= to) return [];
    const sessionId = timetabledSession(slotId, date);
    return [{ slotId, roomId: dated.roomId, classId, lessonId, date, startAt, endAt, sessionId }];
  });
}

// A slot happens at most once a day, so slot and day name the session without any hub to ask.
export const timetabledSession = (slotId: SlotId, date: LocalDate) =>
  `${slotId}.${date.replaceAll("-", "")}` as SessionId;
