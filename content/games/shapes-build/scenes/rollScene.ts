// Owns trying solids out: the one that is chosen goes down the slope or onto the tower, right or not.
import { cardRow, pictureCard } from "../../../sdk/cards.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { solidPictures } from "../drawSolids.ts";
import { fits, type Question } from "../logic.ts";
import { questionKeys, sentence, solidKey } from "../prompts.ts";
import { type Solid, solids } from "../shapes.ts";
import { createTower, tryRoll } from "./solidShows.ts";

type RollQuestion = Extract<Question, { kind: "roll" }>;

export const playRoll: Scene<RollQuestion> = async (table, question, tellWrong) => {
  const tower = createTower(table);
  const offers = question.choices.map((solid) => ({
    solid,
    correct: fits(question.task, solid),
    root: pictureCard({ label: solids[solid].vi, pictures: [solidPictures[solid]], size: "medium" }),
  }));
  const row = cardRow(offers.map(({ root }) => root));
  table.stage.play.append(row);
  /** Shows what it does; the sentence that tells of it. */
  const tryOut = async (solid: Solid) => {
    if (question.task === "roll") return sentence((await tryRoll(table, solid)) ? "it-rolls" : "it-slides");
    await tower.put(solid);
    const stands = await tower.put(solid);
    await table.timeline.wait(500);
    tower.clear();
    return sentence(stands ? "it-stacks" : "it-falls");
  };
  await popIn(
    table,
    offers.map(({ root }) => root),
    110,
  );
  const chosen = await chooseOne(table, {
    choices: offers,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ solid }) => void table.speech.sayNow([solidKey(solid)]),
    onHint: async (_hint, { solid }) => {
      const told = await tryOut(solid);
      await table.speech.sayNow([told], 900);
    },
  });
  const told = await tryOut(chosen.solid);
  await rejoice(table, [solidKey(chosen.solid), told]);
};
