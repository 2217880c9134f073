// Owns putting things into order: the stages of a life, the steps of caring for a plant.
import { cardRow, pictureCard, placeButton } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { bringToPlaces, layDown } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { careNames, cares, cycles, stages } from "../nature.ts";
import { answerKeys, careKey, questionKeys, stageKey } from "../prompts.ts";
import { carePictures } from "../stageDrawings.ts";
import { stagePictures } from "../stagePictures.ts";

type Asked = Extract<Question, { kind: "order" | "care" }>;
type Step = { readonly label: string; readonly source: string; readonly key: string };

/** All four steps, in their order. */
const stepsOf = (question: Asked): readonly Step[] =>
  question.kind === "order"
    ? stages.map((stage) => ({
        label: cycles[question.cycle].stages[stage].vi,
        source: stagePictures[question.cycle][stage],
        key: stageKey(question.cycle, stage),
      }))
    : careNames.map((care) => ({ label: cares[care].vi, source: carePictures[care], key: careKey(care) }));

const arrow = `<svg viewBox="0 0 50 50" fill="none"><path d="M6 25h34M26 11l15 14-15 14" stroke="#fffdf6" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const card = ({ label, source }: Step) => pictureCard({ label, pictures: [source], size: "small" });

export const playOrder: Scene<Asked> = async (table, question, tellWrong) => {
  const steps = stepsOf(question);
  const given = question.kind === "care" ? question.given : 0;
  const order =
    question.kind === "order" ? question.shown : question.shown.map((care) => careNames.indexOf(care));
  const places = steps.map((_, index) => ({
    name: String(index),
    room: 1,
    // As many dots as the step's number.
    root: placeButton(
      `Bước ${index + 1}`,
      "step",
      element("span", "step-dots", {}, ...Array.from({ length: index + 1 }, () => element("i", ""))),
    ),
  }));
  const line = element(
    "div",
    "steps",
    {},
    ...places.flatMap(({ root }, index) =>
      index === 0 ? [root] : [element("span", "step-arrow", {}, drawing(arrow)), root],
    ),
  );
  const cards = order.flatMap((index) => {
    const step = steps[index];
    return step ? [{ step, to: [String(index)], root: card(step) }] : [];
  });
  table.stage.play.append(line, cardRow(cards.map(({ root }) => root)));
  for (let index = 0; index < given; index += 1) {
    const [step, place] = [steps[index], places[index]];
    if (step && place) {
      layDown(table, card(step), place.root);
      place.root.disabled = true;
    }
  }
  await popIn(
    table,
    cards.map(({ root }) => root),
  );
  await bringToPlaces(table, {
    things: cards,
    places: places.slice(given),
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ step }) => void table.speech.sayNow([step.key]),
    onPlaced({ step, root }, place) {
      layDown(table, root, place.root);
      table.sounds.play(effects.sprout);
      void table.speech.sayNow([step.key]);
    },
  });
  // Once through from the first to the last.
  for (const { root } of places) {
    void hop(table, root);
    await table.timeline.wait(220);
  }
  await rejoice(table, answerKeys(question));
};
