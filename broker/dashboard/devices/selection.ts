// Owns which devices are chosen for a change of many: one by one, a stretch, all that are shown. Pure.

export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Where a stretch begins. */
  readonly anchor: string | null;
};

export const nothing: Selection = { ids: new Set(), anchor: null };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** From the anchor to here, in the order that is shown, added to what is chosen. Without an anchor: this one. */
export function stretched(selection: Selection, id: string, shown: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : shown.indexOf(selection.anchor);
  const to = shown.indexOf(id);
  if (from < 0 || to < 0) return toggled(selection, id);
  const stretch = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...stretch]), anchor: selection.anchor };
}

export const all = (shown: readonly string[]): Selection => ({ ids: new Set(shown), anchor: null });

/** Nobody changes what the filter hides: it is let go. The same object when nothing is. */
export function within(selection: Selection, shown: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection;
  const visible = new Set(shown);
  const ids = new Set([...selection.ids].filter((id) => visible.has(id)));
  if (ids.size === selection.ids.size) return selection;
  return {
    ids,
    anchor: selection.anchor !== null && visible.has(selection.anchor) ? selection.anchor : null,
  };
}
