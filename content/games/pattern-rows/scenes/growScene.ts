// Owns rows that grow or shrink: chains of lanterns, the last of which is to be found.
import { cardRow, picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { playTone, toneAt } from "../../../sdk/instruments.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { ItemName } from "../items.ts";
import type { Question } from "../logic.ts";
import { pictureOf } from "../pictures.ts";
import { questionKeys, sentence } from "../prompts.ts";

type GrowQuestion = Extract<Question, { kind: "grow" }>;

const chain = (item: ItemName, amount: number) =>
  element(
    "span",
    "chain",
    { "data-amount": String(amount) },
    ...Array.from({ length: amount }, () => picture(pictureOf(item))),
  );

export const playGrow: Scene<GrowQuestion> = async (table, question, tellWrong) => {
  const { item, heights, answer } = question;
  const last = heights.length - 1;
  const columns = heights.map((height, index) => {
    const root = element(
      "div",
      index === last ? "column hole" : "column",
      {},
      ...(index === last ? [] : [chain(item, height)]),
    );
    return standAt(root, { x: (index - last / 2) * 176, y: 308 }, 150, 346);
  });
  table.stage.play.append(element("div", "pole"), ...columns);
  await popIn(table, columns, 160);
  const sing = async (amount: number, root: HTMLElement) => {
    table.sounds.play(playTone("trung", toneAt(amount), 0.42));
    void hop(table, root);
    await table.timeline.wait(430);
  };
  const singAll = async (upTo: number) => {
    for (const [index, height] of heights.slice(0, upTo).entries()) {
      const root = columns[index];
      if (root) await sing(height, root);
    }
  };
  await singAll(last);
  const choices = question.choices.map((amount) => ({
    amount,
    correct: amount === answer,
    root: pictureButton("picture-card chain-card", `${amount} đèn`, {}, chain(item, amount)),
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ amount }) => table.sounds.play(playTone("trung", toneAt(amount), 0.42)),
    async onHint() {
      void table.speech.say([sentence("listen-row")]);
      await singAll(last);
    },
  });
  const place = columns[last];
  if (place) {
    place.classList.remove("hole");
    place.append(chain(item, answer));
    await popIn(table, [place]);
  }
  chosen.root.style.visibility = "hidden";
  await singAll(heights.length);
  await rejoice(table, []);
};
