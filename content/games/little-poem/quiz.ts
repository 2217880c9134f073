// Owns which scene plays which question, and the friends of the poems at the end.
import { picture } from "../../sdk/cards.ts";
import { element, units } from "../../sdk/element.ts";
import { strew } from "../../sdk/layout.ts";
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { Level } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { createReader } from "./parts.ts";
import { pictureOf } from "./pictures.ts";
import { linesOf, type PoemName } from "./poems.ts";
import { questionKeys } from "./prompts.ts";
import { playBeat } from "./scenes/beatScene.ts";
import { playLine, playWord } from "./scenes/chooseScene.ts";
import { playOrder } from "./scenes/orderScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "heard":
    case "next":
      return playLine(table, question, tellWrong);
    case "beat":
      return playBeat(table, question, tellWrong);
    case "order":
      return playOrder(table, question, tellWrong);
    case "missing":
    case "rhyme":
      return playWord(table, question, tellWrong);
  }
}

export const playQuiz = (run: Run, level: Level & { mode: "quiz" }): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => "veranda",
    ask: questionKeys,
    playQuestion,
    sayGoodbye: ({ table }) => gather(table, level.poems),
  });

/** The owl and everyone of the poems say good night. */
async function gather(table: Table, chosen: readonly PoemName[]): Promise<void> {
  const size = 128;
  const reader = createReader(table, () => Promise.resolve());
  const heroes = [...new Set(chosen.flatMap((poem) => linesOf(poem).map(({ hero }) => hero)))].slice(0, 8);
  const spots = strew(
    heroes.length,
    size,
    16,
    { left: -200, top: 180, width: 690, height: 500 },
    table.random,
  );
  const friends = heroes.map((name, index) => {
    const { x, y } = spots[index] ?? { x: 0, y: 0 };
    const style = `left:calc(50% + ${units(x - size / 2)});top:${units(y - size / 2)};width:${units(size)}`;
    return element("div", "friend", { style }, picture(pictureOf(name)));
  });
  table.stage.play.append(reader.root, ...friends);
  await popIn(table, friends, 70);
  for (const friend of friends) void hop(table, friend);
  void hop(table, reader.root);
}
