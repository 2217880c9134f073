// Owns touching things one after another in a given order (a rhythm, a way, what came first), and the hint ladder over it.
import { common } from "../commonPrompts.ts";
import { clearMarks, markNext, markWrong } from "../marks.ts";
import type { Hint } from "../rounds.ts";
import { hop, pointAt, shakeHead } from "../showing.ts";
import { type Gate, setGate, type Table, type TellWrong } from "../table.ts";

export type Step = { readonly root: HTMLButtonElement };

export type TouchInOrder<Touched extends Step> = {
  /** Everything that can be touched. */
  readonly targets: readonly Touched[];
  /** What is to be touched, first to last; the same target may come again. */
  readonly order: readonly Touched[];
  readonly ask: readonly string[];
  readonly tellWrong: TellWrong;
  /** Every touch, right or wrong: its sound, its name. */
  onTouch?(touched: Touched): void;
  /** A right touch, with how many are done now. The next is waited for when it resolves. */
  onRight?(touched: Touched, done: number): Promise<void> | void;
  /** What the game shows of its own at a hint, with what should have been touched. Resolves when it is over. */
  onHint?(hint: Hint, expected: Touched, touched: Touched): Promise<void> | void;
};

/**
 * Resolves when the last of the order was touched. A wrong touch loses nothing that is done: the first hint asks again,
 * the second lets the right one hop, the third points at it until it is touched.
 */
export async function touchInOrder<Touched extends Step>(
  table: Table,
  { targets, order, ask, tellWrong, onTouch, onRight, onHint }: TouchInOrder<Touched>,
): Promise<void> {
  const gate: Gate = { open: false };
  let done = 0;
  let stopPointing: (() => void) | undefined;
  const mark = () => {
    for (const target of targets) {
      if (target === order[done]) markNext(target.root);
      else markWrong(target.root);
    }
  };
  const touch = async (touched: Touched) => {
    const expected = order[done];
    if (!expected) return;
    onTouch?.(touched);
    setGate(gate, false);
    if (touched === expected) {
      stopPointing?.();
      stopPointing = undefined;
      done += 1;
      await onRight?.(touched, done);
    } else {
      const hint = tellWrong();
      await shakeHead(table, touched.root);
      await table.speech.sayNow([common(hint === 1 ? "try-again" : "look-again")], 700);
      await onHint?.(hint, expected, touched);
      if (hint === 3) {
        stopPointing ??= pointAt(table, expected.root);
        void table.speech.say([common("touch-here")]);
      } else {
        if (hint === 2) await hop(table, expected.root);
        void table.speech.say(ask);
      }
    }
    if (done === order.length) return;
    mark();
    setGate(gate, true);
  };
  void table.speech.say(ask);
  await new Promise<void>((resolve, reject) => {
    for (const target of targets) {
      target.root.addEventListener("click", () => {
        if (!gate.open) return;
        touch(target).then(() => {
          if (done === order.length) resolve();
        }, reject);
      });
    }
    mark();
    setGate(gate, true);
  });
  for (const { root } of targets) clearMarks(root);
}
