// Owns the questions with one right picture or melody among several.
import { cardRow } from "../../../sdk/cards.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { beatsOf } from "../drumWords.ts";
import { hum } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createBeads, drumButton, drumCard, melodyButton, perchBird, syllableCard } from "../parts.ts";
import { answerKeys, drumKey, questionKeys, rimeKey, syllableKey } from "../prompts.ts";
import { strike } from "./clapScene.ts";

type Asked<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;
const isAsking = () => document.body.dataset["phase"] === "asking";

/** Which word has so many syllables: as many beads as there are to be heard. */
export const playBeats: Scene<Asked<"beats">> = async (table, question, tellWrong) => {
  const beads = createBeads();
  beads.root.classList.add("wanted");
  beads.show(0, question.beats);
  const choices = question.choices.map((word) => ({
    word,
    root: drumCard(word, "large"),
    correct: word === question.asked,
  }));
  const roots = choices.map(({ root }) => root);
  const drum = drumButton();
  drum.classList.add("alone");
  table.stage.play.append(drum, beads.root, cardRow(roots));
  await popIn(table, [drum, ...roots]);
  const drumWord = async (beats: number) => {
    for (let stroke = 1; stroke <= beats; stroke += 1) {
      strike(table, drum, stroke - 1);
      beads.show(stroke, Math.max(question.beats, beats));
      await table.timeline.wait(420);
    }
  };
  drum.addEventListener("click", () => {
    if (isAsking()) void drumWord(question.beats);
  });
  await drumWord(question.beats);
  for (const { word, root } of choices) {
    void hop(table, root);
    await table.speech.say([drumKey(word)], 620);
  }
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ word }) => void table.speech.sayNow([drumKey(word)]),
    // The touched word is drummed, so that its beats can be seen beside those asked for.
    onHint: async (_hint, { word }) => {
      void table.speech.sayNow([drumKey(word)]);
      await drumWord(beatsOf(word));
      await table.timeline.wait(400);
      beads.show(question.beats, question.beats);
    },
  });
  void table.speech.sayNow([drumKey(question.asked)]);
  await drumWord(question.beats);
  await rejoice(table, answerKeys(question));
};

/** Which picture rhymes with the one in the middle. */
export const playRhyme: Scene<Asked<"rhyme">> = async (table, question, tellWrong) => {
  const model = syllableCard(question.model, "large");
  model.classList.add("model-card");
  model.addEventListener("click", () => {
    if (isAsking()) void table.speech.sayNow([syllableKey(question.model)]);
  });
  const choices = question.choices.map((syllable) => ({
    syllable,
    root: syllableCard(syllable, "large"),
    correct: syllable === question.asked,
  }));
  const bird = perchBird(table);
  table.stage.play.append(bird.root, model, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [model, ...choices.map(({ root }) => root)]);
  bird.sing();
  for (const { syllable, root } of choices) {
    void hop(table, root);
    await table.speech.say([syllableKey(syllable)], 620);
  }
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ syllable }) => void table.speech.sayNow([syllableKey(syllable)]),
    // Both words come apart into their rimes.
    onHint: async (_hint, { syllable }) =>
      void (await table.speech.sayNow(
        [
          syllableKey(syllable),
          rimeKey(syllable.rime),
          syllableKey(question.model),
          rimeKey(question.model.rime),
        ],
        1200,
      )),
  });
  bird.sing();
  await rejoice(table, answerKeys(question));
};

/** Which melody the word flies along. */
export const playTone: Scene<Asked<"tone">> = async (table, question, tellWrong) => {
  const { asked } = question;
  const card = syllableCard(asked, "large");
  card.classList.add("model-card");
  const bird = perchBird(table);
  const sing = () => {
    table.sounds.play(hum(asked.tone));
    void hop(table, card);
    bird.sing();
  };
  card.addEventListener("click", () => {
    if (!isAsking()) return;
    sing();
    void table.speech.sayNow([syllableKey(asked)]);
  });
  const choices = question.choices.map((tone) => ({
    tone,
    root: melodyButton(tone, false, "melody-large"),
    correct: tone === asked.tone,
  }));
  table.stage.play.append(bird.root, card, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [card, ...choices.map(({ root }) => root)]);
  await table.speech.say([syllableKey(asked)], 500);
  sing();
  await table.timeline.wait(900);
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ tone, root }) => {
      table.sounds.play(hum(tone));
      void hop(table, root);
    },
    // First the melody that was touched, then the word's own.
    onHint: async (_hint, { tone }) => {
      table.sounds.play(hum(tone));
      await table.timeline.wait(1000);
      sing();
      await table.speech.sayNow([syllableKey(asked)], 900);
    },
  });
  sing();
  await rejoice(table, answerKeys(question));
};
