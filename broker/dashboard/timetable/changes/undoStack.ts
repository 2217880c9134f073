// Owns what can be taken back and done again: change sets of this browser's person, newest last. Pure.

export type UndoEntry = {
  /** The hub's name of the change set. */
  readonly changeSet: string;
  /** What it did, as the button says it. */
  readonly label: string;
};
export type UndoStack = { readonly done: readonly UndoEntry[]; readonly undone: readonly UndoEntry[] };

export const emptyStack: UndoStack = { done: [], undone: [] };
const longest = 100;

/** A new change ends what could be done again. */
export const record = ({ done }: UndoStack, entry: UndoEntry): UndoStack => ({
  done: [...done, entry].slice(-longest),
  undone: [],
});

/** The newest was taken back by `inverse`, a change set of its own whose undoing does it again; null when the hub named none. */
export function markUndone({ done, undone }: UndoStack, inverse: string | null): UndoStack {
  const entry = done.at(-1);
  if (entry === undefined) return { done, undone };
  return {
    done: done.slice(0, -1),
    undone: inverse === null ? [] : [...undone, { ...entry, changeSet: inverse }],
  };
}

/** The newest undone was done again by `changeSet`. */
export function markRedone({ done, undone }: UndoStack, changeSet: string | null): UndoStack {
  const entry = undone.at(-1);
  if (entry === undefined) return { done, undone };
  return {
    done: changeSet === null ? done : [...done, { ...entry, changeSet }],
    undone: undone.slice(0, -1),
  };
}

/** Somebody else changed the same slots since: it cannot be taken back any more. */
export const dropLast = (stack: UndoStack, side: "done" | "undone"): UndoStack => ({
  ...stack,
  [side]: stack[side].slice(0, -1),
});
