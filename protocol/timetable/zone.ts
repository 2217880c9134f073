// Owns the way between instants and the school's wall clock, by the platform's own zone data (Intl).
import type { LocalDate } from "./timetable.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    // Making a formatter costs about a hundred times more than using one.
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The school's wall clock at an instant, written as if it were UTC ms: plain arithmetic then works on it. */
function wallOf(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const millisecond = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + millisecond;
}

export type LocalTime = {
  readonly date: LocalDate;
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Minutes after local midnight, with a fraction for seconds. */
  readonly minute: number;
};

const dayMs = 86_400_000;

export function localTimeOf(at: number, zone: string): LocalTime {
  const wall = wallOf(at, zone);
  const midnight = Math.floor(wall / dayMs) * dayMs;
  return { date: dateText(midnight), weekday: weekdayOf(midnight), minute: (wall - midnight) / 60_000 };
}

/** The instant of a wall-clock minute of a local day, UTC ms. */
export function instantOf(date: LocalDate, minute: number, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  // Two steps settle every zone: the first guess may sit on the other side of an offset change.
  const guess = wall - (wallOf(wall, zone) - wall);
  return guess - (wallOf(guess, zone) - wall);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateText(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
}

export function weekdayOfDate(date: LocalDate): number {
  return weekdayOf(Date.parse(`${date}T00:00:00Z`));
}

const dateText = (midnight: number): LocalDate => new Date(midnight).toISOString().slice(0, 10);
// 1 January 1970 was a Thursday (ISO 4).
const weekdayOf = (midnight: number): number => ((((midnight / dayMs + 3) % 7) + 7) % 7) + 1;
