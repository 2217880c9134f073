// Owns a quiz run: which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Scene } from "../../sdk/table.ts";
import { showSky } from "./atmosphere.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playAfter } from "./scenes/afterScene.ts";
import { playGarment, playListen, playWhatWeather, playWho } from "./scenes/chooseScene.ts";
import { playDress } from "./scenes/dressScene.ts";
import { playThermometer, playWeek } from "./scenes/measureScene.ts";

const playQuestion: Scene<Question> = (table, question, tellWrong) => {
  switch (question.kind) {
    case "whatWeather":
      return playWhatWeather(table, question, tellWrong);
    case "listen":
      return playListen(table, question, tellWrong);
    case "need":
    case "leave":
      return playGarment(table, question, tellWrong);
    case "who":
      return playWho(table, question, tellWrong);
    case "dress":
      return playDress(table, question, tellWrong);
    case "after":
      return playAfter(table, question, tellWrong);
    case "thermometer":
      return playThermometer(table, question, tellWrong);
    case "week":
      return playWeek(table, question, tellWrong);
  }
};

export const playQuiz = (run: Run, level: QuizLevel): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) => (kind === "listen" ? "room" : "village"),
    ask: questionKeys,
    playQuestion,
    sayGoodbye: () => showSky({ sun: true, cloud: false, rain: true, wind: false, warmth: 3 }),
  });
