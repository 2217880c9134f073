// Owns a quiz run: one question after another, what is reported of each, and a happy end.
import { common } from "./commonPrompts.ts";
import { closeRound, openRound, tryWrong } from "./rounds.ts";
import type { Run } from "./run.ts";
import { commonEffects } from "./sounds.ts";
import { type Scene, setPhase } from "./table.ts";

export type Quiz<Question extends { readonly kind: string }> = {
  readonly questions: readonly Question[];
  scenery(question: Question): string;
  /** What is asked aloud; also what "say it again" repeats. The scene itself asks first. */
  ask(question: Question): readonly string[];
  readonly playQuestion: Scene<Question>;
  /** Fills the stage for the goodbye, before it is said. */
  sayGoodbye?(run: Run): Promise<void> | void;
};

/** Plays all questions of a level to the end and says `finished`. */
export async function runQuiz<Question extends { readonly kind: string }>(
  run: Run,
  quiz: Quiz<Question>,
): Promise<void> {
  const { table, host, frame } = run;
  const { questions } = quiz;
  for (const [index, question] of questions.entries()) {
    table.stage.play.replaceChildren();
    run.showScenery(quiz.scenery(question));
    frame.setProgress(index, questions.length);
    frame.setTurn(run.turns, index);
    run.setRepeat(quiz.ask(question));
    setPhase("showing");
    document.body.dataset["question"] = `${index}:${question.kind}`;
    let round = openRound(index, table.timeline.now());
    const playing = quiz.playQuestion(table, question, () => {
      const tried = tryWrong(round);
      round = tried.round;
      return tried.hint;
    });
    // The scene has put its pictures up by now; the next frame shows them.
    if (index === 0) requestAnimationFrame(() => host.interactive());
    await playing;
    setPhase("showing");
    host.round(closeRound(round, table.timeline.now()));
    frame.setProgress(index + 1, questions.length);
    await table.timeline.wait(700);
  }
  await sayGoodbye(run, quiz);
  host.finish();
  setPhase("over");
}

async function sayGoodbye<Question extends { readonly kind: string }>(
  run: Run,
  quiz: Quiz<Question>,
): Promise<void> {
  const { table } = run;
  setPhase("showing");
  document.body.dataset["question"] = "end";
  run.setRepeat([common("all-done")]);
  table.stage.play.replaceChildren();
  await quiz.sayGoodbye?.(run);
  table.sounds.play(commonEffects.celebrate);
  await Promise.all([
    table.speech.sayNow([common("all-done")], 2600),
    table.celebration.burst(-260, 420, 24),
    table.celebration.burst(260, 420, 24),
  ]);
}
