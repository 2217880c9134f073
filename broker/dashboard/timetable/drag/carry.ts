// Owns what is being carried over the grid, by pointer or by keys: marks on the cells, the cell below, the end. It writes to the page
// itself and never through React: nothing is rendered between lifting and dropping, so a full week keeps up with the screen (ADR 0025).
import type { ClassId, SlotId } from "../../../../protocol/ids.ts";
import type { PlaceVerdict } from "../week/placement.ts";

export type Source =
  | { readonly kind: "slot"; readonly slotId: SlotId }
  | { readonly kind: "class"; readonly classId: ClassId };

export type Plan = {
  /** By the key of the cell. */
  readonly verdicts: ReadonlyMap<string, PlaceVerdict>;
  /** Asked for a cell when the pointer or the keys get there. */
  readonly sentence: (key: string) => string;
};

export type CarryOptions = {
  /** Null: it cannot be carried any more. */
  readonly planFor: (source: Source, copy: boolean) => Plan | null;
  readonly onDrop: (source: Source, target: PlaceVerdict, copy: boolean) => void;
};

export type Carry = ReturnType<typeof makeCarry>;

export function makeCarry(root: HTMLElement, options: CarryOptions) {
  let source: Source | null = null;
  let plan: Plan | null = null;
  let copy = false;
  let over: string | null = null;
  const cellOf = (key: string) => root.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);

  function mark(): void {
    for (const cell of root.querySelectorAll<HTMLElement>("[data-cell]")) {
      const verdict = plan?.verdicts.get(cell.dataset["cell"] ?? "")?.verdict;
      if (verdict === undefined) delete cell.dataset["verdict"];
      else cell.dataset["verdict"] = verdict;
    }
  }
  function aim(key: string | null): void {
    if (over !== null) cellOf(over)?.removeAttribute("data-target");
    over = key !== null && plan?.verdicts.has(key) ? key : null;
    if (over !== null) cellOf(over)?.setAttribute("data-target", "");
  }
  function end(): void {
    if (source !== null && source.kind === "slot")
      root.querySelector(`[data-slot="${source.slotId}"]`)?.removeAttribute("data-lifted");
    aim(null);
    source = null;
    plan = null;
    mark();
    root.removeAttribute("data-carrying");
  }

  return {
    get source() {
      return source;
    },
    get over() {
      return over;
    },
    get copy() {
      return copy;
    },
    lift(what: Source, asCopy: boolean): boolean {
      plan = options.planFor(what, asCopy);
      if (plan === null) return false;
      source = what;
      copy = asCopy;
      root.setAttribute("data-carrying", what.kind);
      if (what.kind === "slot")
        root.querySelector(`[data-slot="${what.slotId}"]`)?.setAttribute("data-lifted", "");
      mark();
      return true;
    },
    /** What is under the pointer, or null outside of the grid. */
    aim,
    setCopy(wanted: boolean): void {
      if (source === null || copy === wanted) return;
      copy = wanted;
      plan = options.planFor(source, copy);
      mark();
    },
    /** The week on screen was fetched anew: the verdicts are taken again, what is carried stays. */
    refresh(): void {
      if (source === null) return;
      plan = options.planFor(source, copy);
      if (plan === null) end();
      else {
        if (source.kind === "slot")
          root.querySelector(`[data-slot="${source.slotId}"]`)?.setAttribute("data-lifted", "");
        mark();
        aim(over);
      }
    },
    verdict: () => (over === null ? undefined : plan?.verdicts.get(over)),
    sentence: () => (over === null ? "" : (plan?.sentence(over) ?? "")),
    /** True when it was put down somewhere. */
    drop(): boolean {
      const target = over === null ? undefined : plan?.verdicts.get(over);
      const what = source;
      const asCopy = copy;
      end();
      if (what === null || target === undefined || target.verdict === "refused") return false;
      options.onDrop(what, target, asCopy);
      return true;
    },
    cancel: end,
  };
}
