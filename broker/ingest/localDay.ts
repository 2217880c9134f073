// Owns which school day an instant belongs to, fast enough for every sample: zones move in quarter hours, so a quarter is looked up once.
import type { DatabaseSync } from "node:sqlite";
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

export type SchoolDay = {
  of(at: number): LocalMinute;
  /** The zone may be changed while the hub runs: it is read anew after this. */
  forget(): void;
};

export function makeSchoolDay(database: DatabaseSync): SchoolDay {
  const read = database.prepare("SELECT zone FROM school");
  let known: { readonly zone: string; readonly of: (at: number) => LocalMinute } | undefined;
  let fresh = false;
  return {
    of(at) {
      if (known === undefined || !fresh) {
        const zone = String(read.get()?.["zone"] ?? "Asia/Ho_Chi_Minh");
        if (zone !== known?.zone) known = { zone, of: makeLocalDay(zone) };
        fresh = true;
      }
      return known.of(at);
    },
    forget() {
      fresh = false;
    },
  };
}
