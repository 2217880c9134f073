// Owns which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playBuild } from "./scenes/buildScene.ts";
import { playChoice } from "./scenes/choiceScene.ts";
import { playCorners } from "./scenes/cornersScene.ts";
import { playRoll } from "./scenes/rollScene.ts";

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) =>
      kind === "roll" ? "yard" : kind === "build" || kind === "corners" ? "workshop" : "theatre",
    ask: questionKeys,
    playQuestion(table, question, tellWrong) {
      switch (question.kind) {
        case "build":
          return playBuild(table, question, tellWrong);
        case "corners":
          return playCorners(table, question, tellWrong);
        case "roll":
          return playRoll(table, question, tellWrong);
        default:
          return playChoice(table, question, tellWrong);
      }
    },
  });
}
