// Owns the books of a plan while it is made: which room and class is taken when, and what each class has had of what.
import type { AgeBand } from "../../../protocol/game.ts";
import type { ClassId } from "../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import type { RotationFacts } from "./rotationFacts.ts";
import { type Cell, dayNumberOf, type Term } from "./term.ts";

type Span = { readonly startMinute: number; readonly endMinute: number };

export type Wish = {
  readonly classId: ClassId;
  readonly ageBand: AgeBand;
  readonly timesAWeek: number;
  /** Of the whole term. */
  readonly wanted: number;
  /** 0 ≤ phase < 1: which weeks a class that comes every other week begins with. */
  readonly phase: number;
  /** Without a lesson for its age a class cannot come. */
  readonly hasLessons: boolean;
};

/** What a wish asks for from the first week to the week at this place. */
export const wantedUntil = ({ timesAWeek, wanted, phase }: Wish, week: number, weeks: number): number =>
  week + 1 >= weeks ? wanted : Math.min(wanted, Math.floor(timesAWeek * (week + 1) + phase + 1e-9));

/** One more than usual in a week, so that a holiday can be made up for. */
const mostInWeek = ({ timesAWeek }: Wish) => Math.ceil(timesAWeek) + 1;

/** A class that has not been yet was last there this long ago. */
const longAgoDays = 400;

export type Ledger = ReturnType<typeof openLedger>;

/** `fixed`: slots that stay whatever is planned. Those in the rooms of the rotation count as given. */
export function openLedger(
  facts: RotationFacts,
  term: Term,
  wishes: readonly Wish[],
  fixed: readonly PlacedSlot[],
) {
  const { capMinutes, dayCapMinutes } = facts.screenTime;
  const weekCount = term.weeks.length;
  const periodCount = facts.periods.length;
  const firstDay = dayNumberOf(term.fromDate);
  const dayCount = Math.max(1, dayNumberOf(term.untilDate) - firstDay + 1);
  const roomCount = facts.rules.roomIds.length;
  const perDay = wishes.map(({ timesAWeek }) => Math.ceil(timesAWeek / new Set(facts.rules.weekdays).size));

  const roomBusy: Span[][] = term.strips.map(() => []);
  /** By class and day: when, and how long at screens. */
  const classBusy = new Map<number, { spans: Span[]; minutes: number; given: number }>();
  const given = new Int32Array(wishes.length);
  const inWeek = new Int32Array(wishes.length * weekCount);
  const byPeriod = new Int32Array(wishes.length * periodCount);
  const byWeekday = new Int32Array(wishes.length * 8);
  const byRoom = new Int32Array(wishes.length * roomCount);
  const mornings = new Int32Array(wishes.length);
  const onDay = wishes.map(() => new Uint8Array(dayCount));
  const lastBefore = new Int32Array(wishes.length).fill(-1);

  const screenMinutes = (ageBand: AgeBand, { startMinute, endMinute }: Span) =>
    Math.min(endMinute - startMinute, capMinutes[ageBand]);
  const overlaps = (spans: readonly Span[], { startMinute, endMinute }: Span) =>
    spans.some((span) => startMinute < span.endMinute && span.startMinute < endMinute);
  const dayKey = (wish: number, dayNumber: number) => wish * 100_000 + dayNumber;
  function dayOf(wish: number, dayNumber: number) {
    const key = dayKey(wish, dayNumber);
    let day = classBusy.get(key);
    if (day === undefined) {
      day = { spans: [], minutes: 0, given: 0 };
      classBusy.set(key, day);
    }
    return day;
  }
  const add = (array: Int32Array, index: number, by: number) => {
    array[index] = (array[index] ?? 0) + by;
  };
  const read = (array: Int32Array, index: number) => array[index] ?? 0;

  function count(
    wish: number,
    week: number | undefined,
    what: { dayNumber: number; weekday: number; period: number; room: number; morning: boolean },
    by: 1 | -1,
  ): void {
    add(given, wish, by);
    if (week !== undefined) add(inWeek, wish * weekCount + week, by);
    if (what.period >= 0) add(byPeriod, wish * periodCount + what.period, by);
    add(byWeekday, wish * 8 + what.weekday, by);
    if (what.room >= 0) add(byRoom, wish * roomCount + what.room, by);
    if (what.morning) add(mornings, wish, by);
    const days = onDay[wish];
    const offset = what.dayNumber - firstDay;
    if (days !== undefined && offset >= 0 && offset < dayCount) days[offset] = (days[offset] ?? 0) + by;
  }

  const wishOf = new Map(wishes.map(({ classId }, place) => [classId, place]));
  const weekAt = new Map(term.weeks.map(({ monday }, place) => [monday, place]));
  const stripAt = new Map(
    term.strips.map((strip, place) => [`${strip.room} ${strip.cells[0]?.date ?? ""}`, place]),
  );
  for (const slot of fixed) {
    const room = facts.rules.roomIds.indexOf(slot.roomId);
    const strip = stripAt.get(`${room} ${slot.date}`);
    if (strip !== undefined) roomBusy[strip]?.push(slot);
    const wish = wishOf.get(slot.classId);
    if (wish === undefined) continue;
    const dayNumber = dayNumberOf(slot.date);
    const ageBand = (wishes[wish] as Wish).ageBand;
    const day = dayOf(wish, dayNumber);
    day.spans.push(slot);
    day.minutes += screenMinutes(ageBand, slot);
    if (room < 0) continue;
    if (slot.date < term.fromDate) {
      lastBefore[wish] = Math.max(read(lastBefore, wish), dayNumber);
      continue;
    }
    if (slot.date > term.untilDate) continue;
    day.given++;
    const what = {
      dayNumber,
      weekday: ((dayNumber + 3) % 7) + 1,
      period: facts.periods.findIndex(({ id }) => id === slot.periodId),
      room,
      morning: slot.startMinute < 12 * 60,
    };
    count(wish, weekAt.get(mondayOf(slot.date)), what, 1);
  }

  return {
    wishes,
    given: (wish: number) => read(given, wish),
    inWeek: (wish: number, week: number) => read(inWeek, wish * weekCount + week),
    byPeriod: (wish: number, period: number) => read(byPeriod, wish * periodCount + period),
    byWeekday: (wish: number, weekday: number) => read(byWeekday, wish * 8 + weekday),
    byRoom: (wish: number, room: number) => read(byRoom, wish * roomCount + room),
    mornings: (wish: number) => read(mornings, wish),
    roomFree: (cell: Cell) => !overlaps(roomBusy[cell.strip] ?? [], cell),
    /** Room or not: may this class be here then? */
    classMay(wish: number, cell: Cell): boolean {
      const { ageBand, hasLessons } = wishes[wish] as Wish;
      if (!hasLessons) return false;
      const day = classBusy.get(dayKey(wish, cell.dayNumber));
      const minutes = screenMinutes(ageBand, cell);
      if (day === undefined) return minutes <= dayCapMinutes[ageBand];
      return (
        day.given < (perDay[wish] ?? 1) &&
        day.minutes + minutes <= dayCapMinutes[ageBand] &&
        !overlaps(day.spans, cell)
      );
    },
    overScreenTime(wish: number, cell: Cell): boolean {
      const { ageBand } = wishes[wish] as Wish;
      const had = classBusy.get(dayKey(wish, cell.dayNumber))?.minutes ?? 0;
      return had + screenMinutes(ageBand, cell) > dayCapMinutes[ageBand];
    },
    weekMay: (wish: number, week: number) =>
      read(inWeek, wish * weekCount + week) < mostInWeek(wishes[wish] as Wish),
    place(wish: number, cell: Cell): void {
      roomBusy[cell.strip]?.push(cell);
      const day = dayOf(wish, cell.dayNumber);
      day.spans.push(cell);
      day.minutes += screenMinutes((wishes[wish] as Wish).ageBand, cell);
      day.given++;
      count(wish, cell.week, cell, 1);
    },
    /** Days from the time before this day, and to the time after it; the ends of the term count as long ago. */
    gapsAround(wish: number, dayNumber: number): { before: number; after: number } {
      const days = onDay[wish] as Uint8Array;
      const offset = dayNumber - firstDay;
      let before = offset - 1;
      while (before >= 0 && days[before] === 0) before--;
      let after = offset + 1;
      while (after < dayCount && days[after] === 0) after++;
      const last = read(lastBefore, wish);
      const daysBefore =
        before >= 0 ? offset - before : last > 0 ? Math.min(longAgoDays, dayNumber - last) : longAgoDays;
      return { before: daysBefore, after: after < dayCount ? after - offset : longAgoDays };
    },
    /** Days on which the class is there, from the first day on. */
    daysOf: (wish: number) => onDay[wish] as Uint8Array,
  };
}
