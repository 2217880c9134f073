// Owns the rule from rows to what a room's classroom screens show. Pure. Everything in it is about a class, nothing about a person
// (ADR 0009), and it travels in the plan, so that a screen shows it for weeks without the hub (ADR 0026).
import { z } from "zod";
import {
  type Classroom,
  dayActivity,
  meal,
  menuDay,
  shownNotice,
} from "../../protocol/documents/classroom.ts";
import type { ClassId } from "../../protocol/ids.ts";
import { mondayOf } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import { readableRows, readJson } from "../store/readJson.ts";
import type { DayPlanTable, MenuDayTable, NoticeTable, SchoolClassTable } from "../store/schema.ts";

export type ClassroomRows = {
  readonly classes: readonly SchoolClassTable[];
  readonly dayPlans: readonly DayPlanTable[];
  readonly menuDays: readonly MenuDayTable[];
  readonly notices: readonly NoticeTable[];
};

/** A notice travels this many days before its first one, so that a screen without the hub still shows it in time. */
export const noticeAheadDays = 14;
const mostNotices = 50;

/** Null for a room that is no class's own. `today` by the school's calendar. */
export function buildClassroom(rows: ClassroomRows, roomId: string, today: LocalDate): Classroom | null {
  const own = rows.classes
    .filter(({ homeRoomId, archivedAt }) => homeRoomId === roomId && archivedAt === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))[0];
  if (own === undefined) return null;
  const day = rows.dayPlans.find(({ ageBand }) => ageBand === own.ageBand);
  const monday = mondayOf(today);
  const lastSunday = addDays(monday, 13);
  const lastStart = addDays(today, noticeAheadDays);
  return {
    classId: own.id as ClassId,
    day: day === undefined ? [] : readableRows(dayActivity, listIn(day.activities)).sort(byStart),
    menu: rows.menuDays
      .filter(({ date }) => monday <= date && date <= lastSunday)
      .map(({ date, meals }) => ({ date, meals: readableRows(meal, listIn(meals)) }))
      .filter((each) => each.meals.length > 0 && menuDay.safeParse(each).success)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    notices: readableRows(shownNotice, rows.notices.filter(holdsFor(own.id, today, lastStart)).map(asShown))
      .sort((a, b) => (`${a.fromDate} ${a.id}` < `${b.fromDate} ${b.id}` ? -1 : 1))
      .slice(0, mostNotices),
  };
}

const holdsFor =
  (classId: string, today: LocalDate, lastStart: LocalDate) =>
  ({ state, classIds, fromDate, untilDate }: NoticeTable): boolean =>
    state === "approved" &&
    fromDate <= lastStart &&
    today <= untilDate &&
    (classIds === null || listIn(classIds).includes(classId));

const asShown = ({ id, title, text, picture, fromDate, untilDate }: NoticeTable) => ({
  id,
  title,
  text,
  picture,
  fromDate,
  untilDate,
});

const byStart = (a: { startMinute: number; endMinute: number }, b: typeof a) =>
  a.startMinute - b.startMinute || a.endMinute - b.endMinute;

/** Empty when the text is no list. */
function listIn(text: string): unknown[] {
  const read = readJson(text, z.array(z.unknown()));
  return read.ok ? read.value : [];
}
