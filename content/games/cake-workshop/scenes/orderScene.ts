// Owns cakes to order: a friend wants so many of this and that, and the bell says that the cake is ready.

import { tray, trayButton } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { type Decoration, decorations } from "../bakery.ts";
import { cheer } from "../effects.ts";
import type { OrderQuestion } from "../logic.ts";
import { cheerUp, createBell, decorationPicture, friendFigure, ringBell } from "../parts.ts";
import { decorationPictures } from "../pictures.ts";
import { decorationKey, questionKeys, sentence } from "../prompts.ts";
import { missingOf } from "../rules.ts";
import { createCakeBoard, type OnTop } from "./cakeBoard.ts";

/** What is ordered, as a thought: up to five of a kind as pictures, more of them with the numeral. */
function createBubble({ order }: OrderQuestion): HTMLElement {
  return element(
    "div",
    "bubble",
    {},
    ...order.map(({ decoration, count }) => {
      const shown = order.length > 1 ? 1 : count;
      const pictures = Array.from({ length: shown }, () => decorationPicture(decoration, "wanted"));
      const numeral =
        count > 3 || order.length > 1 ? [element("span", "bubble-numeral", {}, String(count))] : [];
      return element("span", "bubble-group", {}, ...numeral, element("span", "bubble-row", {}, ...pictures));
    }),
  );
}

export const playOrder: Scene<OrderQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  const customer = friendFigure(question.friend, "customer");
  const bubble = createBubble(question);
  table.stage.play.append(customer, bubble);
  let stopPointing: (() => void) | undefined;
  const board = createCakeBoard(table, question.cake, (each) => takeOff(each));
  const bell = createBell();
  const supplies = question.offered.map((decoration) => ({
    decoration,
    root: trayButton(decorations[decoration].vi, decorationPictures[decoration]),
  }));
  const bar = tray(...supplies.map(({ root }) => root), bell);
  bar.classList.add("supplies");
  table.stage.play.append(bar);

  const mark = () => {
    for (const { root } of [...supplies, ...board.onTop]) clearMarks(root);
    clearMarks(bell);
    const [missing] = missingOf(question, board.counts());
    if (!missing) return markNext(bell);
    markWrong(bell);
    const next =
      missing.count > 0
        ? supplies.find(({ decoration }) => decoration === missing.decoration)?.root
        : board.onTop.findLast(({ decoration }) => decoration === missing.decoration)?.root;
    if (next) markNext(next);
  };
  const changed = (decoration: Decoration) => {
    stopPointing?.();
    stopPointing = undefined;
    bell.classList.toggle("calling", board.onTop.length > 0);
    void table.speech.sayNow([decorationKey(decoration, board.counts()[decoration])]);
    mark();
  };
  const takeOff = (each: OnTop) => {
    if (!gate.open) return;
    board.remove(each);
    changed(each.decoration);
  };
  for (const { decoration, root } of supplies) {
    root.addEventListener("click", () => {
      if (!gate.open) return;
      void hop(table, root);
      if (board.add(decoration)) changed(decoration);
      else void table.speech.sayNow([sentence("cake-full")]);
    });
  }
  /** Counts one kind aloud, each lighting up as its number is said. */
  const countAloud = async (decoration: Decoration) => {
    const ofKind = board.onTop.filter((each) => each.decoration === decoration);
    for (const [index, { root }] of ofKind.entries()) {
      root.classList.add("lit");
      void hop(table, root);
      await table.speech.sayNow([decorationKey(decoration, index + 1)], 520);
    }
    await table.timeline.wait(200);
    for (const { root } of ofKind) root.classList.remove("lit");
  };
  const help = async () => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, customer);
    const [missing] = missingOf(question, board.counts());
    if (missing) {
      if (hint === 1) {
        await table.speech.sayNow(
          [sentence("on-cake"), decorationKey(missing.decoration, board.counts()[missing.decoration])],
          900,
        );
      } else {
        await countAloud(missing.decoration);
        void hop(table, bubble);
        await table.speech.sayNow([sentence(missing.count > 0 ? "too-few" : "too-many")], 900);
      }
      if (hint === 3) {
        const next = document.querySelector<HTMLElement>("[data-next]");
        if (next) stopPointing = pointAt(table, next);
      }
    }
    void table.speech.say(questionKeys(question));
    setGate(gate, true);
  };
  mark();
  void table.speech.say([...questionKeys(question), sentence("ring-when-ready")]);
  await popIn(table, [board.root, customer, bubble, bar], 140);
  await new Promise<void>((resolve, reject) => {
    bell.addEventListener("click", () => {
      if (!gate.open) return;
      table.sounds.play(commonEffects.bell);
      ringBell(table, bell);
      if (missingOf(question, board.counts()).length === 0) resolve();
      else help().catch(reject);
    });
    setGate(gate, true);
  });
  setGate(gate, false);
  stopPointing?.();
  clearMarks(bell);
  table.sounds.play(cheer);
  void cheerUp(table, customer);
  for (const { root } of board.onTop) void hop(table, root);
  await rejoice(
    table,
    question.order.flatMap(({ decoration, count }, index) => [
      ...(index > 0 ? [sentence("and")] : []),
      decorationKey(decoration, count),
    ]),
  );
};
