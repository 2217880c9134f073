// Owns the questions on the screen: one scene for choosing, one for baskets.
import { cardRow, picture } from "../../sdk/cards.ts";
import { element } from "../../sdk/element.ts";
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { bringToPlaces } from "../../sdk/scenes/bringToPlaces.ts";
import { chooseOne } from "../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../sdk/showing.ts";
import type { Scene } from "../../sdk/table.ts";
import type { Level } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { basketButton, thingCard } from "./parts.ts";
import { pictures } from "./pictures.ts";
import { answerKeys, basketKey, nameKey, questionKeys } from "./prompts.ts";
import { things } from "./things.ts";

export function playQuiz(run: Run, level: Level & { mode: "quiz" }): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => "yard",
    ask: questionKeys,
    playQuestion: (table, question, tellWrong) =>
      question.kind === "sort"
        ? playSort(table, question, tellWrong)
        : playChoice(table, question, tellWrong),
  });
}

const playChoice: Scene<Exclude<Question, { kind: "sort" }>> = async (table, question, tellWrong) => {
  const { kind, asked } = question;
  const choices = question.choices.map((name) => ({
    name,
    root: thingCard(name, question.choices.length > 3 ? "medium" : "large"),
    correct: name === asked,
  }));
  const row = cardRow(
    choices.map(({ root }) => root),
    kind === "shadow" ? "bottom" : "middle",
  );
  // A shadow is the thing's own picture without its colours.
  const shadow = element("div", "shadow", {}, picture(pictures[asked]));
  table.stage.play.append(...(kind === "shadow" ? [shadow] : []), row);
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ name }) => void table.speech.sayNow([nameKey(name)]),
  });
  shadow.classList.add("lit");
  await rejoice(table, answerKeys(question));
};

const playSort: Scene<Extract<Question, { kind: "sort" }>> = async (table, question, tellWrong) => {
  const places = question.groups.map((group) => ({ name: group, root: basketButton(group) }));
  const sorted = question.sorted.map((name) => ({
    name,
    to: [things[name].group],
    root: thingCard(name, "small"),
  }));
  const baskets = element("div", "baskets", {}, ...places.map(({ root }) => root));
  const row = cardRow(sorted.map(({ root }) => root));
  row.classList.add("sorted");
  table.stage.play.append(baskets, row);
  await popIn(
    table,
    [...places, ...sorted].map(({ root }) => root),
  );
  await bringToPlaces(table, {
    things: sorted,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    onPlaced({ name, root }, { root: basket }) {
      root.remove();
      basket.querySelector(".basket-inside")?.append(picture(pictures[name]));
    },
    onWrong: async (_thing, { name }) => void (await table.speech.sayNow([basketKey(name)], 700)),
  });
  await rejoice(table, answerKeys(question));
};
