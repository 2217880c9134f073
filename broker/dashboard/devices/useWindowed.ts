// Owns drawing only the rows that can be seen: two thousand rows cost what thirty do. Rows are of one height.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

export type Windowed<Holder extends HTMLElement> = {
  /** On the element that holds the rows, whoever scrolls it. */
  readonly ref: RefObject<Holder | null>;
  /** Rows [first, last) are drawn. */
  readonly first: number;
  readonly last: number;
  /** Room for the rows that are not, px. */
  readonly beforePx: number;
  readonly afterPx: number;
};

/** Rows beyond the edge that are drawn as well, so that a turn of the wheel shows no gap; also the step in which it moves. */
const spare = 8;
/** Drawn before anybody knows how much is in sight: about a screenful. */
const firstGuess = 24;

export function useWindowed<Holder extends HTMLElement>(count: number, rowPx: number): Windowed<Holder> {
  const ref = useRef<Holder>(null);
  const [{ first, last }, setRange] = useState({ first: 0, last: firstGuess });
  const look = useRef(() => {});
  look.current = () => {
    const holder = ref.current;
    if (holder === null) return;
    const topPx = -holder.getBoundingClientRect().top;
    const begin = Math.floor(topPx / rowPx / spare - 1) * spare;
    const end = Math.ceil((topPx + window.innerHeight) / rowPx / spare + 1) * spare;
    const next = { first: Math.max(0, begin), last: Math.max(spare, end) };
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  };
  useEffect(() => {
    const listen = () => look.current();
    // Whichever element scrolls: a scroll does not bubble, but it is captured.
    window.addEventListener("scroll", listen, { capture: true, passive: true });
    window.addEventListener("resize", listen);
    return () => {
      window.removeEventListener("scroll", listen, { capture: true });
      window.removeEventListener("resize", listen);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other rows in sight
  useLayoutEffect(() => look.current(), [count]);
  // A list that became shorter while it was scrolled far down.
  const begin = Math.min(first, Math.max(0, Math.ceil(count / spare) * spare - spare));
  const end = Math.min(last, count);
  return {
    ref,
    first: begin,
    last: Math.max(begin, end),
    beforePx: begin * rowPx,
    afterPx: Math.max(0, count - Math.max(begin, end)) * rowPx,
  };
}
