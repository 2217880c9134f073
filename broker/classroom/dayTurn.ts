// Owns noticing that a new day began at the school: menus move on and notices come and go without anybody's hand.
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";

export type DayTurn = {
  readonly clock: { now(): number };
  readonly zone: string;
  /** Calls again and again; returns the way to stop. */
  readonly every: (ms: number, call: () => void) => () => void;
  readonly onNewDay: (today: LocalDate) => void;
};

/** Looked at, not slept until: a clock that is set and a machine that sleeps through midnight are noticed alike. */
const lookEveryMs = 60_000;

export function watchDayTurn({ clock, zone, every, onNewDay }: DayTurn): () => void {
  const today = () => localTimeOf(clock.now(), zone).date;
  let known = today();
  return every(lookEveryMs, () => {
    const date = today();
    if (date === known) return;
    known = date;
    onNewDay(date);
  });
}
