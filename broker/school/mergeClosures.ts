// Owns how closures become one: days that overlap or follow one another for the same reason. Pure.
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays } from "../../protocol/timetable/zone.ts";

type Closure = { readonly fromDate: LocalDate; readonly untilDate: LocalDate; readonly reason: string };

/** By their first day. Closures for other reasons may overlap: taking one away leaves the other. */
export function mergeClosures<Each extends Closure>(closures: readonly Each[]): Each[] {
  const merged: Each[] = [];
  for (const closure of [...closures].sort((a, b) => a.fromDate.localeCompare(b.fromDate))) {
    const place = merged.findLastIndex(
      ({ reason, untilDate }) => reason === closure.reason && closure.fromDate <= addDays(untilDate, 1),
    );
    const before = merged[place];
    if (before === undefined) merged.push(closure);
    else if (closure.untilDate > before.untilDate)
      merged[place] = { ...before, untilDate: closure.untilDate };
  }
  return merged;
}
