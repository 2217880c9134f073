// Owns the memory table with a question: cards are shown, turned down, and found again two by two.
import { common } from "../../../sdk/commonPrompts.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { layOnTable } from "../cardTable.ts";
import { belongTogether, type Question } from "../logic.ts";
import { type MemoryCard, sayFace } from "../memoryCard.ts";
import { answerKeys, questionKeys, sentence } from "../prompts.ts";

type PairsQuestion = Extract<Question, { kind: "pairs" | "families" | "shadows" }>;

/** Long enough to see every card once. */
const lookMs = (cards: number) => 1600 + 650 * cards;

export const playPairs: Scene<PairsQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  const cards = layOnTable(table, question.cards, true);
  void table.speech.say([sentence("look-well")]);
  await popIn(
    table,
    cards.map(({ root }) => root),
  );
  await table.timeline.wait(lookMs(cards.length));
  for (const card of cards) card.turn(false);
  await table.timeline.wait(500);

  let first: MemoryCard | undefined;
  let stopPointing = () => {};
  const partnerOf = (card: MemoryCard) => cards.find((other) => belongTogether(card.face, other.face));
  const mark = () => {
    const next = first ? partnerOf(first) : cards.find(({ isFound }) => !isFound);
    for (const card of cards) {
      clearMarks(card.root);
      if (card.isFound || card === first) continue;
      if (card === next) markNext(card.root);
      else if (first) markWrong(card.root);
    }
  };
  const mismatch = async (one: MemoryCard, other: MemoryCard) => {
    const hint = tellWrong();
    await table.timeline.wait(900);
    await shakeHead(table, other.root);
    other.turn(false);
    const partner = partnerOf(one);
    if (hint === 1 || !partner) {
      one.turn(false);
      first = undefined;
      await table.speech.sayNow([common("try-again")], 700);
      return;
    }
    // Its partner shows itself for a moment; the third time a hand stays with it.
    partner.turn(true);
    void table.speech.sayNow([common("look-again")]);
    await hop(table, partner.root);
    await table.timeline.wait(700);
    partner.turn(false);
    if (hint === 3) {
      stopPointing = pointAt(table, partner.root);
      void table.speech.say([common("touch-here")]);
    }
  };
  const touch = async (card: MemoryCard) => {
    if (card.isOpen) return void hop(table, card.root);
    setGate(gate, false);
    stopPointing();
    stopPointing = () => {};
    card.turn(true);
    void table.speech.sayNow(sayFace(card.face));
    if (!first) first = card;
    else if (belongTogether(first.face, card.face)) {
      await table.timeline.wait(350);
      table.sounds.play(commonEffects.correct);
      first.find();
      card.find();
      first = undefined;
    } else await mismatch(first, card);
    mark();
    if (cards.some(({ isFound }) => !isFound)) setGate(gate, true);
  };

  void table.speech.say(questionKeys(question));
  await new Promise<void>((resolve, reject) => {
    for (const card of cards) {
      card.root.addEventListener("click", () => {
        if (!gate.open) return;
        touch(card).then(() => {
          if (cards.every(({ isFound }) => isFound)) resolve();
        }, reject);
      });
    }
    mark();
    setGate(gate, true);
  });
  setGate(gate, false);
  await rejoice(table, answerKeys(question));
};
