// Owns the questions at the tub: which one floats, and guess first, then try.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence } from "../prompts.ts";
import { signs } from "../signs.ts";
import { type ThingName, things } from "../things.ts";
import { hasTrait } from "../traits.ts";
import { columnOf, createTub, type Tub } from "../tub.ts";

const afloatKey = (name: ThingName) => sentence(hasTrait(name, "floats") ? "will-float" : "will-sink");

/** Drops a picture of the thing in, says what it does, and lifts it out again unless it stays. */
async function tryOut(table: Table, tub: Tub, name: ThingName, x: number, stays: boolean): Promise<void> {
  const dropped = element("span", "swimmer", {}, picture(pictures[name]));
  await tub.drop(dropped, 116, x, hasTrait(name, "floats"));
  await table.speech.sayNow([nameKey(name), afloatKey(name)], 1200);
  if (stays) return;
  await tub.lift(dropped);
  dropped.remove();
}

export const playWhichFloats: Scene<Extract<Question, { kind: "whichFloats" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const tub = createTub(table);
  const choices = question.choices.map((name, index) => ({
    name,
    index,
    root: pictureCard({ label: things[name].vi, pictures: [pictures[name]], size: "medium" }),
    correct: name === question.asked,
  }));
  table.stage.play.append(tub.root, cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const x = (index: number) => columnOf(index, choices.length);
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    onHint: (_hint, { name, index }) => tryOut(table, tub, name, x(index), false),
  });
  await tryOut(table, tub, chosen.name, x(chosen.index), true);
  await rejoice(table, answerKeys(question));
};

export const playPredict: Scene<Extract<Question, { kind: "predict" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const { asked } = question;
  const tub = createTub(table);
  const held = element("div", "held-thing", {}, picture(pictures[asked]));
  const floats = hasTrait(asked, "floats");
  const choices = (["floats", "sinks"] as const).map((trait) => ({
    trait,
    root: pictureCard({
      label: trait === "floats" ? "Nổi" : "Chìm",
      pictures: [signs[trait]],
      size: "medium",
    }),
    correct: (trait === "floats") === floats,
  }));
  const row = cardRow(choices.map(({ root }) => root));
  row.classList.add("wide-apart");
  table.stage.play.append(tub.root, held, row);
  await popIn(table, [held, ...choices.map(({ root }) => root)]);
  const drop = async (stays: boolean) => {
    held.hidden = true;
    await tryOut(table, tub, asked, columnOf(0, 1), stays);
    held.hidden = stays;
  };
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ trait }) =>
      void table.speech.sayNow([sentence(trait === "floats" ? "will-float" : "will-sink")]),
    async onHint() {
      await table.speech.say([sentence("we-try")], 500);
      await drop(false);
    },
  });
  await drop(true);
  await rejoice(table, answerKeys(question));
};
