// Owns how a calendar is written (RFC 5545): lines folded at 75 octets, texts escaped, times in the school's zone. Pure.

export type CalendarEvent = {
  /** The same for as long as it is the same slot. */
  readonly uid: string;
  /** When it was last changed, UTC ms. */
  readonly changedAt: number;
  /** "2026-11-23" and minutes after midnight, by the school's clock. */
  readonly date: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
};

export type CalendarFacts = {
  readonly name: string;
  readonly zone: string;
  readonly events: readonly CalendarEvent[];
};

/** Phones ask no more often than they are told. */
const refreshEvery = "PT1H";

export function writeCalendar({ name, zone, events }: CalendarFacts): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kidsmart//Timetable//VI",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refreshEvery}`,
    `X-PUBLISHED-TTL:${refreshEvery}`,
    ...zoneLines(zone, events),
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${utcStamp(event.changedAt)}`,
      `LAST-MODIFIED:${utcStamp(event.changedAt)}`,
      `DTSTART;TZID=${zone}:${localStamp(event.date, event.startMinute)}`,
      `DTEND;TZID=${zone}:${localStamp(event.date, event.endMinute)}`,
      `SUMMARY:${escaped(event.summary)}`,
      `LOCATION:${escaped(event.location)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** 3.6.5: every TZID that is used is described. Each change of offset from before the first day to after the last is one part. */
function zoneLines(zone: string, events: readonly CalendarEvent[]): string[] {
  const dates = events.map(({ date }) => date).sort();
  const dayMs = 86_400_000;
  const from = Date.parse(`${dates[0] ?? "2026-01-01"}T00:00:00Z`) - 370 * dayMs;
  const until = Date.parse(`${dates.at(-1) ?? "2026-01-01"}T00:00:00Z`) + 2 * dayMs;
  const first = offsetMinutes(zone, from);
  const parts = [zonePart("19700101T000000", first, first, false)];
  for (let at = from, before = first; at < until; at += dayMs) {
    const after = offsetMinutes(zone, at + dayMs);
    if (after === before) continue;
    // Down to the minute, between this day and the next.
    let [low, high] = [at, at + dayMs];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetMinutes(zone, middle) === before) low = middle;
      else high = middle;
    }
    const wall = new Date(high + before * 60_000).toISOString();
    parts.push(zonePart(wall.slice(0, 19).replaceAll(/[-:]/g, ""), before, after, after > before));
    before = after;
  }
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...parts.flat(), "END:VTIMEZONE"];
}

function zonePart(start: string, from: number, to: number, daylight: boolean): string[] {
  const kind = daylight ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `TZNAME:${offsetText(to)}`,
    `END:${kind}`,
  ];
}

function offsetMinutes(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "");
  return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

const two = (value: number) => String(value).padStart(2, "0");
const offsetText = (minutes: number) =>
  `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
const utcStamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

function localStamp(date: string, minute: number): string {
  // 24:00 is the next day's midnight.
  const at = new Date(Date.parse(`${date}T00:00:00Z`) + minute * 60_000).toISOString();
  return at.slice(0, 19).replaceAll(/[-:]/g, "");
}

/** 3.3.11. */
const escaped = (text: string) =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");

/** 3.1: no line is longer than 75 octets, and no letter is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
