// Owns the shape of the week grid: rows are periods with a band for each room, slots at hours of their own lie in rows between. Pure.
import type { PeriodId, RoomId } from "../../../../protocol/ids.ts";
import { hasBegun, type PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import type { Hours, Season } from "../../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../../protocol/timetable/timetable.ts";
import { weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { Room } from "../../../api/rooms.ts";
import type { Period } from "../../../api/school.ts";
import type { DraftSlot, Week } from "../../../api/timetable.ts";

/** Where a slot can be put: one room, one day, one period. */
export type Place = { readonly roomId: RoomId; readonly date: LocalDate; readonly periodId: PeriodId };
export type WeekDay = Week["days"][number];

export type WeekCell = {
  readonly key: string;
  /** Null on days that are over and in rows of slots at hours of their own: nothing is dropped there. */
  readonly place: Place | null;
  readonly day: WeekDay;
  readonly slots: readonly DraftSlot[];
  /** Published slots that the draft no longer has here. */
  readonly removed: readonly PlacedSlot[];
};
export type WeekBand = { readonly room: Room; readonly cells: readonly WeekCell[] };
export type WeekRow = {
  readonly key: string;
  /** Null: slots at hours of their own. */
  readonly period: Period | null;
  /** Of the days shown, without repeats: two when the season changes within the week. */
  readonly hours: readonly Hours[];
  readonly bands: readonly WeekBand[];
};
export type WeekLayout = {
  readonly days: readonly WeekDay[];
  readonly rooms: readonly Room[];
  readonly rows: readonly WeekRow[];
};

export const placeKey = ({ roomId, date, periodId }: Place): string => `${date}|${roomId}|${periodId}`;

export const hoursOn = (period: Period, season: Season): Hours => period[season];

/** Nothing of it can be changed: its day is over, or stations have begun it. What nobody published has not begun. */
export const isOver = (
  slot: DraftSlot,
  now: { readonly today: LocalDate; readonly minute: number },
): boolean => slot.date < now.today || (slot.draft === "same" && hasBegun(slot, now));

/** Monday to Friday, and a day of the weekend when it has slots or when asked for. */
export function shownDays(week: Week, weekend: boolean): WeekDay[] {
  const used = new Set([...week.slots, ...week.removed].map(({ date }) => date));
  return week.days.filter(({ date }) => weekend || weekdayOfDate(date) <= 5 || used.has(date));
}

/** The rooms of "all rooms": those that lessons are planned for, and any other that has slots. */
export function plannedRooms({ rooms, slots }: Week): Room[] {
  const used = new Set(slots.map(({ roomId }) => roomId));
  return rooms.filter(({ id, kind }) => kind === "kidsmart" || kind === "functional" || used.has(id));
}

/** `today`: days before it are over, and the hub changes nothing there. */
export function layOutWeek(
  week: Week,
  rooms: readonly Room[],
  weekend: boolean,
  today: LocalDate = "",
): WeekLayout {
  const days = shownDays(week, weekend);
  const season = days[0]?.season ?? "winter";
  const periods = [...week.periods].sort(
    (a, b) => hoursOn(a, season).startMinute - hoursOn(b, season).startMinute,
  );
  const known = new Set(periods.map(({ id }) => id));
  const inPeriod = new Map<string, DraftSlot[]>();
  const removedAt = new Map<string, PlacedSlot[]>();
  const ofTheirOwn: DraftSlot[] = [];
  for (const slot of week.slots)
    if (slot.periodId !== null && known.has(slot.periodId))
      push(inPeriod, placeKey({ ...slot, periodId: slot.periodId }), slot);
    else ofTheirOwn.push(slot);
  for (const slot of week.removed)
    if (slot.periodId !== null) push(removedAt, placeKey({ ...slot, periodId: slot.periodId }), slot);

  const rows: WeekRow[] = [];
  const addOwn = (fromMinute: number, untilMinute: number) => {
    const slots = ofTheirOwn
      .filter(({ startMinute }) => fromMinute <= startMinute && startMinute < untilMinute)
      .sort((a, b) => a.startMinute - b.startMinute);
    const bands = rooms
      .filter(({ id }) => slots.some(({ roomId }) => roomId === id))
      .map((room) => ({ room, cells: days.map((day) => ownCell(room, day, slots, fromMinute)) }));
    if (bands.length > 0) rows.push({ key: `own-${fromMinute}`, period: null, hours: [], bands });
  };
  periods.forEach((period, index) => {
    if (index === 0) addOwn(0, hoursOn(period, season).startMinute);
    const bands = rooms.map((room) => ({
      room,
      cells: days.map((day): WeekCell => {
        const place = { roomId: room.id, date: day.date, periodId: period.id };
        const key = placeKey(place);
        return {
          key,
          place: day.date < today ? null : place,
          day,
          slots: inPeriod.get(key) ?? [],
          removed: removedAt.get(key) ?? [],
        };
      }),
    }));
    rows.push({ key: period.id, period, hours: distinctHours(period, days), bands });
    const next = periods[index + 1];
    const { startMinute } = hoursOn(period, season);
    addOwn(startMinute, next === undefined ? 24 * 60 : hoursOn(next, season).startMinute);
  });
  if (periods.length === 0) addOwn(0, 24 * 60);
  return { days, rooms, rows };
}

function ownCell(room: Room, day: WeekDay, slots: readonly DraftSlot[], fromMinute: number): WeekCell {
  const here = slots.filter(({ roomId, date }) => roomId === room.id && date === day.date);
  return { key: `${day.date}|${room.id}|own-${fromMinute}`, place: null, day, slots: here, removed: [] };
}

function distinctHours(period: Period, days: readonly WeekDay[]): Hours[] {
  const seasons = [...new Set(days.map(({ season }) => season))];
  const all = seasons.map((season) => hoursOn(period, season));
  return all.filter(
    (hours, index) =>
      all.findIndex(
        ({ startMinute, endMinute }) => startMinute === hours.startMinute && endMinute === hours.endMinute,
      ) === index,
  );
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export type NowLine = {
  /** Row and band within it that the line crosses. */
  readonly row: number;
  readonly band: number;
  /** From the top of that band, 0 to 1. */
  readonly share: number;
};

/** Where the minute of the day lies in the grid: inside a period, or on the edge below the last one that began. */
export function nowLineAt(layout: WeekLayout, season: Season, minute: number): NowLine | null {
  let line: NowLine | null = null;
  layout.rows.forEach(({ period, bands }, row) => {
    if (period === null || bands.length === 0) return;
    const { startMinute, endMinute } = hoursOn(period, season);
    if (minute < startMinute) return;
    const through = Math.min(1, (minute - startMinute) / (endMinute - startMinute)) * bands.length;
    const band = Math.min(bands.length - 1, Math.floor(through));
    line = { row, band, share: through - band };
  });
  return line;
}

export type Direction = "up" | "down" | "left" | "right";

/** The cell that an arrow key moves to, or undefined at the edge of the grid. */
export function cellTowards(
  layout: WeekLayout,
  fromKey: string,
  direction: Direction,
  wanted: (cell: WeekCell) => boolean = () => true,
): WeekCell | undefined {
  const lines = layout.rows.flatMap(({ bands }) => bands.map(({ cells }) => cells));
  const line = lines.findIndex((cells) => cells.some(({ key }) => key === fromKey));
  const column = lines[line]?.findIndex(({ key }) => key === fromKey) ?? -1;
  if (line < 0 || column < 0) return undefined;
  const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[direction] as [
    number,
    number,
  ];
  for (let step = 1; ; step++) {
    const cell = lines[line + down * step]?.[column + right * step];
    if (cell === undefined || wanted(cell)) return cell;
  }
}
