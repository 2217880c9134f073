// Owns when a pointer was last used on this page: a machine that hides its mouse from the page has one all the same.

const dayMs = 86_400_000;

export type PointerUse = {
  /** Somebody pointed at something within the last day. */
  readonly lately: () => boolean;
};

/** `mono`: monotonic ms. */
export function watchPointer(page: EventTarget, mono: () => number): PointerUse {
  let usedAt: number | null = null;
  const used = () => {
    usedAt = mono();
  };
  for (const event of ["pointerdown", "pointermove"])
    page.addEventListener(event, used, { capture: true, passive: true });
  return { lately: () => usedAt !== null && mono() - usedAt < dayMs };
}
