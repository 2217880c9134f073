// Owns finding when a room has nothing planned. Pure.

export type Span = { readonly startMinute: number; readonly endMinute: number };

/** The parts of `wanted` that no span of `taken` covers, in order. */
export function gapsIn(wanted: Span, taken: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = wanted.startMinute;
  for (const { startMinute, endMinute } of [...taken].sort((a, b) => a.startMinute - b.startMinute)) {
    if (startMinute >= wanted.endMinute) break;
    if (startMinute > from) gaps.push({ startMinute: from, endMinute: startMinute });
    from = Math.max(from, endMinute);
  }
  if (from < wanted.endMinute) gaps.push({ startMinute: from, endMinute: wanted.endMinute });
  return gaps;
}
