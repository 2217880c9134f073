// Owns choosing: a shape by its name, the same shape again, or the thing that has the form of a shape or a solid.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { blockPicture, friend, usualSize } from "../drawShapes.ts";
import { solidPictures } from "../drawSolids.ts";
import { notes, wood } from "../effects.ts";
import type { Looks, Question } from "../logic.ts";
import { thingPictures } from "../pictures.ts";
import { questionKeys, shapeKey, solidKey, thingKey } from "../prompts.ts";
import { type Shape, shapes, usualPaint } from "../shapes.ts";
import { flatThings, solidThings } from "../things.ts";

type ChoiceQuestion = Extract<Question, { kind: "find" | "same" | "world" | "solids" }>;

type Offer = { root: HTMLButtonElement; correct: boolean; key: string; shape?: Shape };

const drawLooks = ({ shape, paint, size, turn }: Looks): string => {
  const [width, height] = usualSize[shape];
  return blockPicture({ shape, width: width * size, height: height * size, turn, paint }).replace(
    /viewBox="[^"]*"/,
    'viewBox="-110 -110 220 220"',
  );
};

const looksCard = (looks: Looks, correct: boolean): Offer => ({
  root: pictureCard({ label: shapes[looks.shape].vi, pictures: [drawLooks(looks)], size: "large" }),
  correct,
  key: shapeKey(looks.shape),
  shape: looks.shape,
});

const offersOf = (question: ChoiceQuestion): Offer[] => {
  switch (question.kind) {
    case "find":
      return question.choices.map(({ shape, paint }) => ({
        root: pictureButton("friend", shapes[shape].vi, {}, picture(friend(shape, paint))),
        correct: shape === question.asked,
        key: shapeKey(shape),
        shape,
      }));
    case "same":
      return question.choices.map((looks) => looksCard(looks, looks.shape === question.sample.shape));
    case "world":
      return question.choices.map((name) => ({
        root: pictureCard({ label: flatThings[name].vi, pictures: [thingPictures[name]], size: "large" }),
        correct: flatThings[name].form === question.asked,
        key: thingKey(name),
      }));
    case "solids":
      return question.choices.map((name) => ({
        root: pictureCard({ label: solidThings[name].vi, pictures: [thingPictures[name]], size: "large" }),
        correct: solidThings[name].form === question.asked,
        key: thingKey(name),
      }));
  }
};

/** What is looked at before choosing; null where only the ear is asked. */
const sampleOf = (question: ChoiceQuestion): HTMLElement | null => {
  switch (question.kind) {
    case "find":
      return null;
    case "same":
      return element("div", "sample on-board", {}, picture(drawLooks(question.sample)));
    case "world":
      return element("div", "sample", {}, picture(friend(question.asked, usualPaint[question.asked])));
    case "solids":
      return element("div", "sample on-board", {}, picture(solidPictures[question.asked]));
  }
};

const nameOf = (question: ChoiceQuestion): string =>
  question.kind === "solids"
    ? solidKey(question.asked)
    : shapeKey(question.kind === "same" ? question.sample.shape : question.asked);

export const playChoice: Scene<ChoiceQuestion> = async (table, question, tellWrong) => {
  const offers = offersOf(question);
  const sample = sampleOf(question);
  const row = cardRow(offers.map(({ root }) => root));
  row.classList.add(question.kind === "find" ? "friends" : "offers");
  if (sample) table.stage.play.append(sample);
  table.stage.play.append(row);
  await popIn(table, [...(sample ? [sample] : []), ...offers.map(({ root }) => root)], 130);
  const chosen = await chooseOne(table, {
    choices: offers,
    ask: questionKeys(question),
    tellWrong,
    onTouch({ key, shape, root }) {
      table.sounds.play(shape ? notes[shape] : wood);
      void hop(table, root);
      void table.speech.sayNow([key]);
    },
    // The name of what is looked for once more, with the sample hopping.
    async onHint() {
      if (!sample) return;
      void hop(table, sample);
      await table.speech.sayNow([nameOf(question)], 700);
    },
  });
  if (sample) {
    sample.classList.add("glad");
    void hop(table, sample);
  }
  chosen.root.classList.add("glad");
  await rejoice(table, [
    chosen.key,
    ...(question.kind === "world" || question.kind === "solids" ? [nameOf(question)] : []),
  ]);
};
