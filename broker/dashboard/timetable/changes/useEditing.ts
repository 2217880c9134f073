// Owns changing the draft from a page: shown at once, sent in order, rolled back with a sentence when refused, and taken back on request.
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { v7 } from "uuid";
import { create } from "zustand";
import type { SlotId } from "../../../../protocol/ids.ts";
import type { ChangeOutcome, DraftSlot, SlotChange, SlotDifference, Week } from "../../../api/timetable.ts";
import { useAccount } from "../../account/account.ts";
import { callApi } from "../../client/callApi.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useErrorText } from "../../parts/errorText.ts";
import { useTexts } from "../texts/useTexts.ts";
import {
  afterStale,
  applyLocally,
  applyWritten,
  changedId,
  mostChanges,
  noteOwn,
  type OwnRevisions,
  withOwnSeen,
} from "./slotChanges.ts";
import { dropLast, emptyStack, markRedone, markUndone, record, type UndoStack } from "./undoStack.ts";

export type Skipped = { readonly date: string; readonly reasons: readonly string[] };
type StaleCase = {
  readonly changes: readonly SlotChange[];
  readonly differences: readonly SlotDifference[];
  readonly label: string;
};
type Applied = Extract<ChangeOutcome, { outcome: "applied" }>;

type EditingState = {
  readonly stack: UndoStack;
  /** Waits for somebody to choose. */
  readonly stale: StaleCase | null;
  readonly skipped: { readonly done: number; readonly list: readonly Skipped[] } | null;
  /** Calls that the hub has not answered yet. */
  readonly waiting: number;
};

/** One for all pages of the timetable: what was done on one can be taken back on another. */
export const useEditingState = create<EditingState>(() => ({
  stack: emptyStack,
  stale: null,
  skipped: null,
  waiting: 0,
}));
const { getState, setState } = useEditingState;

export const newSlotId = (): SlotId => v7() as SlotId; // a UUID is what a slot's id is

const own: OwnRevisions = new Map();
let queue: Promise<unknown> = Promise.resolve();

/** One after another: a later change stands on what the earlier one wrote. */
function inOrder<Value>(work: () => Promise<Value>): Promise<Value> {
  setState({ waiting: getState().waiting + 1 });
  const done = queue.then(work).finally(() => setState({ waiting: getState().waiting - 1 }));
  queue = done.catch(() => undefined);
  return done;
}

const isDraftWeek = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => {
  const [name, input] = queryKey as [unknown, { query?: { view?: string } } | undefined];
  return name === "showWeek" && input?.query?.view !== "published";
};
const isOfTimetable = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
  ["showWeek", "showSpan", "listDraft"].includes(String(queryKey[0]));

export type Editing = {
  /** Resolves to whether it was written. `label`: what it does, for undo. */
  change(changes: readonly SlotChange[], label: string): Promise<boolean>;
  /** Anything else that answers with an outcome: copies, discarding, … */
  run(call: () => Promise<ChangeOutcome>, label: string): Promise<Applied | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  settleStale(keep: "theirs" | "mine"): Promise<void>;
  showSkipped(done: number, list: readonly Skipped[]): void;
};

export function useEditing(): Editing {
  const client = useQueryClient();
  const { displayName } = useAccount();
  const { t } = useTexts();
  // It is another function at every render; the actions below stay the same ones.
  const errorText = useErrorText();
  const errorNow = useRef(errorText);
  errorNow.current = errorText;
  return useMemo(() => {
    const tell = (message: string, color = "lagoon") => notifications.show({ color, message });
    const refresh = () => client.invalidateQueries({ predicate: isOfTimetable });
    const patch = (change: (week: Week) => Week) =>
      client.setQueriesData<Week>({ predicate: isDraftWeek }, (week) => week && change(week));
    const refuse = (outcome: Extract<ChangeOutcome, { outcome: "refused" }>) => {
      const reasons = [...new Set(outcome.refused.flatMap((one) => one.reasons))];
      notifications.show({
        color: "red",
        title: t("refused.title"),
        message: reasons.slice(0, 3).join(" "),
        autoClose: 9_000,
      });
    };
    const keepUndo = (changeSet: string | null, label: string) => {
      if (changeSet !== null) setState({ stack: record(getState().stack, { changeSet, label }) });
    };

    const change: Editing["change"] = async (changes, label) => {
      if (changes.length === 0) return true;
      await client.cancelQueries({ predicate: isOfTimetable });
      const ids = changes.map(changedId);
      const before = new Map<SlotId, DraftSlot>();
      for (const [, week] of client.getQueriesData<Week>({ predicate: isDraftWeek }))
        for (const slot of week?.slots ?? []) if (ids.includes(slot.id)) before.set(slot.id, slot);
      patch((week) => applyLocally(week, changes, displayName, hubNow()));
      // Only these slots: others may have been changed since, and the hub may be out of reach for a refetch.
      const rollBack = () =>
        patch((week) => applyWritten(week, { slots: [...before.values()], removed: ids }));
      return inOrder(async () => {
        const sent = withOwnSeen(own, changes);
        try {
          let whole = true;
          // More than the hub takes at once only happens for many weeks at a time.
          for (let from = 0; from < sent.length && whole; from += mostChanges) {
            const batch = sent.slice(from, from + mostChanges);
            const outcome = await callApi("changeSlots", { body: { changes: batch } });
            whole = outcome.outcome === "applied";
            if (outcome.outcome === "applied") {
              noteOwn(own, batch, outcome.slots);
              if (getState().waiting === 1) patch((week) => applyWritten(week, outcome));
              keepUndo(outcome.changeSet, label);
              continue;
            }
            rollBack();
            if (outcome.outcome === "refused") refuse(outcome);
            else setState({ stale: { changes: sent.slice(from), differences: outcome.differences, label } });
          }
          return whole;
        } catch (error) {
          rollBack();
          tell(errorNow.current(error), "red");
          return false;
        } finally {
          // While others wait, what they show must not be overwritten by an older answer.
          if (getState().waiting === 1) await refresh();
        }
      });
    };

    const run: Editing["run"] = (call, label) =>
      inOrder(async () => {
        try {
          const outcome = await call();
          if (outcome.outcome === "applied") {
            keepUndo(outcome.changeSet, label);
            return outcome;
          }
          if (outcome.outcome === "refused") refuse(outcome);
          else tell(t("undo.stale", { name: namesOf(outcome.differences) }), "yellow");
          return null;
        } catch (error) {
          tell(errorNow.current(error), "red");
          return null;
        } finally {
          await refresh();
        }
      });

    const takeBack = (side: "done" | "undone") =>
      inOrder(async () => {
        const entry = getState().stack[side].at(-1);
        if (entry === undefined) return;
        try {
          const outcome = await callApi("undoChanges", { body: { changeSet: entry.changeSet } });
          if (outcome.outcome === "applied") {
            patch((week) => applyWritten(week, outcome));
            const mark = side === "done" ? markUndone : markRedone;
            setState({ stack: mark(getState().stack, outcome.changeSet) });
            tell(t(side === "done" ? "undo.undone" : "undo.redone", { what: entry.label }), "gray");
            return;
          }
          setState({ stack: dropLast(getState().stack, side) });
          if (outcome.outcome === "refused") refuse(outcome);
          else tell(t("undo.stale", { name: namesOf(outcome.differences) }), "yellow");
        } catch (error) {
          tell(errorNow.current(error), "red");
        } finally {
          await refresh();
        }
      });

    return {
      change,
      run,
      undo: () => takeBack("done"),
      redo: () => takeBack("undone"),
      settleStale: async (keep) => {
        const { stale } = getState();
        setState({ stale: null });
        if (stale !== null) await change(afterStale(stale.changes, stale.differences, keep), stale.label);
      },
      showSkipped: (done, list) => setState({ skipped: { done, list } }),
    };
  }, [client, displayName, t]);
}

const namesOf = (differences: readonly SlotDifference[]) =>
  [...new Set(differences.map(({ by }) => by))].filter((name) => name !== "").join(", ") || "?";

/** Weeks with their revisions, for changes over many of them. */
export async function fetchWeeks(mondays: readonly string[]): Promise<Week[]> {
  const weeks: Week[] = [];
  for (let from = 0; from < mondays.length; from += 4)
    weeks.push(
      ...(await Promise.all(
        mondays.slice(from, from + 4).map((date) => callApi("showWeek", { query: { date, view: "draft" } })),
      )),
    );
  return weeks;
}
