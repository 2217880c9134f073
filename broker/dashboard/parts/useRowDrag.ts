// Owns dragging a row of a list up and down with mouse or finger: the order while it lasts, told once at its end.
import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { dropPlace } from "./listOrder.ts";

type Drag = { readonly from: number; readonly to: number };

/** `onDrop` hears of real moves only. */
export function useRowDrag(onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const list = useRef<HTMLUListElement>(null);

  function begin(from: number, event: ReactPointerEvent): void {
    const rows = list.current;
    if (rows === null || event.button !== 0) return;
    event.preventDefault();
    // Where rows stood when it began: they move away under the pointer afterwards.
    const middles = [...rows.children].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 + window.scrollY;
    });
    let to = from;
    const ended = new AbortController();
    const { signal } = ended;
    const finish = (dropped: boolean) => {
      ended.abort();
      setDrag(null);
      if (dropped && to !== from) onDrop(from, to);
    };
    setDrag({ from, to });
    window.addEventListener(
      "pointermove",
      ({ clientY }) => {
        to = dropPlace(middles, clientY + window.scrollY, from);
        setDrag({ from, to });
      },
      { signal },
    );
    window.addEventListener("pointerup", () => finish(true), { signal });
    window.addEventListener("pointercancel", () => finish(false), { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && finish(false), { signal });
  }
  return { list, drag, begin };
}
