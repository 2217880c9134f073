// Owns the timetable as the hub's other parts use it: looking at it, writing the draft, publishing.

import { failure, ok, type Result } from "../../protocol/result.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { ChangeOutcome, DraftWeek, SlotChange, Week } from "../api/timetable.ts";
import type { Actor } from "../hubServices.ts";
import { undoOrder } from "./changeSets.ts";
import { planCopy, type WeekCopy } from "./copyWeek.ts";
import { planDiscard } from "./discard.ts";
import { type Draft, makeDraft } from "./draft.ts";
import { type PublishDependencies, type PublishedCount, publishDraft } from "./publish.ts";
import { listDraft, type SpanWish, showSpan, showWeek } from "./showTimetable.ts";
import type { DateSpan } from "./slotRows.ts";
import type { View } from "./weekAsPlanned.ts";

export type Timetable = {
  /** The one way to change it: also the rotation's and the import's. */
  readonly draft: Draft;
  showWeek(date: LocalDate, view: View): Promise<Week>;
  showSpan(wish: SpanWish, view: View): ReturnType<typeof showSpan>;
  listDraft(): Promise<DraftWeek[]>;
  changeSlots(actor: Actor, changes: readonly SlotChange[]): Promise<ChangeOutcome>;
  copyWeek(actor: Actor, copy: WeekCopy): Promise<ChangeOutcome>;
  /** NOT_FOUND: there is no such change set, or it is too old. */
  undoChanges(actor: Actor, changeSet: string): Promise<Result<ChangeOutcome, "NOT_FOUND">>;
  /** PLAN_REFUSED: devices could not take a room's plan; the detail is a Vietnamese sentence. Nothing was published. */
  publish(actor: Actor, span: DateSpan): Promise<Result<PublishedCount, "PLAN_REFUSED">>;
  discard(actor: Actor, span: DateSpan): Promise<ChangeOutcome>;
};

export function makeTimetable(deps: PublishDependencies): Timetable {
  const draft = makeDraft(deps);
  return {
    draft,
    showWeek: (date, view) => showWeek(deps, date, view),
    showSpan: (wish, view) => showSpan(deps, wish, view),
    listDraft: () => listDraft(deps),
    changeSlots: (actor, changes) =>
      draft.write(actor, {
        kind: "hand",
        puts: changes.flatMap((each) =>
          each.change === "put" ? [{ slot: { ...each.slot, origin: "hand" as const }, seen: each.seen }] : [],
        ),
        removes: changes.flatMap((each) =>
          each.change === "remove" ? [{ id: each.id, seen: each.seen }] : [],
        ),
        skipRefused: false,
      }),
    copyWeek: (actor, copy) => draft.write(actor, planCopy(copy)),
    async undoChanges(actor, changeSet) {
      const order = await undoOrder(deps.query, changeSet, deps.clock.now());
      if (order === undefined) return failure("NOT_FOUND", `no change set ${changeSet}`);
      return ok(await draft.write(actor, order));
    },
    publish: (actor, span) => publishDraft(deps, actor, span),
    discard: (actor, span) => draft.write(actor, planDiscard(span)),
  };
}
