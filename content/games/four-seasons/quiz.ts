// Owns which scene plays which question, and in which scenery.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playDress, playSort } from "./scenes/bringScene.ts";
import { playStretch, playThings, playTomorrow } from "./scenes/chooseScene.ts";
import { playOrder } from "./scenes/orderScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "belongs":
    case "odd":
    case "festival":
      return playThings(table, question, tellWrong);
    case "sort":
    case "festivalSort":
      return playSort(table, question, tellWrong);
    case "dress":
      return playDress(table, question, tellWrong);
    case "order":
      return playOrder(table, question, tellWrong);
    case "week":
    case "months":
      return playStretch(table, question, tellWrong);
    case "tomorrow":
      return playTomorrow(table, question, tellWrong);
  }
}

function sceneryOf(question: Question): string {
  switch (question.kind) {
    case "belongs":
    case "odd":
      return question.season;
    case "festival":
    case "dress":
      return question.festival;
    case "order":
      return question.first;
    default:
      return "room";
  }
}

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: sceneryOf,
    ask: questionKeys,
    playQuestion,
  });
}
