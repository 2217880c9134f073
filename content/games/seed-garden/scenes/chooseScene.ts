// Owns the questions with one right card: what a plant needs, what grows up to what, what is missing in a circle of life.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { type Choice, chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table, TellWrong } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { cycles, type Need, needs, seeds, stages } from "../nature.ts";
import { potPicture } from "../plantDrawings.ts";
import { answerKeys, needKey, plantKey, questionKeys, stageKey } from "../prompts.ts";
import { needPictures, seedPictures } from "../stageDrawings.ts";
import { plantPictures, stagePictures } from "../stagePictures.ts";

type Asked = Extract<Question, { kind: "give" | "baby" | "grows" | "missing" }>;
type Named = Choice & { readonly key: string };

/** Puts the cards up below `subject`, lets one be chosen, shows what comes of it, and tells the answer. */
async function choose(
  table: Table,
  question: Asked,
  tellWrong: TellWrong,
  subject: HTMLElement,
  choices: readonly Named[],
  showAnswer: () => void,
): Promise<void> {
  table.stage.play.append(subject, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [subject, ...choices.map(({ root }) => root)]);
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ key }) => void table.speech.sayNow([key]),
    onHint: () => hop(table, subject),
  });
  showAnswer();
  table.sounds.play(effects.sprout);
  void hop(table, subject);
  await rejoice(table, answerKeys(question));
}

/** A seed that lies on a bare stone. */
const stone = `<svg viewBox="0 0 180 300" fill="none"><ellipse cx="90" cy="288" rx="80" ry="11" fill="#3f2a14" fill-opacity=".25"/><path fill="#9aa3ad" d="M14 284c-10-40 20-96 70-100s90 50 82 100c-20 10-130 10-152 0z"/><path fill="#c3cad1" d="M34 262c-4-32 20-64 54-66-20 14-34 40-36 70z"/><path d="M100 210l14 22-8 18M60 250l20 8" stroke="#7c8690" stroke-width="5" stroke-linecap="round"/><g class="plant-sway"><path fill="#f0d9a8" stroke="#8f6a34" stroke-width="4" d="M92 132c26 8 32 36 14 54-26 4-44-14-38-34 4-12 12-18 24-20z"/><g fill="#5b4630"><circle cx="84" cy="156" r="3.500"/><circle cx="100" cy="156" r="3.500"/></g><path d="M84 172q8-8 16 0" stroke="#5b4630" stroke-width="3.500" stroke-linecap="round"/></g></svg>`;
const lacking: Readonly<Record<Need, string>> = {
  water: potPicture({ growth: 3, look: "thirsty" }),
  sun: potPicture({ growth: 3, look: "dark" }),
  soil: stone,
};

export const playGive: Scene<Extract<Question, { kind: "give" }>> = (table, question, tellWrong) => {
  const { asked } = question;
  const subject = element("div", `subject needs-${asked}`, {}, drawing(lacking[asked]));
  const choices = question.choices.map((need) => ({
    root: pictureCard({ label: needs[need].vi, pictures: [needPictures[need]] }),
    correct: need === asked,
    key: needKey(need),
  }));
  return choose(table, question, tellWrong, subject, choices, () => {
    subject.classList.remove(`needs-${asked}`);
    subject.replaceChildren(drawing(potPicture({ growth: asked === "soil" ? 2 : 3, look: "cared" })));
  });
};

export const playBaby: Scene<Extract<Question, { kind: "baby" }>> = (table, question, tellWrong) => {
  const { asked, young } = question;
  const subject = element("div", "subject round", {}, picture(stagePictures[young.cycle][young.stage]));
  const choices = question.choices.map((cycle) => ({
    root: pictureCard({ label: cycles[cycle].vi, pictures: [stagePictures[cycle][3]] }),
    correct: cycle === asked,
    key: stageKey(cycle, 3),
  }));
  return choose(table, question, tellWrong, subject, choices, () =>
    subject.replaceChildren(picture(stagePictures[asked][3])),
  );
};

export const playGrows: Scene<Extract<Question, { kind: "grows" }>> = (table, question, tellWrong) => {
  const { asked } = question;
  const subject = element("div", "subject round seed", {}, picture(seedPictures[asked]));
  const choices = question.choices.map((seed) => ({
    root: pictureCard({ label: seeds[seed].plant.vi, pictures: [plantPictures[seed]] }),
    correct: seed === asked,
    key: plantKey(seed),
  }));
  return choose(table, question, tellWrong, subject, choices, () =>
    subject.replaceChildren(picture(plantPictures[asked])),
  );
};

const circle = `<svg viewBox="0 0 720 400" fill="none"><g stroke="#fffdf6" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"><path d="M440 60c70 10 120 30 150 66M598 104l-4 26-26-4"/><path d="M590 274c-30 36-80 56-150 66M462 322l-24 18 22 16"/><path d="M280 340c-70-10-120-30-150-66M122 296l4-26 26 4"/><path d="M130 126c30-36 80-56 150-66M258 78l24-18-22-16"/></g></svg>`;

export const playMissing: Scene<Extract<Question, { kind: "missing" }>> = (table, question, tellWrong) => {
  const { cycle, asked } = question;
  const spots = stages.map((stage) =>
    element(
      "span",
      `life-spot at-${stage}${stage === asked ? " gap" : ""}`,
      {},
      ...(stage === asked ? [] : [picture(stagePictures[cycle][stage])]),
    ),
  );
  const subject = element("div", "life-circle", {}, drawing(circle), ...spots);
  const choices = question.choices.map((choice) => ({
    root: pictureCard({
      label: cycles[choice.cycle].stages[choice.stage].vi,
      pictures: [stagePictures[choice.cycle][choice.stage]],
      size: "small",
    }),
    correct: choice.cycle === cycle,
    key: stageKey(choice.cycle, choice.stage),
  }));
  return choose(table, question, tellWrong, subject, choices, () => {
    spots[asked]?.classList.remove("gap");
    spots[asked]?.replaceChildren(picture(stagePictures[cycle][asked]));
  });
};
