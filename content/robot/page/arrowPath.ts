// Owns the shortest way of the arrow keys from what has the focus to a target.
import { nearestInDirection } from "../../sdk/focus.ts";

const arrows = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
} as const satisfies Record<string, readonly [number, number]>;

/** Null when no arrows lead there. Empty when the focus is there already. */
export function arrowPath(target: HTMLElement): string[] | null {
  const buttons = [...document.querySelectorAll<HTMLElement>("button:not(:disabled)")].filter(
    (button) => button.offsetParent !== null && button.tabIndex >= 0,
  );
  const goal = buttons.indexOf(target);
  if (goal < 0) return null;
  const centres = buttons.map((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const focused =
    document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
  // Without a focus the first arrow gives it to the first button.
  const from = Math.max(focused, 0);
  const ways = new Map<number, string[]>([[from, focused < 0 ? ["ArrowRight"] : []]]);
  const queue = [from];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    const way = ways.get(here) ?? [];
    if (here === goal) return way;
    const centre = centres[here];
    if (!centre) continue;
    const others = centres.map((_, index) => index).filter((index) => index !== here);
    for (const [key, direction] of Object.entries(arrows)) {
      const found = nearestInDirection(
        centre,
        direction,
        others.map((index) => centres[index] ?? centre),
      );
      const next = others[found];
      if (next === undefined || ways.has(next)) continue;
      ways.set(next, [...way, key]);
      queue.push(next);
    }
  }
  return null;
}
