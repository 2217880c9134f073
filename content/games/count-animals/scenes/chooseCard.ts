// Owns the end of a counting question: answer cards, the hint ladder over them, and the showing of the right one.
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { pointAt, popIn, shakeHead } from "../../../sdk/showing.ts";
import { type Gate, setGate, type Table, type TellWrong } from "../../../sdk/table.ts";
import type { Actor } from "../actor.ts";
import { countAloud } from "../animalShows.ts";
import type { Animal } from "../animals.ts";
import { type CardFace, createCard } from "../cards.ts";
import { sentence } from "../prompts.ts";

export type CardQuestion = {
  choices: readonly number[];
  answer: number;
  animal: Animal;
  face: CardFace;
  gate: Gate;
  /** The animals to be counted, for the hints. */
  counted: () => readonly Actor[];
  /** What the first hint does besides asking to look again. */
  firstHint?: () => Promise<void>;
  tellWrong: TellWrong;
};

/** Resolves when the right card is touched. */
export async function chooseCard(table: Table, question: CardQuestion): Promise<void> {
  const { gate } = question;
  const row = element("div", "card-row");
  const cards = question.choices.map((choice) => {
    const card = createCard(choice, question.face, question.animal);
    if (choice === question.answer) markNext(card);
    else markWrong(card);
    row.append(card);
    return { card, choice };
  });
  const right = cards.find(({ choice }) => choice === question.answer)?.card;
  if (!right) throw new Error(`no card shows the answer ${question.answer}`);
  table.stage.play.append(row);
  void popIn(
    table,
    cards.map(({ card }) => card),
  );
  let stopPointing: (() => void) | undefined;

  const helpAfterWrong = async (card: HTMLButtonElement) => {
    setGate(gate, false);
    const hint = question.tellWrong();
    await shakeHead(table, card);
    if (hint === 1) {
      void table.speech.sayNow([sentence("try-again")]);
      for (const actor of question.counted()) actor.glow(true);
      await (question.firstHint?.() ?? table.timeline.wait(900));
      for (const actor of question.counted()) actor.glow(false);
    } else {
      await countAloud(table, question.counted());
      // The second hint takes a wrong card away; the third leaves the right one alone and points at it.
      const wrong = cards.filter((candidate) => candidate.card !== right && !candidate.card.disabled);
      const away = hint === 3 ? wrong : [cards.find((candidate) => candidate.card === card) ?? wrong[0]];
      for (const gone of away) {
        if (!gone) continue;
        gone.card.disabled = true;
        gone.card.classList.add("away");
      }
      if (hint === 3) {
        stopPointing ??= pointAt(table, right);
        void table.speech.sayNow([sentence("touch-here")]);
      }
    }
    setGate(gate, true);
  };

  await new Promise<void>((resolve, reject) => {
    for (const { card } of cards) {
      card.addEventListener("click", () => {
        if (!gate.open) return;
        if (card !== right) {
          helpAfterWrong(card).catch(reject);
          return;
        }
        setGate(gate, false);
        resolve();
      });
    }
    setGate(gate, true);
  });
  stopPointing?.();
  clearMarks(row);
  right.classList.add("chosen-right");
  for (const { card } of cards) if (card !== right) card.classList.add("away");
}
