// Owns the questions in which something is carried: rhyming friends together, tiles into the machine.
import { cardRow, picture, placeButton } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces, layDown } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { hum, machineWorks } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createMachine, syllableCard, tileButton } from "../parts.ts";
import { pictureOf } from "../pictures.ts";
import { answerKeys, partKey, questionKeys, rimeKey, syllableKey } from "../prompts.ts";
import { spell } from "../syllables.ts";

type Asked<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** Each basket of clouds holds one word and waits for its rhyme. */
export const playPairs: Scene<Asked<"pairs">> = async (table, question, tellWrong) => {
  const places = question.pairs.map(({ stays }) => ({
    name: stays.rime,
    room: 1,
    stays,
    root: placeButton(
      spell(stays),
      "rhyme-place",
      element("span", "rhyme-picture", {}, picture(pictureOf(stays.picture ?? "star"))),
      element("span", "rhyme-seat"),
    ),
  }));
  const things = question.order
    .flatMap((index) => question.pairs[index] ?? [])
    .map(({ comes }) => ({ syllable: comes, to: [comes.rime], root: syllableCard(comes, "medium") }));
  const row = element("div", "rhyme-places", {}, ...places.map(({ root }) => root));
  table.stage.play.append(row, cardRow(things.map(({ root }) => root)));
  for (const { root, stays } of places) {
    root.addEventListener("click", () => {
      if (document.body.dataset["phase"] !== "asking" || document.querySelector("[data-picked]")) return;
      void hop(table, root);
      void table.speech.sayNow([syllableKey(stays)]);
    });
  }
  await popIn(
    table,
    [...places, ...things].map(({ root }) => root),
  );
  for (const { root, stays } of places) {
    void hop(table, root);
    await table.speech.say([syllableKey(stays)], 620);
  }
  await bringToPlaces(table, {
    things,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ syllable }) => void table.speech.sayNow([syllableKey(syllable)]),
    async onPlaced({ syllable, root }, { root: place, stays }) {
      root.remove();
      place.querySelector(".rhyme-seat")?.append(picture(pictureOf(syllable.picture ?? "star")));
      place.classList.add("together");
      void hop(table, place);
      await table.speech.sayNow([syllableKey(stays), syllableKey(syllable)], 700);
    },
    onWrong: async ({ syllable }, { stays }) =>
      void (await table.speech.sayNow(
        [syllableKey(syllable), rimeKey(syllable.rime), syllableKey(stays), rimeKey(stays.rime)],
        1000,
      )),
  });
  await rejoice(table, answerKeys(question).slice(0, 8));
};

/** Onset, rime and tone go into the machine, which then reads the word. */
export const playBuild: Scene<Asked<"build">> = async (table, question, tellWrong) => {
  const { asked } = question;
  const card = syllableCard(asked, "large");
  card.classList.add("machine-card");
  card.addEventListener("click", () => {
    if (document.body.dataset["phase"] === "asking") void table.speech.sayNow([syllableKey(asked)]);
  });
  const slots = (["onset", "rime", "tone"] as const).map((slot) => ({
    name: slot,
    room: 1,
    root: placeButton({ onset: "Âm đầu", rime: "Vần", tone: "Thanh" }[slot], `machine-slot slot-${slot}`),
  }));
  const machine = createMachine(element("span", "machine-slots", {}, ...slots.map(({ root }) => root)));
  machine.classList.add("beside-card");
  const tiles = question.tiles.map((tile) => ({
    tile,
    to: tile.right ? [tile.slot] : [],
    root: tileButton(tile),
  }));
  table.stage.play.append(machine, card, cardRow(tiles.map(({ root }) => root)));
  await popIn(table, [card, ...tiles.map(({ root }) => root)]);
  await bringToPlaces(table, {
    things: tiles,
    places: slots,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ tile }) => {
      if (tile.slot === "tone") table.sounds.play(hum(tile.value));
      void table.speech.sayNow([partKey(tile)]);
    },
    onPlaced({ root }, { root: slot }) {
      layDown(table, root, slot);
      slot.classList.add("filled");
    },
    onWrong: async ({ tile }) => void (await table.speech.sayNow([partKey(tile), syllableKey(asked)], 900)),
  });
  table.sounds.play(machineWorks);
  void hop(table, machine);
  await table.timeline.wait(700);
  machine.querySelector(".machine-slots")?.replaceWith(element("span", "machine-word", {}, spell(asked)));
  void hop(table, card);
  await rejoice(table, answerKeys(question));
};
