// Owns what a room remembers of lessons beside the one that is led: which are over, and how far their orders were counted. Pure.
import { z } from "zod";
import { type SessionId, sessionId } from "../../protocol/ids.ts";
import type { LessonLead } from "../../protocol/lesson/lessonLead.ts";
import { isOver } from "../../protocol/lesson/runningLead.ts";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";

export const pastSession = z.object({
  sessionId,
  /** Of its last lead; 0 when nobody led it. A station passes over what is not newer. */
  revision: z.number().int().min(0),
  /** False: it was begun early and replaced before its slot's own time, at which it runs after all. */
  over: z.boolean(),
});
export type PastSession = z.infer<typeof pastSession>;

/** More than a room has lessons in a week; stations remember as many. */
const remembered = 50;

export const endedOf = (past: readonly PastSession[]): SessionId[] =>
  past.filter(({ over }) => over).map(({ sessionId: id }) => id);

/**
 * The memory after an order made `lead` of `before`. As at the stations: what another lesson takes the place of, or somebody
 * ends, does not come back, with every slot that holds at that moment. `slots`: of the room, from now on.
 */
export function rememberPast(
  past: readonly PastSession[],
  before: LessonLead | null,
  lead: LessonLead,
  slots: readonly ResolvedSlot[],
  now: number,
): PastSession[] {
  const known = new Map(past.map((each) => [each.sessionId, each]));
  const add = (id: SessionId, revision: number, over: boolean) => {
    const old = known.get(id);
    known.delete(id);
    known.set(id, {
      sessionId: id,
      revision: Math.max(revision, old?.revision ?? 0),
      over: over || old?.over === true,
    });
  };
  const another = before !== null && before.sessionId !== lead.sessionId;
  if (another) {
    const stillToCome = slots.some((slot) => slot.sessionId === before.sessionId && slot.startAt > now);
    add(before.sessionId, before.revision, isOver(before, now) || !stillToCome);
  }
  if (lead.all.ended) add(lead.sessionId, lead.revision, true);
  if (before === null || another || lead.all.ended)
    for (const slot of slots)
      if (slot.startAt <= now && now < slot.endAt && slot.sessionId !== lead.sessionId)
        add(slot.sessionId, 0, true);
  return [...known.values()].slice(-remembered);
}
