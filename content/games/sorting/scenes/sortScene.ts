// Owns sorting to painted places: garden and shelf, baskets, homes, coats and legs.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { board } from "../boards.ts";
import { effects } from "../effects.ts";
import type { SortQuestion } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence, traitKey } from "../prompts.ts";
import { things } from "../things.ts";
import { hasTrait } from "../traits.ts";

export const playSort: Scene<Exclude<SortQuestion, { kind: "hoops" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const places = question.traits.map((trait, index) => ({ name: trait, trait, root: board(trait, index) }));
  const sorted = question.sorted.map((name) => ({
    name,
    to: question.traits.filter((trait) => hasTrait(name, trait)),
    root: pictureCard({ label: things[name].vi, pictures: [pictures[name]], size: "small" }),
  }));
  const boards = element("div", "boards", {}, ...places.map(({ root }) => root));
  const row = cardRow(sorted.map(({ root }) => root));
  row.classList.add("tight");
  table.stage.play.append(boards, row);
  // A place that is touched with empty hands says what it is for.
  for (const { root, trait } of places) {
    root.addEventListener("click", () => {
      if (document.querySelector("[data-picked]") || document.body.dataset["phase"] !== "asking") return;
      void table.speech.sayNow([sentence("place-for"), traitKey(trait)]);
    });
  }
  const showing = popIn(
    table,
    [...places, ...sorted].map(({ root }) => root),
  );
  await showing;
  const inside: HTMLElement[] = [];
  await bringToPlaces(table, {
    things: sorted,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    onPlaced({ name, root }, { root: place }) {
      const laid = element("span", "", {}, picture(pictures[name]));
      place.querySelector(".board-inside")?.append(laid);
      inside.push(laid);
      root.remove();
      table.sounds.play(effects.knock);
      void hop(table, laid);
    },
    onWrong: async (_thing, { trait }) =>
      void (await table.speech.sayNow([sentence("place-for"), traitKey(trait)], 900)),
  });
  for (const laid of inside) void hop(table, laid);
  await rejoice(table, answerKeys(question));
};
