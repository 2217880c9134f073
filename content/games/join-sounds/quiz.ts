// Owns which scene plays which question, where it is played, and the dance of all friends at the end.
import { picture } from "../../sdk/cards.ts";
import { element, units } from "../../sdk/element.ts";
import { strew } from "../../sdk/layout.ts";
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import { drumWordNames } from "./drumWords.ts";
import type { Level, QuizKind } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { pictureOf } from "./pictures.ts";
import { questionKeys } from "./prompts.ts";
import type { PlaceName } from "./scenery.ts";
import { playBeats, playRhyme, playTone } from "./scenes/chooseScene.ts";
import { playClap } from "./scenes/clapScene.ts";
import { playBuild, playPairs } from "./scenes/joinScenes.ts";
import { playBlend, playMark } from "./scenes/machineScenes.ts";

const placeOf: Readonly<Record<QuizKind, PlaceName>> = {
  clap: "drum",
  beats: "drum",
  rhyme: "tones",
  pairs: "tones",
  tone: "tones",
  build: "machine",
  mark: "machine",
  blend: "machine",
};

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "clap":
      return playClap(table, question, tellWrong);
    case "beats":
      return playBeats(table, question, tellWrong);
    case "rhyme":
      return playRhyme(table, question, tellWrong);
    case "pairs":
      return playPairs(table, question, tellWrong);
    case "tone":
      return playTone(table, question, tellWrong);
    case "mark":
      return playMark(table, question, tellWrong);
    case "build":
      return playBuild(table, question, tellWrong);
    case "blend":
      return playBlend(table, question, tellWrong);
  }
}

export const playQuiz = (run: Run, level: Level & { mode: "quiz" }): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) => placeOf[kind],
    ask: questionKeys,
    playQuestion,
    sayGoodbye: ({ table }) => gather(table),
  });

async function gather(table: Table): Promise<void> {
  const size = 130;
  const spots = strew(9, size, 16, { left: -480, top: 220, width: 960, height: 470 }, table.random);
  const friends = table.random
    .shuffle(drumWordNames)
    .slice(0, spots.length)
    .map((name, index) => {
      const { x, y } = spots[index] ?? { x: 0, y: 0 };
      const style = `left:calc(50% + ${units(x - size / 2)});top:${units(y - size / 2)};width:${units(size)}`;
      return element("div", "friend", { style }, picture(pictureOf(name)));
    });
  table.stage.play.append(...friends);
  await popIn(table, friends, 70);
  for (const friend of friends) void hop(table, friend);
}
