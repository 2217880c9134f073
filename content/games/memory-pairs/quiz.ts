// Owns which scene plays which question.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playHidden } from "./scenes/hiddenScene.ts";
import { playMissing } from "./scenes/missingScene.ts";
import { playOrder } from "./scenes/orderScene.ts";
import { playPairs } from "./scenes/pairsScene.ts";
import { playSounds } from "./scenes/soundsScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "pairs":
    case "families":
    case "shadows":
      return playPairs(table, question, tellWrong);
    case "hidden":
    case "swapped":
      return playHidden(table, question, tellWrong);
    case "missing":
      return playMissing(table, question, tellWrong);
    case "order":
      return playOrder(table, question, tellWrong);
    case "sounds":
      return playSounds(table, question, tellWrong);
  }
}

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  return runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: () => "house",
    ask: questionKeys,
    playQuestion,
  });
}
