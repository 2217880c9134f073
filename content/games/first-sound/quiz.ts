// Owns which scene plays which question, and the garden full of friends at the end.
import { picture } from "../../sdk/cards.ts";
import { element, units } from "../../sdk/element.ts";
import { strew } from "../../sdk/layout.ts";
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import { callerNames } from "./callers.ts";
import type { Level } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { createRabbit } from "./parts.ts";
import { pictureOf } from "./pictures.ts";
import { questionKeys } from "./prompts.ts";
import { playCaller, playFirstSound, playLetter, playWord } from "./scenes/chooseScene.ts";
import { playSort } from "./scenes/sortScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "caller":
    case "firstCaller":
      return playCaller(table, question, tellWrong);
    case "word":
      return playWord(table, question, tellWrong);
    case "begins":
    case "alike":
    case "odd":
      return playFirstSound(table, question, tellWrong);
    case "letter":
      return playLetter(table, question, tellWrong);
    case "sort":
    case "letterSort":
      return playSort(table, question, tellWrong);
  }
}

export const playQuiz = (run: Run, level: Level & { mode: "quiz" }): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => "garden",
    ask: questionKeys,
    playQuestion,
    sayGoodbye: ({ table }) => gather(table),
  });

/** The rabbit and its friends wave goodbye. */
async function gather(table: Table): Promise<void> {
  const size = 130;
  const rabbit = createRabbit(table);
  const area = { left: -330, top: 250, width: 820, height: 400 };
  const spots = strew(8, size, 16, area, table.random);
  const friends = table.random
    .shuffle(callerNames)
    .slice(0, spots.length)
    .map((name, index) => {
      const { x, y } = spots[index] ?? { x: 0, y: 0 };
      const style = `left:calc(50% + ${units(x - size / 2)});top:${units(y - size / 2)};width:${units(size)}`;
      return element("div", "friend", { style }, picture(pictureOf(name)));
    });
  table.stage.play.append(rabbit.root, ...friends);
  await popIn(table, friends, 70);
  for (const friend of friends) void hop(table, friend);
  rabbit.cheer();
}
