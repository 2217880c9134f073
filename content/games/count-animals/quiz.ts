// Owns a quiz run: one question after another, what is reported of each, and a happy end.
import type { Host } from "../../sdk/lifecycle.ts";
import { closeRound, openRound, tryWrong } from "../../sdk/rounds.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { animals, animalsOf, type Place } from "./animals.ts";
import type { Frame } from "./frame.ts";
import { strew } from "./layout.ts";
import type { Level } from "./levels.ts";
import { planQuestions, type Question } from "./logic.ts";
import { questionKeys, sentence } from "./prompts.ts";
import { ground, playCount } from "./scenes/countScene.ts";
import { playGather } from "./scenes/gatherScene.ts";
import { playGroup } from "./scenes/groupScene.ts";
import { playMatch } from "./scenes/matchScene.ts";
import { playStory } from "./scenes/storyScene.ts";
import { addActor, greet, popIn, setPhase, type Table, type TellWrong } from "./table.ts";

export type Run = {
  table: Table;
  host: Host;
  frame: Frame;
  turns: readonly string[];
  showPlace(place: Place): void;
  /** What "say it again" says, and what is said after a pause or a long silence. */
  setRepeat(keys: readonly string[]): void;
};

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

/** Plays all questions of a level to the end and says `finished`. */
export async function runQuiz(run: Run, level: Level & { mode: "quiz" }): Promise<void> {
  const { table, host, frame } = run;
  const questions = planQuestions(level, table.random);
  for (const [index, question] of questions.entries()) {
    table.stage.play.replaceChildren();
    run.showPlace(question.place);
    frame.setProgress(index, questions.length);
    frame.setTurn(run.turns, index);
    run.setRepeat(questionKeys(question));
    document.body.dataset["question"] = `${index}:${question.kind}`;
    let round = openRound(index, table.timeline.now());
    const playing = playQuestion(table, question, () => {
      const tried = tryWrong(round);
      round = tried.round;
      return tried.hint;
    });
    // The scene has put its pictures up by now; the next frame shows them.
    if (index === 0) requestAnimationFrame(() => host.interactive());
    await playing;
    host.round(closeRound(round, table.timeline.now()));
    frame.setProgress(index + 1, questions.length);
    await table.timeline.wait(700);
  }
  await sayGoodbye(run, questions.at(-1)?.place ?? "yard");
  host.finish();
  setPhase("over");
}

/** Everyone of the place comes to say goodbye. */
async function sayGoodbye({ table, setRepeat }: Run, place: Place): Promise<void> {
  setPhase("showing");
  document.body.dataset["question"] = "end";
  setRepeat([sentence("all-done")]);
  table.stage.play.replaceChildren();
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
  table.sounds.play(commonEffects.celebrate);
  for (const actor of actors) void actor.hop();
  await Promise.all([
    table.speech.sayNow([sentence("all-done")], 2600),
    table.celebration.burst(-260, 420, 24),
    table.celebration.burst(260, 420, 24),
  ]);
}
