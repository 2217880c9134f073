// Owns which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playNearFar, playShortest, playSides, playWhere } from "./scenes/chooseScene.ts";
import { playProgram } from "./scenes/programScene.ts";
import { playPut } from "./scenes/putScene.ts";
import { playStep } from "./scenes/stepScene.ts";
import { playStones } from "./scenes/stonesScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "stones":
      return playStones(table, question, tellWrong);
    case "where":
      return playWhere(table, question, tellWrong);
    case "nearFar":
      return playNearFar(table, question, tellWrong);
    case "nextStep":
      return playStep(table, question, tellWrong);
    case "sides":
      return playSides(table, question, tellWrong);
    case "put":
      return playPut(table, question, tellWrong);
    case "program":
    case "collect":
      return playProgram(table, question, tellWrong);
    case "shortest":
      return playShortest(table, question, tellWrong);
  }
}

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) => (kind === "stones" ? "pond" : "village"),
    ask: questionKeys,
    playQuestion,
  });
}
