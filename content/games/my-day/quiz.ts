// Owns which scene plays which question, and at what time of the day.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { activities, partNames } from "./day.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playOrder } from "./scenes/orderScene.ts";
import { playParts } from "./scenes/partsScene.ts";
import { playPick } from "./scenes/pickScene.ts";
import { playSet } from "./scenes/setScene.ts";

export function playQuiz(run: Run, level: QuizLevel): Promise<void> {
  const questions = planQuestions(level, run.table.random);
  return runQuiz<Question>(run, {
    questions,
    scenery(question) {
      // The light is that of the hour which is asked about; elsewhere the day goes on from question to question.
      if (question.kind === "when") return activities[question.asked].part;
      if (question.kind === "order") return "noon";
      if (question.kind === "next") return activities[question.from].part;
      const place = Math.floor((questions.indexOf(question) / questions.length) * partNames.length);
      return partNames[place] ?? "morning";
    },
    ask: questionKeys,
    playQuestion(table, question, tellWrong) {
      switch (question.kind) {
        case "order":
          return playOrder(table, question, tellWrong);
        case "dayNight":
        case "parts":
          return playParts(table, question, tellWrong);
        case "set":
          return playSet(table, question, tellWrong);
        default:
          return playPick(table, question, tellWrong);
      }
    },
  });
}
