// Owns a quiz run: which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Scene } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playChoice } from "./scenes/chooseScene.ts";
import { playHoops } from "./scenes/hoopsScene.ts";
import { playSort } from "./scenes/sortScene.ts";
import { playPredict, playWhichFloats } from "./scenes/tubScene.ts";

const playQuestion: Scene<Question> = (table, question, tellWrong) => {
  switch (question.kind) {
    case "living":
    case "harvest":
    case "homes":
    case "bodies":
      return playSort(table, question, tellWrong);
    case "whichFloats":
      return playWhichFloats(table, question, tellWrong);
    case "predict":
      return playPredict(table, question, tellWrong);
    case "odd":
    case "both":
    case "rule":
      return playChoice(table, question, tellWrong);
    case "hoops":
      return playHoops(table, question, tellWrong);
  }
};

export const playQuiz = (run: Run, level: QuizLevel): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) =>
      kind === "whichFloats" || kind === "predict"
        ? "well"
        : kind === "odd" || kind === "rule" || kind === "hoops"
          ? "rug"
          : "room",
    ask: questionKeys,
    playQuestion,
  });
