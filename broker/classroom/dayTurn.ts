// Owns noticing that a new day began at the school: menus move on and notices come and go without anybody's hand.
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { dayAt } from "../timetable/schoolDay.ts";

export type DayTurn = {
  readonly clock: { now(): number };
  /** As it is now: people may change it. */
  readonly zone: () => string;
  /** Calls again and again; returns the way to stop. */
  readonly every: (ms: number, call: () => void) => () => void;
  readonly onNewDay: (today: LocalDate) => void;
};

/** Looked at, not slept until: a clock that is set and a machine that sleeps through midnight are noticed alike. */
const lookEveryMs = 60_000;

export function watchDayTurn({ clock, zone, every, onNewDay }: DayTurn): () => void {
  const today = () => dayAt(clock.now(), zone());
  let known = today();
  return every(lookEveryMs, () => {
    const date = today();
    if (date === known) return;
    known = date;
    onNewDay(date);
  });
}
