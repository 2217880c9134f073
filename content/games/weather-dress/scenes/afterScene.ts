// Owns "and then?": a picture of what was, and which of three comes after it.
import { cardRow, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { showSky, skies } from "../atmosphere.ts";
import { changeDrawings } from "../changeDrawings.ts";
import type { Question } from "../logic.ts";
import { answerKeys, questionKeys } from "../prompts.ts";
import { changes } from "../weather.ts";

const arrow = `<svg viewBox="0 0 90 90" fill="none"><circle cx="45" cy="45" r="42" fill="#fffdf6"/><path d="M20 45h46M48 25l20 20-20 20" stroke="#0072b2" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const playAfter: Scene<Extract<Question, { kind: "after" }>> = async (table, question, tellWrong) => {
  showSky(skies.windy);
  const { asked } = question;
  const before = element("div", "scene-frame", {}, drawing(changeDrawings[asked].before));
  const after = element("div", "scene-frame empty");
  const choices = question.choices.map((change) => ({
    change,
    root: pictureCard({
      label: changes[change].vi,
      pictures: [changeDrawings[change].after],
      className: "change-card",
    }),
    correct: change === asked,
  }));
  table.stage.play.append(
    element("div", "before-after", {}, before, element("div", "then-arrow", {}, drawing(arrow)), after),
    cardRow(choices.map(({ root }) => root)),
  );
  await popIn(table, [before, ...choices.map(({ root }) => root)]);
  await chooseOne(table, { choices, ask: questionKeys(question), tellWrong });
  after.classList.remove("empty");
  after.replaceChildren(drawing(changeDrawings[asked].after));
  await table.motion.move(
    after,
    [
      { transform: "scale(.6)", opacity: 0 },
      { transform: "none", opacity: 1 },
    ],
    420,
  );
  await rejoice(table, answerKeys(question));
};
