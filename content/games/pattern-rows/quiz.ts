// Owns which scene plays which question.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playFill } from "./scenes/fillScene.ts";
import { playGrow } from "./scenes/growScene.ts";
import { playMend } from "./scenes/mendScene.ts";
import { playRowQuestion } from "./scenes/rowScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "next":
    case "middle":
    case "music":
    case "moves":
      return playRowQuestion(table, question, tellWrong);
    case "mend":
      return playMend(table, question, tellWrong);
    case "string":
    case "copy":
      return playFill(table, question, tellWrong);
    case "grow":
      return playGrow(table, question, tellWrong);
  }
}

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => level.scenery,
    ask: questionKeys,
    playQuestion,
  });
}
