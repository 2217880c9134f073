// Owns the question "which one?": choices to touch, and the hint ladder over them.
import { common } from "../commonPrompts.ts";
import { clearMarks, markNext, markWrong } from "../marks.ts";
import type { Hint } from "../rounds.ts";
import { pointAt, shakeHead } from "../showing.ts";
import { type Gate, setGate, type Table, type TellWrong } from "../table.ts";

export type Choice = {
  readonly root: HTMLButtonElement;
  readonly correct: boolean;
};

export type ChooseOne<Offered extends Choice> = {
  /** At least one is correct; the game has put them on the stage. */
  readonly choices: readonly Offered[];
  /** Asked once when the choices are up, and again after the first hints. */
  readonly ask: readonly string[];
  readonly tellWrong: TellWrong;
  /** Every touch of a choice, before it is judged: its sound, its name. */
  onTouch?(choice: Offered): void;
  /** What the game shows of its own at a hint, with the choice that was touched. Resolves when it is over. */
  onHint?(hint: Hint, touched: Offered): Promise<void> | void;
  /** For a game that opens and closes more than the choices. */
  readonly gate?: Gate;
};

/**
 * Resolves with the right choice that was touched. A wrong one earns a hint: the first looks again and asks again, the
 * second takes the touched choice away, the third leaves only the right ones and points at one.
 */
export async function chooseOne<Offered extends Choice>(
  table: Table,
  question: ChooseOne<Offered>,
): Promise<Offered> {
  const { choices, gate = { open: false } } = question;
  const right = choices.find(({ correct }) => correct);
  if (!right) throw new Error("no choice is the right one");
  for (const { root, correct } of choices) {
    if (correct) markNext(root);
    else markWrong(root);
  }
  let stopPointing: (() => void) | undefined;
  const takeAway = ({ root }: Offered) => {
    root.disabled = true;
    root.classList.add("away");
    clearMarks(root);
  };
  const help = async (touched: Offered) => {
    setGate(gate, false);
    const hint = question.tellWrong();
    await shakeHead(table, touched.root);
    if (hint > 1) takeAway(touched);
    if (hint === 3) {
      for (const choice of choices) if (!choice.correct) takeAway(choice);
    }
    await table.speech.sayNow([common(hint === 1 ? "try-again" : "look-again")], 700);
    await question.onHint?.(hint, touched);
    if (hint === 3) {
      stopPointing ??= pointAt(table, right.root);
      void table.speech.say([common("touch-here")]);
    } else void table.speech.say(question.ask);
    setGate(gate, true);
  };

  void table.speech.say(question.ask);
  const chosen = await new Promise<Offered>((resolve, reject) => {
    for (const choice of choices) {
      choice.root.addEventListener("click", () => {
        if (!gate.open) return;
        question.onTouch?.(choice);
        if (!choice.correct) return void help(choice).catch(reject);
        setGate(gate, false);
        resolve(choice);
      });
    }
    setGate(gate, true);
  });
  stopPointing?.();
  for (const choice of choices) {
    clearMarks(choice.root);
    choice.root.classList.add(choice === chosen ? "chosen-right" : "away");
  }
  return chosen;
}
