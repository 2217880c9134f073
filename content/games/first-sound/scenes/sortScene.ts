// Owns sorting pictures into the baskets of two sounds.
import { cardRow, picture } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { type Question, soundOf } from "../logic.ts";
import { basketButton, createRabbit, wordCard } from "../parts.ts";
import { pictureOf } from "../pictures.ts";
import { answerKeys, questionKeys, soundKey, wordKey } from "../prompts.ts";

export const playSort: Scene<Extract<Question, { kind: "sort" | "letterSort" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const rabbit = createRabbit(table);
  const places = question.baskets.map((each, which) => ({
    name: each.sound,
    sign: each.sign,
    root: basketButton(each, which, question.kind === "letterSort"),
  }));
  const things = question.sorted.map((word) => ({
    word,
    to: [soundOf(word)],
    root: wordCard(word, "small"),
  }));
  table.stage.play.append(
    rabbit.root,
    element("div", "sound-baskets", {}, ...places.map(({ root }) => root)),
    cardRow(things.map(({ root }) => root)),
  );
  for (const { root, name, sign } of places) {
    root.addEventListener("click", () => {
      if (document.body.dataset["phase"] !== "asking" || document.querySelector("[data-picked]")) return;
      void hop(table, root);
      void table.speech.sayNow([soundKey(name), wordKey(sign)]);
    });
  }
  await popIn(
    table,
    [...places, ...things].map(({ root }) => root),
  );
  rabbit.listen(true);
  for (const { root, name, sign } of places) {
    void hop(table, root);
    await table.speech.say([soundKey(name), wordKey(sign)], 800);
  }
  rabbit.listen(false);
  await bringToPlaces(table, {
    things,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ word }) => void table.speech.sayNow([wordKey(word)]),
    onPlaced({ word, root }, { root: basket, name }) {
      root.remove();
      basket.querySelector(".basket-inside")?.append(picture(pictureOf(word)));
      rabbit.cheer();
      void table.speech.sayNow([soundKey(name), wordKey(word)]);
    },
    // Both first sounds, one after the other, so that the difference can be heard.
    onWrong: async ({ word }, { name }) =>
      void (await table.speech.sayNow([soundKey(name), soundKey(soundOf(word)), wordKey(word)], 900)),
  });
  await rejoice(table, answerKeys(question));
};
