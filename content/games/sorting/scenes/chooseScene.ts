// Owns the questions "which one": the odd one, the one that is both, and the one that may join the hoop.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import { hoopDrawing } from "../hoops.ts";
import type { ChoiceQuestion } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, traitKey } from "../prompts.ts";
import { signs } from "../signs.ts";
import { type ThingName, things } from "../things.ts";
import type { Trait } from "../traits.ts";

type Asked = Exclude<ChoiceQuestion, { kind: "whichFloats" }>;

/** A sign that says its trait when it is touched. */
export function signButton(table: Table, trait: Trait, className = "") {
  const made = pictureButton(`sign ${className}`, trait, {}, picture(signs[trait]));
  made.addEventListener("click", () => {
    if (document.body.dataset["phase"] !== "asking") return;
    void hop(table, made);
    void table.speech.sayNow([traitKey(trait)]);
  });
  return made;
}

export const playChoice: Scene<Asked> = async (table, question, tellWrong) => {
  const { kind, asked } = question;
  const choices = question.choices.map((name) => ({
    name,
    root: pictureCard({
      label: things[name].vi,
      pictures: [pictures[name]],
      size: kind === "odd" ? "large" : "medium",
      className: "on-rug",
    }),
    correct: name === asked,
  }));
  const stand = kind === "odd" ? oddStand(choices) : cardRow(choices.map(({ root }) => root));
  const hoop = kind === "rule" ? ruleHoop(question.inside) : undefined;
  table.stage.play.append(
    ...(kind === "both" ? [twoSigns(table, question.traits)] : []),
    ...(hoop ? [hoop.root] : []),
    stand,
  );
  await popIn(table, [...(hoop?.members ?? []), ...choices.map(({ root }) => root)]);
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    onHint: async (hint) => {
      if (!hoop || hint === 1) return;
      for (const member of hoop.members) {
        void hop(table, member);
        await table.timeline.wait(260);
      }
    },
  });
  if (hoop) {
    hoop.gap.replaceChildren(picture(pictures[asked]));
    hoop.gap.classList.add("filled");
    table.sounds.play(effects.chime);
    for (const member of [...hoop.members, hoop.gap]) void hop(table, member);
  }
  if (kind === "odd") for (const { root, correct } of choices) if (!correct) root.classList.add("friends");
  await rejoice(table, answerKeys(question));
};

const oddStand = (choices: readonly { root: HTMLElement }[]) =>
  element("div", "odd-stand", {}, ...choices.map(({ root }) => root));

const plus = `<svg viewBox="0 0 60 60" fill="none"><circle cx="30" cy="30" r="28" fill="#fffdf6"/><path d="M16 30h28M30 16v28" stroke="#0072b2" stroke-width="9" stroke-linecap="round"/></svg>`;

/** Two signs joined: this and that at once. */
const twoSigns = (table: Table, [one, other]: readonly [Trait, Trait]) =>
  element(
    "div",
    "two-signs",
    {},
    signButton(table, one, "large"),
    element("span", "two-signs-plus", {}, drawing(plus)),
    signButton(table, other, "large"),
  );

function ruleHoop(inside: readonly ThingName[]) {
  const members = inside.map((name) => element("span", "rule-member", {}, picture(pictures[name])));
  const gap = element("span", "rule-member gap");
  const root = element(
    "div",
    "rule-hoop",
    {},
    drawing(hoopDrawing("gold")),
    element("div", "rule-inside", {}, ...members, gap),
  );
  return { root, members, gap };
}
