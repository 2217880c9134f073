// Owns the order in which lessons that happened are read: by day, and summed for each class. Numbers, never a ranking. Pure.
import type { SessionRow } from "../../api/lead.ts";

export type ClassTotal = {
  readonly classId: string;
  readonly name: string;
  readonly emblem: string;
  readonly sessions: number;
  /** Children of all its lessons that were counted, added up. */
  readonly children: number;
  readonly minutes: number;
  readonly runs: number;
};

/** Days in their order, lessons of a day in theirs. `dayOf`: the school's day of an instant. */
export function sessionDays(
  rows: readonly SessionRow[],
  dayOf: (at: number) => string,
): readonly (readonly [day: string, rows: readonly SessionRow[]])[] {
  const inOrder = [...rows].sort((a, b) => a.openedAt - b.openedAt);
  return [...Map.groupBy(inOrder, ({ openedAt }) => dayOf(openedAt))];
}

/** By name, so that nobody reads it as first and last. */
export function classTotals(rows: readonly SessionRow[]): readonly ClassTotal[] {
  return [...Map.groupBy(rows, ({ classId }) => classId)]
    .map(([classId, ofClass]) => ({
      classId,
      name: ofClass[0]?.className ?? "",
      emblem: ofClass[0]?.classEmblem ?? "",
      sessions: ofClass.length,
      children: ofClass.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
      minutes: ofClass.reduce((sum, { playedMinutes }) => sum + (playedMinutes ?? 0), 0),
      runs: ofClass.reduce((sum, { gameRuns }) => sum + gameRuns, 0),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
}
