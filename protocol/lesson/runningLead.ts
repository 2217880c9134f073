// Owns the rule of what runs in a room: the timetable's slot, unless somebody led another lesson, or ended it. Pure; hub and panel ask it alike.
import type { AgeBand } from "../game.ts";
import type { ClassId, SessionId } from "../ids.ts";
import type { ResolvedSlot } from "../timetable/resolveSlots.ts";
import type { LessonLead } from "./lessonLead.ts";

export type CapFacts = {
  readonly classes: readonly { readonly id: ClassId; readonly ageBand: AgeBand }[];
  /** Longest session per age band, minutes. */
  readonly capMinutes: Readonly<Record<AgeBand, number>>;
};

/** The longest session of a class, ms; no bound for a class that nobody knows. */
export function capMsOf({ classes, capMinutes }: CapFacts, classId: ClassId): number {
  const band = classes.find(({ id }) => id === classId)?.ageBand;
  return band === undefined ? Number.POSITIVE_INFINITY : capMinutes[band] * 60_000;
}

/**
 * Whether the newest lead is what its room follows, also when it has ended: a slot that begins later replaces a lead, and what
 * a lead has replaced or ended does not come back. `planned`: the slot that holds now.
 */
export function holdsRoom(lead: LessonLead | null, planned: ResolvedSlot | undefined, now: number): boolean {
  if (lead === null || lead.startAt > now) return false;
  // Slot of its own that was begun early: the same lesson.
  if (planned === undefined || planned.sessionId === lead.sessionId) return true;
  return planned.startAt <= lead.startAt;
}

/** Slots whose lesson may still begin or go on: all that follows from slots is asked with these only. */
export const openSlots = (slots: readonly ResolvedSlot[], ended: readonly SessionId[]): ResolvedSlot[] =>
  slots.filter(({ sessionId }) => !ended.includes(sessionId));

export const isOver = (lead: LessonLead, now: number): boolean => lead.all.ended || lead.endAt <= now;

/** What the room's stations do now, of the room's open slots; null: nothing runs. A slot that nobody has led yet has revision 0. */
export function runningLead(
  lead: LessonLead | null,
  slots: readonly ResolvedSlot[],
  now: number,
): LessonLead | null {
  const planned = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  if (lead !== null && holdsRoom(lead, planned, now)) return isOver(lead, now) ? null : lead;
  return planned === undefined ? null : leadOfSlot(planned);
}

/** A slot as the stations follow it while nobody leads. */
export function leadOfSlot(slot: ResolvedSlot): LessonLead {
  const { slotId, sessionId, classId, lessonId, startAt, endAt } = slot;
  return {
    sessionId,
    slotId,
    classId,
    lessonId,
    revision: 0,
    startAt,
    // A slot may be longer than the cap of its class: each station then ends by what its children have played.
    endAt,
    headcount: null,
    all: { paused: false, place: null, ended: false },
    stations: {},
    seats: {},
    otherSeats: null,
  };
}

/** Until when a station that returns must still hear of the lead, UTC ms: its end, and that of every slot it stands in the place of. */
export function leadHoldsUntil(lead: LessonLead, slots: readonly ResolvedSlot[]): number {
  return slots
    .filter((slot) => slot.sessionId === lead.sessionId || slot.startAt <= lead.startAt)
    .filter(({ endAt }) => endAt > lead.startAt)
    .reduce((latest, { endAt }) => Math.max(latest, endAt), lead.endAt);
}
