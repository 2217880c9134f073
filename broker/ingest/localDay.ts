// Owns which school day an instant belongs to, fast enough for every sample: zones move in quarter hours, so a quarter is looked up once.
import { localTimeOf } from "../../protocol/timetable/zone.ts";

export type LocalMinute = {
  /** The school's day. */
  readonly date: string;
  /** Whole minutes after its midnight, 0–1439. */
  readonly minute: number;
};

const quarterMs = 15 * 60_000;
/** Quarters kept: two weeks of them, and a device that was away for longer costs its own look-ups. */
const mostKept = 2000;

/** `zone`: IANA. */
export function makeLocalDay(zone: string): (at: number) => LocalMinute {
  const known = new Map<number, { readonly date: string; readonly from: number }>();
  return (at) => {
    const quarter = Math.floor(at / quarterMs);
    let found = known.get(quarter);
    if (found === undefined) {
      if (known.size >= mostKept) known.clear();
      const { date, minute } = localTimeOf(quarter * quarterMs, zone);
      found = { date, from: Math.floor(minute) };
      known.set(quarter, found);
    }
    return { date: found.date, minute: found.from + Math.floor((at - quarter * quarterMs) / 60_000) };
  };
}
