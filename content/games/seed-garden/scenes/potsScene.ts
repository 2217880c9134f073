// Owns the experiment to think through: three pots are kept differently, and a week goes by.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { type Pot, pots } from "../nature.ts";
import { potPicture } from "../plantDrawings.ts";
import { answerKeys, questionKeys, sentence } from "../prompts.ts";
import { sunPicture, wateringCan } from "../stageDrawings.ts";

/** A badge of what a pot gets; faint when it does not get it. */
export const badge = (source: string, isOn: boolean) =>
  element("span", isOn ? "pot-badge" : "pot-badge off", {}, picture(source));

/** The night falls over the stage and lifts again; `change` happens in the dark. */
export async function passNight(table: Table, change: () => void): Promise<void> {
  const night = element("div", "night", { "aria-hidden": "true" });
  table.stage.play.append(night);
  table.sounds.play(effects.night);
  await table.motion.move(night, [{ opacity: 0 }, { opacity: 1 }], 600);
  change();
  await table.timeline.wait(300);
  await table.motion.move(night, [{ opacity: 1 }, { opacity: 0 }], 600);
  night.remove();
}

const later: Readonly<Record<Pot, string>> = {
  cared: potPicture({ growth: 4, look: "cared" }),
  thirsty: potPicture({ growth: 3, look: "thirsty" }),
  dark: potPicture({ growth: 3, look: "dark" }),
};

export const playPots: Scene<Extract<Question, { kind: "pots" }>> = async (table, question, tellWrong) => {
  const choices = question.shown.map((pot) => {
    const plant = element("span", "pot-plant", {}, drawing(potPicture({ growth: 3, look: "cared" })));
    const root = pictureCard({ label: pots[pot].vi, pictures: [], className: `pot-choice is-${pot}` });
    root.replaceChildren(
      element(
        "span",
        "pot-badges",
        {},
        badge(wateringCan, pot !== "thirsty"),
        badge(sunPicture, pot !== "dark"),
      ),
      plant,
    );
    return { pot, plant, root, correct: pot === question.asked };
  });
  table.stage.play.append(
    cardRow(
      choices.map(({ root }) => root),
      "middle",
    ),
  );
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, { choices, ask: questionKeys(question), tellWrong });
  for (const { root } of choices) root.classList.add("clear");
  void table.speech.sayNow([sentence("week-passes")]);
  await passNight(table, () => {
    for (const { pot, plant } of choices) plant.replaceChildren(drawing(later[pot]));
  });
  void hop(table, chosen.plant);
  await rejoice(table, answerKeys(question));
};
