// Owns the rule of what a classroom screen shows at a moment: which activity is now, how far it is, and when there is none. Pure.
import type {
  Classroom,
  DayActivity,
  Meal,
  MenuDay,
  ShownNotice,
} from "../../../protocol/documents/classroom.ts";
import type { Closure, LocalDate, Timetable } from "../../../protocol/timetable/timetable.ts";
import { addDays, localTimeOf, weekdayOfDate } from "../../../protocol/timetable/zone.ts";

/** What of a plan the screen needs. */
export type ClassroomPlan = {
  readonly classroom: Classroom | null;
  readonly timetable: Pick<Timetable, "zone" | "closures" | "dated">;
};

export type ActivityPlace = "past" | "now" | "next" | "later";

export type PlacedActivity = DayActivity & { readonly place: ActivityPlace };

/** The school's moment; null while the clock cannot be trusted. */
export type Moment = {
  readonly date: LocalDate /** After midnight, with a fraction. */;
  readonly minute: number;
};

export type ClassroomView =
  | {
      readonly kind: "empty";
      /** What nobody filled in: whose room it is, or the day of the class's age. */
      readonly missing: "class" | "day";
    }
  | { readonly kind: "holiday"; readonly reason: string; readonly opens: LocalDate | null }
  | { readonly kind: "weekend"; readonly opens: LocalDate | null }
  | {
      /** Before or after the class's day. */
      readonly kind: "closed";
      readonly when: "before" | "after";
      readonly opens: LocalDate | null;
      readonly opensMinute: number;
    }
  | {
      readonly kind: "day";
      readonly activities: readonly PlacedActivity[];
      /** Null in a gap, and while the clock cannot be trusted. */
      readonly now: DayActivity | null;
      readonly next: DayActivity | null;
      /** Of the way from now to next, 0–1; null when there is no next one or the time is not known. */
      readonly progress: number | null;
    };

/** Doors open: the day is shown this long before its first activity and after its last, minutes. */
export const aroundDayMinutes = 30;
/** How far ahead a next open day is looked for. */
const lookAheadDays = 120;

export const momentOf = (at: number, zone: string): Moment => {
  const { date, minute } = localTimeOf(at, zone);
  return { date, minute };
};

export function classroomViewOf(plan: ClassroomPlan, moment: Moment | null): ClassroomView {
  const { classroom } = plan;
  if (classroom === null) return { kind: "empty", missing: "class" };
  const day = [...classroom.day].sort((a, b) => a.startMinute - b.startMinute || a.endMinute - b.endMinute);
  const first = day[0];
  if (first === undefined) return { kind: "empty", missing: "day" };
  if (moment === null)
    return {
      kind: "day",
      activities: day.map((activity) => ({ ...activity, place: "later" })),
      now: null,
      next: null,
      progress: null,
    };
  const { date, minute } = moment;
  const closure = closureOn(plan.timetable.closures, date);
  if (closure !== undefined) return { kind: "holiday", reason: closure.reason, opens: nextOpen(plan, date) };
  if (!isOpen(plan, date)) return { kind: "weekend", opens: nextOpen(plan, date) };
  const opensMinute = first.startMinute;
  if (minute < opensMinute - aroundDayMinutes)
    return { kind: "closed", when: "before", opens: date, opensMinute };
  const lastEnd = Math.max(...day.map(({ endMinute }) => endMinute));
  if (minute >= lastEnd + aroundDayMinutes)
    return { kind: "closed", when: "after", opens: nextOpen(plan, date), opensMinute };
  return dayAt(day, minute);
}

function dayAt(day: readonly DayActivity[], minute: number): ClassroomView {
  // Of two that overlap the later one counts: it is what the class went over to.
  const now = [...day]
    .reverse()
    .find(({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute);
  const next = day.find(({ startMinute }) => startMinute > minute);
  const since = now?.startMinute ?? lastEndBefore(day, minute);
  const placeOf = (activity: DayActivity): ActivityPlace => {
    if (activity === now) return "now";
    if (activity === next) return "next";
    return activity.startMinute <= minute ? "past" : "later";
  };
  return {
    kind: "day",
    activities: day.map((activity) => ({ ...activity, place: placeOf(activity) })),
    now: now ?? null,
    next: next ?? null,
    progress: progressOf(minute, since, now, next),
  };
}

function progressOf(
  minute: number,
  since: number | null,
  now: DayActivity | undefined,
  next: DayActivity | undefined,
): number | null {
  const until = next?.startMinute ?? now?.endMinute;
  if (until === undefined) return null;
  const from = since ?? until - aroundDayMinutes;
  return Math.min(1, Math.max(0, (minute - from) / (until - from)));
}

function lastEndBefore(day: readonly DayActivity[], minute: number): number | null {
  const ends = day.map(({ endMinute }) => endMinute).filter((end) => end <= minute);
  return ends.length === 0 ? null : Math.max(...ends);
}

const closureOn = (closures: readonly Closure[], date: LocalDate) =>
  closures.find(({ fromDate, untilDate }) => fromDate <= date && date <= untilDate);

/** Saturday and Sunday are quiet, unless the school cooks or plays that day. */
function isOpen({ classroom, timetable }: ClassroomPlan, date: LocalDate): boolean {
  if (closureOn(timetable.closures, date) !== undefined) return false;
  if (weekdayOfDate(date) <= 5) return true;
  return menuOn(classroom, date).length > 0 || (timetable.dated?.days[date] ?? []).length > 0;
}

function nextOpen(plan: ClassroomPlan, date: LocalDate): LocalDate | null {
  for (let ahead = 1; ahead <= lookAheadDays; ahead++) {
    const candidate = addDays(date, ahead);
    if (isOpen(plan, candidate)) return candidate;
  }
  return null;
}

/** Empty when nobody wrote one, or the hub was away for so long. */
export const menuOn = (classroom: Classroom | null, date: LocalDate): readonly Meal[] =>
  classroom?.menu.find((day) => day.date === date)?.meals ?? [];

/** On a Saturday what comes is of interest, not what was; unless the school cooks that day. */
export const firstWeek = (classroom: Classroom | null, today: LocalDate): 0 | 1 =>
  weekdayOfDate(today) > 5 && menuOn(classroom, today).length === 0 ? 1 : 0;

/** Days with their meals from Monday: five, and Saturday and Sunday when they have meals. `weeksAhead` 0 is the week to show now. */
export function menuWeek(
  classroom: Classroom | null,
  today: LocalDate,
  weeksAhead: 0 | 1,
): readonly MenuDay[] {
  const monday = addDays(today, 1 - weekdayOfDate(today) + weeksAhead * 7);
  return [0, 1, 2, 3, 4, 5, 6]
    .map((day) => addDays(monday, day))
    .map((date) => ({ date, meals: [...menuOn(classroom, date)] }))
    .filter(({ date, meals }) => weekdayOfDate(date) <= 5 || meals.length > 0);
}

/** Those that hold today. */
export const noticesOn = (classroom: Classroom | null, date: LocalDate): readonly ShownNotice[] =>
  (classroom?.notices ?? []).filter(({ fromDate, untilDate }) => fromDate <= date && date <= untilDate);

/** At most `most` of the day's pictures, with what is now among them and two that are past. */
export function stripOf(activities: readonly PlacedActivity[], most: number): readonly PlacedActivity[] {
  if (activities.length <= most) return activities;
  const found = activities.findIndex(({ place }) => place === "now" || place === "next");
  // Nothing comes any more: the end of the day.
  const at = found < 0 ? activities.length - 1 : found;
  const from = Math.min(Math.max(0, at - 2), activities.length - most);
  return activities.slice(from, from + most);
}
