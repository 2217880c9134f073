// Owns the large plant: its parts are found by their names, or by what they do.
import { drawing, element, pictureButton, units } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { type Part, partNames, parts } from "../nature.ts";
import { pictures } from "../pictures.ts";
import { largePlant } from "../plantDrawings.ts";
import { answerKeys, partKey, questionKeys } from "../prompts.ts";

/** Middle and size of what can be touched, in units of the drawing. */
const spots: Readonly<Record<Part, readonly [x: number, y: number, width: number, height: number]>> = {
  flower: [260, 84, 150, 150],
  leaf: [108, 242, 170, 110],
  fruit: [380, 292, 116, 128],
  stem: [259, 330, 92, 120],
  root: [262, 474, 220, 116],
};

export const playParts: Scene<Extract<Question, { kind: "parts" | "jobs" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const plant = element("div", "large-plant", {}, drawing(largePlant));
  const choices = partNames.map((part) => {
    const [x, y, width, height] = spots[part];
    const root = pictureButton("plant-part", parts[part].vi, {});
    root.style.left = units(x - width / 2);
    root.style.top = units(y - height / 2);
    root.style.width = units(width);
    root.style.height = units(height);
    return { part, root, correct: part === question.asked };
  });
  plant.append(...choices.map(({ root }) => root));
  const guest = (name: "bee" | "worm" | "ladybird") =>
    element("img", `guest ${name}`, { src: pictures[name], alt: "", draggable: "false" });
  table.stage.play.append(guest("bee"), guest("ladybird"), plant, guest("worm"));
  await popIn(
    table,
    choices.map(({ root }) => root),
    60,
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ part }) => void table.speech.sayNow([partKey(part)]),
  });
  table.sounds.play(effects.shine);
  void hop(table, chosen.root);
  await rejoice(table, answerKeys(question));
};
