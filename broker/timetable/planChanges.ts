// Owns what becomes of an order against the draft: which slots really change, and which cannot. Pure.
import type { SlotId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { isTooLate } from "./begun.ts";
import type { DraftOrder, RefusedChange } from "./draftOrder.ts";
import { judgeSlot, tellBegun, tellPast } from "./judgeSlot.ts";
import { hoursOn, type PlanningFacts } from "./planningFacts.ts";
import { samePlace } from "./slotRows.ts";

export type PlannedChange = {
  readonly id: SlotId;
  readonly before: PlacedSlot | null;
  readonly now: PlacedSlot | null;
};

export type DraftFacts = {
  readonly facts: PlanningFacts;
  /** As the slots of the order are now. */
  readonly current: ReadonlyMap<string, PlacedSlot>;
  /** Every slot of the draft on the days that something is put on. */
  readonly sameDays: readonly PlacedSlot[];
  /** Published slots of today that have begun, by id. They are what takes place, whatever the draft wanted. */
  readonly begun: ReadonlyMap<string, PlacedSlot>;
};

export function planChanges(
  { puts, removes, skipRefused, unjudged = false }: DraftOrder,
  { facts, current, sameDays, begun }: DraftFacts,
): { changes: PlannedChange[]; refused: RefusedChange[] } {
  const board = makeBoard(takePlace(sameDays, begun, facts));
  const changes = new Map<string, PlannedChange>();
  const refused: RefusedChange[] = [];
  const tellTooLate = (slot: PlacedSlot | undefined): string | undefined => {
    if (unjudged || slot === undefined || !isTooLate(slot, begun, facts)) return undefined;
    return slot.date < facts.today ? tellPast(slot.date) : tellBegun(begun.get(slot.id) ?? slot);
  };

  // Before anything is put: a remove and a put of one id is a slot that goes and comes back, if it fits.
  for (const { id } of removes) {
    const before = current.get(id);
    if (before === undefined) continue;
    const tooLate = tellTooLate(before);
    if (tooLate !== undefined) refused.push({ id, date: before.date, reasons: [tooLate] });
    else {
      changes.set(id, { id, before, now: null });
      board.take(before);
    }
  }
  // Of two for one slot the last counts.
  const lastPuts = [...new Map(puts.map(({ slot }) => [slot.id, slot])).values()];
  const wanted = lastPuts
    .map((slot) => (unjudged ? slot : withHours(slot, facts)))
    .filter((slot) => !isUnchanged(slot, current.get(slot.id)) || changes.has(slot.id));
  const accept = (slot: PlacedSlot) => {
    const before = current.get(slot.id) ?? null;
    if (before !== null) board.take(before);
    board.put(slot);
    changes.set(slot.id, { id: slot.id, before, now: slot });
  };
  // Together: two slots of one order may change places. One by one: the earlier one of two that meet stays.
  if (!skipRefused) for (const slot of wanted) accept(slot);
  for (const slot of wanted) {
    const tooLate = tellTooLate(current.get(slot.id)) ?? tellTooLate(slot);
    const judged = () => judgeSlot(slot, board.on(slot.date, slot.id), facts);
    const reasons = unjudged ? [] : tooLate !== undefined ? [tooLate] : judged();
    if (reasons.length > 0) refused.push({ id: slot.id, date: slot.date, reasons });
    else if (skipRefused) accept(slot);
  }
  const real = ({ before, now }: PlannedChange) => now === null || !isUnchanged(now, before ?? undefined);
  return { changes: [...changes.values()].filter(real), refused };
}

/** What is judged against: of a lesson that has begun it is what was published, which no put can take the place of. */
const takePlace = (
  slots: readonly PlacedSlot[],
  begun: ReadonlyMap<string, PlacedSlot>,
  facts: PlanningFacts,
): PlacedSlot[] => [
  ...slots.filter((slot) => !isTooLate(slot, begun, facts)),
  // Under an id of its own: the draft may have one of the same id later in the day.
  ...[...begun.values()].map((slot) => ({ ...slot, id: `${slot.id} begun` as SlotId })),
];

/** A period brings its hours on that day, summer or winter. */
function withHours(slot: PlacedSlot, facts: PlanningFacts): PlacedSlot {
  const hours = slot.periodId === null ? undefined : hoursOn(facts, slot.periodId, slot.date);
  return hours === undefined ? slot : { ...slot, ...hours };
}

const isUnchanged = (slot: PlacedSlot, before: PlacedSlot | undefined) =>
  before !== undefined && samePlace(slot, before) && slot.origin === before.origin;

/** The draft by day while an order is tried on it. */
function makeBoard(slots: readonly PlacedSlot[]) {
  const days = new Map<string, Map<string, PlacedSlot>>();
  const day = (date: string) => {
    const there = days.get(date) ?? new Map<string, PlacedSlot>();
    days.set(date, there);
    return there;
  };
  for (const slot of slots) day(slot.date).set(slot.id, slot);
  return {
    put: (slot: PlacedSlot) => day(slot.date).set(slot.id, slot),
    take: (slot: PlacedSlot) => day(slot.date).delete(slot.id),
    on: (date: string, except: string) => [...day(date).values()].filter(({ id }) => id !== except),
  };
}
