// Owns the order of a list while somebody moves its rows. Pure.

/** The entry at `from` stands at `to`; the others keep their order. */
export function movedTo<Each>(list: readonly Each[], from: number, to: number): Each[] {
  const place = Math.max(0, Math.min(to, list.length - 1));
  const rest = list.filter((_, index) => index !== from);
  const moved = list[from];
  return moved === undefined ? [...list] : [...rest.slice(0, place), moved, ...rest.slice(place)];
}

/** In which place a row is dropped: before the first row whose middle lies below the pointer. */
export function dropPlace(middles: readonly number[], pointer: number, from: number): number {
  const before = middles.filter((middle, index) => index !== from && middle < pointer).length;
  return before;
}
