// Owns the questions the word machine asks: a mark that is missing, a word that is spelt.
import { cardRow } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { hum, machineWorks } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createMachine, syllableCard, tileButton } from "../parts.ts";
import { answerKeys, questionKeys, spellKeys, syllableKey, toneKey } from "../prompts.ts";
import { spell } from "../syllables.ts";

type Asked<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;
const isAsking = () => document.body.dataset["phase"] === "asking";

/** Which mark is missing on the written word. */
export const playMark: Scene<Asked<"mark">> = async (table, question, tellWrong) => {
  const { asked } = question;
  const card = syllableCard(asked, "large");
  card.classList.add("machine-card");
  card.addEventListener("click", () => {
    if (isAsking()) void table.speech.sayNow([syllableKey(asked)]);
  });
  const written = element("span", "machine-word", {}, spell({ ...asked, tone: "ngang" }));
  const machine = createMachine(written);
  machine.classList.add("beside-card");
  const choices = question.choices.map((tone) => ({
    tone,
    root: tileButton({ slot: "tone", value: tone }, "tile-large"),
    correct: tone === asked.tone,
  }));
  table.stage.play.append(machine, card, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [card, ...choices.map(({ root }) => root)]);
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ tone }) => {
      table.sounds.play(hum(tone));
      void table.speech.sayNow([toneKey(tone)]);
    },
    onHint: async () => {
      table.sounds.play(hum(asked.tone));
      await table.speech.sayNow([syllableKey(asked), toneKey(asked.tone)], 900);
    },
  });
  table.sounds.play(machineWorks);
  written.textContent = spell(asked);
  void hop(table, machine);
  await rejoice(table, answerKeys(question));
};

/** The machine spells; which word is it. */
export const playBlend: Scene<Asked<"blend">> = async (table, question, tellWrong) => {
  const { asked } = question;
  const tiles = [
    tileButton({ slot: "onset", value: asked.onset }),
    tileButton({ slot: "rime", value: asked.rime }),
    tileButton({ slot: "tone", value: asked.tone }),
  ];
  const shown = tiles.map((tile) => element("span", tile.className, {}, ...tile.childNodes));
  const row = element("span", "machine-tiles", { "aria-hidden": "true" }, ...shown);
  const machine = createMachine(row);
  const choices = question.choices.map((syllable) => ({
    syllable,
    root: syllableCard(syllable, "large"),
    correct: syllable === asked,
  }));
  table.stage.play.append(machine, cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const spellAloud = async () => {
    table.sounds.play(machineWorks);
    for (const [index, key] of spellKeys(asked).entries()) {
      const tile = shown[index];
      if (tile) void hop(table, tile);
      await table.speech.say([key], 560);
    }
  };
  await spellAloud();
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ syllable }) => void table.speech.sayNow([syllableKey(syllable)]),
    onHint: async (_hint, { syllable }) => {
      await table.speech.sayNow([...spellKeys(syllable), syllableKey(syllable)], 900);
      await spellAloud();
    },
  });
  row.replaceWith(element("span", "machine-word", {}, spell(asked)));
  void hop(table, machine);
  await rejoice(table, answerKeys(question));
};
