// Owns the rules of drawing up the day's periods: rows as they are typed, what is wrong with them, the next one. Pure.
import type { PeriodId } from "../../../../protocol/ids.ts";
import type { Season } from "../../../../protocol/timetable/schoolYear.ts";
import type { Period } from "../../../api/school.ts";
import { minuteOf, timeOf } from "../../classroom/dayDraft.ts";

/** Times as they are typed. */
export type TypedHours = { readonly start: string; readonly end: string };
export type PeriodRow = {
  readonly key: string;
  readonly id: PeriodId | null;
  readonly name: string;
  readonly afterLunch: boolean;
} & Readonly<Record<Season, TypedHours>>;

export const seasons = ["summer", "winter"] as const;
export const mostPeriods = 20;
const usualMinutes = 30;
const usualPauseMinutes = 10;
const firstMinute: Readonly<Record<Season, number>> = { summer: 8 * 60, winter: 8 * 60 + 15 };

export type HoursError =
  | { readonly code: "nameNeeded" | "timeNeeded" | "endAfterStart" }
  | { readonly code: "nameTaken" | "overlaps"; readonly other: string };
/** "name", "summer.start" → what is wrong there. */
export type RowErrors = Readonly<Record<string, HoursError>>;

const typed = ({ startMinute, endMinute }: Period[Season]): TypedHours => ({
  start: timeOf(startMinute),
  end: timeOf(endMinute),
});

export const rowsOf = (periods: readonly Period[]): PeriodRow[] =>
  periods.map(({ id, name, afterLunch, summer, winter }) => ({
    key: id,
    id,
    name,
    afterLunch,
    summer: typed(summer),
    winter: typed(winter),
  }));

const read = ({ start, end }: TypedHours) => ({ startMinute: minuteOf(start), endMinute: minuteOf(end) });
export type NewPeriod = Omit<Period, "id"> & { readonly id: PeriodId | null };

/** In the order of the day; for rows without errors. */
export const periodsOf = (rows: readonly PeriodRow[]): NewPeriod[] =>
  rows
    .map(({ id, name, afterLunch, summer, winter }) => ({
      id,
      name: name.trim(),
      afterLunch,
      summer: read(summer),
      winter: read(winter),
    }))
    .sort((a, b) => a.summer.startMinute - b.summer.startMinute);

const isWhole = ({ startMinute, endMinute }: Period[Season]) => startMinute < endMinute;

/** One entry for each row. A pair that overlaps is told at the later row only, so that one change mends one sentence. */
export function errorsOfRows(rows: readonly PeriodRow[]): RowErrors[] {
  return rows.map((row, place) => {
    const errors: Record<string, HoursError> = {};
    const name = row.name.trim();
    const earlier = rows.slice(0, place);
    if (name === "") errors["name"] = { code: "nameNeeded" };
    else if (earlier.some((other) => other.name.trim() === name))
      errors["name"] = { code: "nameTaken", other: name };
    for (const season of seasons) {
      const hours = read(row[season]);
      const [startField, endField] = [`${season}.start`, `${season}.end`];
      if (Number.isNaN(hours.startMinute)) errors[startField] = { code: "timeNeeded" };
      if (Number.isNaN(hours.endMinute)) errors[endField] = { code: "timeNeeded" };
      else if (hours.endMinute <= hours.startMinute) errors[endField] = { code: "endAfterStart" };
      if (!isWhole(hours)) continue;
      const other = earlier.find((each) => {
        const held = read(each[season]);
        return isWhole(held) && hours.startMinute < held.endMinute && held.startMinute < hours.endMinute;
      });
      if (other !== undefined) errors[startField] = { code: "overlaps", other: other.name.trim() };
    }
    return errors;
  });
}

/** After the last one of the day, as long as it, after a short pause; the name counts on. */
export function withNewPeriod(rows: readonly PeriodRow[], key: string, nameOf: (number: number) => string) {
  const hoursIn = (season: Season): TypedHours => {
    const held = rows.map((row) => read(row[season])).filter(isWhole);
    const last = held.sort((a, b) => a.endMinute - b.endMinute).at(-1);
    const length = last === undefined ? usualMinutes : last.endMinute - last.startMinute;
    const wanted = last === undefined ? firstMinute[season] : last.endMinute + usualPauseMinutes;
    const start = Math.min(wanted, 24 * 60 - length);
    return { start: timeOf(start), end: timeOf(start + length) };
  };
  let number = rows.length + 1;
  while (rows.some(({ name }) => name.trim() === nameOf(number))) number++;
  const row: PeriodRow = {
    key,
    id: null,
    name: nameOf(number),
    afterLunch: false,
    summer: hoursIn("summer"),
    winter: hoursIn("winter"),
  };
  return [...rows, row];
}

export type DayBar = {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
};
export type DayPicture = {
  readonly fromHour: number;
  readonly untilHour: number;
  readonly lanes: Readonly<Record<Season, readonly DayBar[]>>;
};

/** What can be drawn of the rows, over whole hours with half a day at least. */
export function pictureOf(rows: readonly PeriodRow[]): DayPicture {
  const lane = (season: Season) =>
    rows
      .map((row) => ({ row, hours: read(row[season]) }))
      .filter(({ hours }) => isWhole(hours))
      .map(({ row, hours }) => ({
        key: row.key,
        name: row.name,
        from: hours.startMinute,
        until: hours.endMinute,
      }));
  const lanes = { summer: lane("summer"), winter: lane("winter") };
  const all = [...lanes.summer, ...lanes.winter];
  const fromHour = Math.min(7, ...all.map(({ from }) => Math.floor(from / 60)));
  const untilHour = Math.max(17, ...all.map(({ until }) => Math.ceil(until / 60)));
  return { fromHour, untilHour, lanes };
}
