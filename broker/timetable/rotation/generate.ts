// Owns the rotation generator: from classes, rooms, periods and rules to every slot of a term. Pure and deterministic (ADR 0024).
import type { ClassId, SlotId } from "../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import { explainMissing } from "./explain.ts";
import { fillGaps } from "./fillGaps.ts";
import { keepFormer } from "./keepFormer.ts";
import { type Ledger, openLedger, type Wish } from "./ledger.ts";
import { lessonsInOrder, lessonsOf } from "./lessonsInOrder.ts";
import { type Placed, planWeeks } from "./planWeeks.ts";
import { longestGapOf, type Quality, qualityOf, scoreOf } from "./quality.ts";
import type { RotationFacts, RotationPlan } from "./rotationFacts.ts";
import { layOutTerm, type Term } from "./term.ts";

/** What teachers already know stays unless a new plan is this much better. */
const worthMoving = 1.25;
const worthMovingAtLeast = 25;

type Candidate = { readonly ledger: Ledger; readonly placed: readonly Placed[]; readonly quality: Quality };

export function generateRotation(facts: RotationFacts, makeId: () => SlotId): RotationPlan {
  return planRotation(facts, makeId).plan;
}

/** With the figures that benchmarks and tests hold against their bounds. */
export function planRotation(
  facts: RotationFacts,
  makeId: () => SlotId,
): { readonly plan: RotationPlan; readonly quality: Quality } {
  const { rules, seed } = facts;
  const term = layOutTerm(facts);
  const wishes = wishesOf(facts, term);
  const isFormer = ({ origin, date, roomId }: PlacedSlot) =>
    origin === "generator" &&
    term.fromDate <= date &&
    date <= term.untilDate &&
    rules.roomIds.some((id) => id === roomId);
  const former = facts.slots.filter(isFormer);
  const fixed = facts.slots.filter((slot) => !isFormer(slot));

  const attempt = (begin: (ledger: Ledger) => Placed[]): Candidate => {
    const ledger = openLedger(facts, term, wishes, fixed);
    const begun = begin(ledger);
    const placed = [...begun, ...fillGaps(term, ledger, rules.sameAgeTogether, seed, begun)];
    return { ledger, placed, quality: qualityOf(term, ledger, placed) };
  };
  const anew = attempt((ledger) => planWeeks(term, ledger, rules.sameAgeTogether, seed));
  const chosen =
    former.length === 0
      ? anew
      : steadier(
          anew,
          attempt((ledger) => keepFormer(term, ledger, former)),
        );

  const slots = slotsOf(facts, chosen, fixed, former, makeId);
  const stays = new Set(slots.map(({ id }) => id));
  const gone = former.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
  const plan: RotationPlan = {
    slots,
    kept: fixed.filter(
      ({ date, roomId }) =>
        term.fromDate <= date && date <= term.untilDate && rules.roomIds.some((id) => id === roomId),
    ).length,
    replaced: gone.length,
    gone,
    classes: wishes.map(({ classId, wanted }, wish) => ({
      classId,
      wanted,
      given: chosen.ledger.given(wish),
      morningShare:
        chosen.ledger.given(wish) === 0 ? 0 : chosen.ledger.mornings(wish) / chosen.ledger.given(wish),
      longestGapDays: longestGapOf(chosen.ledger, wish),
      reasons: explainMissing(facts, term, chosen.ledger, wish),
    })),
  };
  return { plan, quality: chosen.quality };
}

const steadier = (anew: Candidate, kept: Candidate): Candidate =>
  scoreOf(kept.quality) <= scoreOf(anew.quality) * worthMoving + worthMovingAtLeast ? kept : anew;

function wishesOf(facts: RotationFacts, term: Term): Wish[] {
  const { rules, classes } = facts;
  const ageOf = new Map(classes.map(({ id, ageBand }) => [id, ageBand]));
  const ranks = new Map<number, number>();
  return rules.classes.flatMap(({ classId, timesAWeek }) => {
    const ageBand = ageOf.get(classId);
    if (ageBand === undefined) return [];
    // A quarter of the classes that come every other week begins a step later than the quarter before it.
    const rank = ranks.get(timesAWeek) ?? 0;
    ranks.set(timesAWeek, rank + 1);
    const phase = Number.isInteger(timesAWeek) ? 0 : (rank % 4) / 4;
    const hasLessons = lessonsOf(facts, { classId, ageBand }).length > 0;
    const wanted = Math.round(timesAWeek * term.weeks.length);
    return [{ classId, ageBand, timesAWeek, wanted, phase, hasLessons }];
  });
}

function slotsOf(
  facts: RotationFacts,
  { ledger, placed }: Candidate,
  fixed: readonly PlacedSlot[],
  former: readonly PlacedSlot[],
  makeId: () => SlotId,
): PlacedSlot[] {
  const lessons = lessonsInOrder(facts, ledger.wishes, placed, fixed);
  const ids = formerIds(former);
  const inOrder = [...placed].sort(
    ({ cell: a }, { cell: b }) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || a.startMinute - b.startMinute || a.room - b.room,
  );
  // Slots at the very same place take their old id first; what is left goes to the class's other slot of the day.
  const taken = new Map(inOrder.map((each) => [each, ids.same(classOf(each), each)]));
  return inOrder.flatMap((each) => {
    const lessonId = lessons.get(each);
    if (lessonId === undefined) return [];
    const { roomId, date, periodId, startMinute, endMinute } = each.cell;
    const classId = classOf(each);
    const id = taken.get(each) ?? ids.sameDay(classId, date) ?? makeId();
    return [
      { id, roomId, date, periodId, startMinute, endMinute, classId, lessonId, origin: "generator" as const },
    ];
  });

  function classOf({ wish }: Placed): ClassId {
    return (ledger.wishes[wish] as Wish).classId;
  }
}

/** The ids of an earlier run: a slot that stays is the same slot, on stations and in calendars too. */
function formerIds(former: readonly PlacedSlot[]) {
  const byPlace = new Map(
    former.map((slot) => [`${slot.classId} ${slot.roomId} ${slot.date} ${slot.periodId}`, slot]),
  );
  const left = new Set(former);
  return {
    same(classId: ClassId, { cell }: Placed): SlotId | undefined {
      const slot = byPlace.get(`${classId} ${cell.roomId} ${cell.date} ${cell.periodId}`);
      if (slot === undefined || !left.delete(slot)) return undefined;
      return slot.id;
    },
    sameDay(classId: ClassId, date: string): SlotId | undefined {
      for (const slot of left)
        if (slot.classId === classId && slot.date === date) {
          left.delete(slot);
          return slot.id;
        }
      return undefined;
    },
  };
}
