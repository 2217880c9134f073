// Owns a quiz run: which scene plays which question, and where.
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import type { Scene } from "../../sdk/table.ts";
import type { QuizLevel } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { playBaby, playGive, playGrows, playMissing } from "./scenes/chooseScene.ts";
import { playOrder } from "./scenes/orderScene.ts";
import { playParts } from "./scenes/partsScene.ts";
import { playPots } from "./scenes/potsScene.ts";

const playQuestion: Scene<Question> = (table, question, tellWrong) => {
  switch (question.kind) {
    case "give":
      return playGive(table, question, tellWrong);
    case "baby":
      return playBaby(table, question, tellWrong);
    case "grows":
      return playGrows(table, question, tellWrong);
    case "missing":
      return playMissing(table, question, tellWrong);
    case "parts":
    case "jobs":
      return playParts(table, question, tellWrong);
    case "order":
    case "care":
      return playOrder(table, question, tellWrong);
    case "pots":
      return playPots(table, question, tellWrong);
  }
};

export const playQuiz = (run: Run, level: QuizLevel): Promise<void> =>
  runQuiz<Question>(run, {
    questions: planQuestions(level, run.table.random),
    scenery: ({ kind }) => (kind === "pots" ? "sill" : "garden"),
    ask: questionKeys,
    playQuestion,
  });
