// Owns the keyboard: arrows walk between what can be touched, Enter and Space are the buttons' own.

const step: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export type Box = { x: number; y: number };

/** Index of the nearest centre in a direction (unit vector), or -1. What lies beside the way counts double. */
export function nearestInDirection(
  from: Box,
  direction: readonly [number, number],
  centres: readonly Box[],
): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  centres.forEach((centre, index) => {
    const ahead = (centre.x - from.x) * direction[0] + (centre.y - from.y) * direction[1];
    const aside = Math.abs((centre.x - from.x) * direction[1]) + Math.abs((centre.y - from.y) * direction[0]);
    if (ahead <= 4) return;
    const distance = ahead + aside * 2;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = index;
    }
  });
  return best;
}

const centreOf = (target: Element): Box => {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** Makes the arrow keys move focus among the enabled buttons under `root`. Returns what undoes it. */
export function enableArrowKeys(root: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const direction = step[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const buttons = [...root.querySelectorAll<HTMLElement>("button:not(:disabled)")].filter(
      (button) => button.offsetParent !== null && button.tabIndex >= 0,
    );
    const current = document.activeElement;
    if (!(current instanceof HTMLElement) || !buttons.includes(current)) {
      buttons[0]?.focus({ preventScroll: true });
      return;
    }
    const others = buttons.filter((button) => button !== current);
    const found = nearestInDirection(centreOf(current), direction, others.map(centreOf));
    others[found]?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
