// Owns the questions with one right picture among several: what was in a line, what comes next, which word is missing or rhymes.
import { cardRow } from "../../../sdk/cards.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { createReader, lineCard, linePicture, thingCard } from "../parts.ts";
import { answerKeys, lineKey, openKeys, questionKeys, rhymeKey, thingKey } from "../prompts.ts";

type Asked<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** Which picture was in the line that was read; or, after a whole poem, which comes after a line. */
export const playLine: Scene<Asked<"heard" | "next">> = async (table, question, tellWrong) => {
  const { asked } = question;
  const heard = question.kind === "heard" ? asked : question.after;
  const reader = createReader(table, () => table.speech.sayNow([lineKey(heard)], 900));
  // The line that was read can be seen again, but not the one that is asked for.
  const shown = question.kind === "next" ? linePicture(question.after) : undefined;
  shown?.classList.add("shown-line");
  if (!shown) reader.root.classList.add("alone");
  table.stage.play.append(reader.root, ...(shown ? [shown] : []));
  if (shown && question.kind === "next") {
    const lines = [0, 1, 2, 3].map((line) => ({ poem: asked.poem, line }));
    await reader.read(lines, (index) => {
      const now = linePicture({ poem: asked.poem, line: index });
      shown.replaceChildren(...now.childNodes);
      void table.motion.move(shown, [{ opacity: 0.2 }, { opacity: 1 }], 350);
    });
    shown.replaceChildren(...linePicture(question.after).childNodes);
  }
  const choices = question.choices.map((line) => ({
    line,
    // Friends that walk through a whole poem would be in every picture.
    root: lineCard(line, "choice", question.kind === "heard" ? "hero" : "all"),
    correct: line.line === asked.line,
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  void reader.tell(() => table.timeline.wait(2200));
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ root }) => void hop(table, root),
    // The touched picture says its own line, then the line that was asked about.
    onHint: async (_hint, { line }) =>
      reader.tell(() => table.speech.sayNow([lineKey(line), lineKey(heard)], 1200)),
  });
  void hop(table, reader.root);
  await rejoice(table, answerKeys(question));
};

/** Which word ends the line, and which rhymes. */
export const playWord: Scene<Asked<"missing" | "rhyme">> = async (table, question, tellWrong) => {
  const { rhyme } = question;
  const heard = question.kind === "missing" ? openKeys(rhyme) : [rhymeKey(rhyme)];
  const reader = createReader(table, () => table.speech.sayNow(heard, 1200));
  // The picture of the rhyming line helps to remember, without the thing that is asked for.
  const partner = { poem: rhyme.poem, line: rhyme.line % 2 === 0 ? rhyme.line + 1 : rhyme.line - 1 };
  const shown = linePicture(partner);
  shown.classList.add("shown-line");
  const choices = question.choices.map((thing) => ({
    thing,
    root: thingCard(thing),
    correct: thing === question.asked,
  }));
  table.stage.play.append(reader.root, shown, cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  for (const { thing, root } of choices) {
    void hop(table, root);
    await table.speech.say([thingKey(thing)], 620);
  }
  void reader.tell(() => table.timeline.wait(2200));
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ thing }) => void table.speech.sayNow([thingKey(thing)]),
    onHint: async (_hint, { thing }) =>
      reader.tell(() => table.speech.sayNow([rhymeKey(rhyme), thingKey(thing)], 1100)),
  });
  shown.replaceChildren(...linePicture(rhyme).childNodes);
  void hop(table, shown);
  void hop(table, reader.root);
  await rejoice(table, answerKeys(question));
};
