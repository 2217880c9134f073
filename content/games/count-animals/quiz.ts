// Owns which scene plays which question, and everyone's goodbye.
import { strew } from "../../sdk/layout.ts";
import { runQuiz } from "../../sdk/quiz.ts";
import type { Run } from "../../sdk/run.ts";
import { popIn } from "../../sdk/showing.ts";
import type { Table, TellWrong } from "../../sdk/table.ts";
import { addActor, greet } from "./animalShows.ts";
import { animals, animalsOf, type Place } from "./animals.ts";
import type { Level } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys } from "./prompts.ts";
import { ground, playCount } from "./scenes/countScene.ts";
import { playGather } from "./scenes/gatherScene.ts";
import { playGroup } from "./scenes/groupScene.ts";
import { playMatch } from "./scenes/matchScene.ts";
import { playStory } from "./scenes/storyScene.ts";

function playQuestion(table: Table, question: Question, tellWrong: TellWrong): Promise<void> {
  switch (question.kind) {
    case "touch":
    case "moving":
    case "mixed":
    case "flash":
      return playCount(table, question, tellWrong);
    case "story":
      return playStory(table, question, tellWrong);
    case "find":
    case "moreFewer":
      return playGroup(table, question, tellWrong);
    case "oneMore":
    case "equal":
      return playGather(table, question, tellWrong);
    case "match":
      return playMatch(table, question, tellWrong);
  }
}

/** Plays all questions of a level to the end. */
export function playLevel(run: Run, level: Level & { mode: "quiz" }): Promise<void> {
  const questions = planQuestions(level, run.table.random);
  return runQuiz(run, {
    questions,
    scenery: ({ place }) => place,
    ask: questionKeys,
    playQuestion,
    sayGoodbye: ({ table }) => gatherAll(table, questions.at(-1)?.place ?? "yard"),
  });
}

/** Everyone of the place comes to say goodbye. */
async function gatherAll(table: Table, place: Place): Promise<void> {
  const crowd = animalsOf(place).filter((animal) => animals[animal].place === place);
  const spots = strew(crowd.length * 2, 112, 16, ground, table.random);
  const actors = spots.map((spot, index) =>
    addActor(table, crowd[index % crowd.length] ?? "chicken", 112, spot),
  );
  for (const actor of actors) actor.root.addEventListener("click", () => greet(table, actor));
  await popIn(
    table,
    actors.map((actor) => actor.root),
    80,
  );
  for (const actor of actors) void actor.hop();
}
