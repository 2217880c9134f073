// Owns keeping what an earlier run planned: every slot that the rules still allow stays where teachers already know it.
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import type { Ledger, Wish } from "./ledger.ts";
import type { Placed } from "./planWeeks.ts";
import type { Term } from "./term.ts";

export function keepFormer(term: Term, ledger: Ledger, former: readonly PlacedSlot[]): Placed[] {
  const wishOf = new Map(ledger.wishes.map(({ classId }, place) => [classId, place]));
  const kept: Placed[] = [];
  const inOrder = [...former].sort(
    (a, b) => compare(a.date, b.date) || a.startMinute - b.startMinute || compare(a.id, b.id),
  );
  for (const slot of inOrder) {
    const wish = wishOf.get(slot.classId);
    const cell = slot.periodId === null ? undefined : term.cellAt(slot.roomId, slot.date, slot.periodId);
    if (wish === undefined || cell === undefined) continue;
    if (ledger.given(wish) >= (ledger.wishes[wish] as Wish).wanted) continue;
    if (!ledger.roomFree(cell) || !ledger.classMay(wish, cell) || !ledger.weekMay(wish, cell.week)) continue;
    ledger.place(wish, cell);
    kept.push({ wish, cell });
  }
  return kept;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
