// Owns which scene plays which question.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playEcho } from "./scenes/echoScene.ts";
import { playLadder } from "./scenes/ladderScene.ts";
import { playScreen } from "./scenes/screenScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "which":
    case "loud":
    case "tempo":
    case "pitch":
      return playScreen(table, question, tellWrong);
    case "rhythm":
    case "melody":
      return playEcho(table, question, tellWrong);
    case "ladder":
      return playLadder(table, question, tellWrong);
  }
}

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => "stage",
    ask: questionKeys,
    playQuestion,
  });
}
