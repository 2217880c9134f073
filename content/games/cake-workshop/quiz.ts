// Owns which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playOrder } from "./scenes/orderScene.ts";
import { playShare } from "./scenes/shareScene.ts";
import { playTrays } from "./scenes/trayScene.ts";

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: (question) => ("platter" in question ? "moonYard" : "kitchen"),
    ask: questionKeys,
    playQuestion(table, question, tellWrong) {
      if ("order" in question) return playOrder(table, question, tellWrong);
      if ("trays" in question) return playTrays(table, question, tellWrong);
      return playShare(table, question, tellWrong);
    },
  });
}
