// Owns the keys of the grid: walking, opening, carrying a slot cell by cell, deleting, copying, taking back.
import { type KeyboardEvent, type RefObject, useRef } from "react";
import type { SlotId } from "../../../../protocol/ids.ts";
import type { Carry, Source } from "../drag/carry.ts";
import { readSource } from "../drag/pointerDrag.ts";
import { cellTowards, type Direction, type WeekLayout } from "./weekRows.ts";

const arrows: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export type GridKeyActions = {
  readonly remove: (slotId: SlotId) => void;
  readonly toggle: (slotId: SlotId) => void;
  readonly copy: (slotId: SlotId | null) => void;
  /** Into the cell with this key, or where the copied slots stood when null. */
  readonly paste: (key: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly clear: () => void;
};

export type Announce = {
  lifted(source: Source): void;
  over(): void;
  dropped(source: Source, key: string): void;
  refused(): void;
  cancelled(source: Source): void;
};

type GridKeysOptions = {
  readonly root: RefObject<HTMLElement | null>;
  readonly carry: RefObject<Carry | null>;
  readonly layout: WeekLayout;
  readonly editable: boolean;
  readonly actions: GridKeyActions;
  readonly announce: Announce;
  /** The slot is not drawn in its new cell yet: whoever draws it gives it the focus. */
  readonly onDropped: (key: string) => void;
};

export function useGridKeys(options: GridKeysOptions) {
  const { root, carry, layout, editable, actions, announce, onDropped } = options;
  const carrying = useRef(false);

  const focusCell = (key: string) => {
    const cell = root.current?.querySelector<HTMLElement>(`td[data-key="${CSS.escape(key)}"]`);
    const control = cell?.querySelector<HTMLElement>("button");
    control?.focus();
    (control ?? cell)?.scrollIntoView({ block: "nearest" });
  };

  const carryKey = (event: KeyboardEvent, held: Carry): void => {
    const source = held.source;
    if (source === null) {
      carrying.current = false;
      return;
    }
    const direction = arrows[event.key];
    if (direction !== undefined && held.over !== null) {
      const next = cellTowards(layout, held.over, direction, ({ place }) => place !== null);
      if (next !== undefined) {
        held.aim(next.key);
        root.current
          ?.querySelector(`td[data-key="${CSS.escape(next.key)}"]`)
          ?.scrollIntoView({ block: "nearest" });
        announce.over();
      }
    } else if (event.key === " " || event.key === "Enter") {
      const key = held.over;
      if (held.verdict()?.verdict === "refused" || key === null) announce.refused();
      else {
        carrying.current = false;
        held.drop();
        announce.dropped(source, key);
        onDropped(key);
      }
    } else if (event.key === "Escape" || event.key === "Tab") {
      carrying.current = false;
      held.cancel();
      announce.cancelled(source);
      if (event.key === "Tab") return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const held = carry.current;
    if (carrying.current && held !== null) {
      carryKey(event, held);
      return;
    }
    const target = event.target as HTMLElement; // React's events of elements
    if (target.closest("input, textarea, [role=dialog]") !== null) return;
    const control = target.closest<HTMLElement>("button");
    const key = target.closest<HTMLElement>("td[data-key]")?.dataset["key"] ?? null;
    const slotId = (control?.dataset["slot"] ?? null) as SlotId | null; // the page wrote it
    const command = event.ctrlKey || event.metaKey;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };

    const direction = arrows[event.key];
    if (direction !== undefined && key !== null && !command) {
      const next = cellTowards(
        layout,
        key,
        direction,
        (cell) => cell.slots.length > 0 || (editable && cell.place !== null),
      );
      if (next !== undefined) focusCell(next.key);
      return done();
    }
    if (!editable) return;
    if (event.key === " " && !command && control?.dataset["drag"] !== undefined && held !== null) {
      const source = readSource(control.dataset["drag"]);
      if (source === null || !held.lift(source, event.altKey)) return;
      carrying.current = true;
      // A class from the list begins in the first place where it fits.
      const first = key ?? root.current?.querySelector<HTMLElement>("[data-verdict=fits]")?.dataset["cell"];
      held.aim(first ?? layout.rows.find(({ period }) => period !== null)?.bands[0]?.cells[0]?.key ?? null);
      announce.lifted(source);
      return done();
    }
    const letter = event.key.toLowerCase();
    if (event.key === "Delete" && slotId !== null) actions.remove(slotId);
    else if (event.key === "Escape") return actions.clear();
    else if (command && letter === "c") actions.copy(slotId);
    else if (command && letter === "x") {
      actions.copy(slotId);
      if (slotId !== null) actions.remove(slotId);
    } else if (command && letter === "v") actions.paste(key);
    else if (command && letter === "z" && event.shiftKey) actions.redo();
    else if (command && letter === "z") actions.undo();
    else if (command && letter === "y") actions.redo();
    else if (command && event.key === " " && slotId !== null) actions.toggle(slotId);
    else return;
    done();
  };

  const onFocus = (event: { readonly target: EventTarget }) => {
    const target = event.target as HTMLElement; // React's events of elements
    const table = target.closest("table");
    if (table === null || target.tagName !== "BUTTON") return;
    for (const old of table.querySelectorAll('[tabindex="0"]')) old.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
  };

  return { onKeyDown, onFocus, focusCell };
}
