// Owns the questions with one right picture or letter among several.
import { cardRow } from "../../../sdk/cards.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table, TellWrong } from "../../../sdk/table.ts";
import type { Caller } from "../callers.ts";
import { callEffects } from "../effects.ts";
import { type Question, soundOf } from "../logic.ts";
import { callerCard, letterButton, wordCard } from "../parts.ts";
import { answerKeys, callerKey, callKey, questionKeys, soundKey, wordKey } from "../prompts.ts";
import { nameCards, openListening, playCalls } from "./listen.ts";

type Asked<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;
const sizeFor = (amount: number) => (amount > 3 ? "medium" : "large");

/** Who calls, and who called first: calls sound out of the lily, then a child finds the caller. */
export const playCaller: Scene<Asked<"caller" | "firstCaller">> = async (table, question, tellWrong) => {
  const calls: readonly Caller[] =
    question.kind === "caller" ? [question.asked] : [question.asked, question.second];
  const spoken = calls.map((caller) => callKey(caller));
  const { rabbit, speaker } = openListening(table, () =>
    Promise.all([playCalls(table, calls), table.speech.sayNow(spoken)]),
  );
  const choices = question.choices.map((caller) => ({
    caller,
    root: callerCard(caller, "large"),
    correct: caller === question.asked,
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await speaker.sing(() => playCalls(table, calls));
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ caller, root }) => {
      table.sounds.play(callEffects[caller]);
      void hop(table, root);
    },
    onHint: async (_hint, { caller }) =>
      void (await table.speech.sayNow([callerKey(caller), callKey(caller)], 900)),
  });
  rabbit.cheer();
  table.sounds.play(callEffects[question.asked]);
  await rejoice(table, answerKeys(question));
};

/** Which word was heard. */
export const playWord: Scene<Asked<"word">> = async (table, question, tellWrong) => {
  const { rabbit, speaker } = openListening(table, () => table.speech.sayNow([wordKey(question.asked)], 900));
  const choices = putWords(table, question.choices, question.asked);
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await speaker.sing(() => table.timeline.wait(500));
  await chooseWord(table, question, choices, tellWrong);
  rabbit.cheer();
  await rejoice(table, answerKeys(question));
};

/** Which begins with the sound heard, like a friend, or unlike all others. */
export const playFirstSound: Scene<Asked<"begins" | "alike" | "odd">> = async (
  table,
  question,
  tellWrong,
) => {
  const model = question.kind === "alike" ? wordCard(question.model, "large") : undefined;
  model?.classList.add("model");
  model?.addEventListener("click", () => {
    if (question.kind === "alike" && document.body.dataset["phase"] === "asking")
      void table.speech.sayNow([wordKey(question.model)]);
  });
  const heard =
    question.kind === "begins"
      ? [soundKey(question.sound)]
      : question.kind === "alike"
        ? [wordKey(question.model)]
        : question.choices.map((word) => wordKey(word));
  const { rabbit, speaker } = openListening(
    table,
    () => table.speech.sayNow(heard, 900),
    model ? [model] : [],
  );
  const choices = putWords(table, question.choices, question.asked);
  await popIn(table, [...(model ? [model] : []), ...choices.map(({ root }) => root)]);
  await nameCards(table, choices);
  void speaker.sing(() => table.timeline.wait(1600));
  await chooseWord(table, question, choices, tellWrong);
  rabbit.cheer();
  await rejoice(table, answerKeys(question));
};

/** Which letter stands first in the word that is seen and heard. */
export const playLetter: Scene<Asked<"letter">> = async (table, question, tellWrong) => {
  const model = wordCard(question.model, "large");
  model.classList.add("model");
  model.addEventListener("click", () => {
    if (document.body.dataset["phase"] === "asking") void table.speech.sayNow([wordKey(question.model)]);
  });
  const { rabbit, speaker } = openListening(
    table,
    () => table.speech.sayNow([soundKey(question.asked), wordKey(question.model)], 900),
    [model],
  );
  const choices = question.choices.map((sound) => ({
    sound,
    root: letterButton(sound),
    correct: sound === question.asked,
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(table, [model, ...choices.map(({ root }) => root)]);
  void speaker.sing(() => table.timeline.wait(1600));
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ sound }) => void table.speech.sayNow([soundKey(sound)]),
    // What its letter would sound like, beside what the picture begins with.
    onHint: async () =>
      void (await table.speech.sayNow([soundKey(question.asked), wordKey(question.model)], 900)),
  });
  rabbit.cheer();
  await rejoice(table, answerKeys(question));
};

function putWords(table: Table, offered: Asked<"word">["choices"], asked: Asked<"word">["asked"]) {
  const choices = offered.map((word) => ({
    word,
    root: wordCard(word, sizeFor(offered.length)),
    correct: word === asked,
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  return choices;
}

const chooseWord = (
  table: Table,
  question: Asked<"word" | "begins" | "alike" | "odd">,
  choices: ReturnType<typeof putWords>,
  tellWrong: TellWrong,
) =>
  chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ word }) => void table.speech.sayNow([wordKey(word)]),
    // The touched word comes apart, so that its first sound can be heard alone.
    onHint: async (_hint, { word }) => {
      if (question.kind !== "word") await table.speech.sayNow([soundKey(soundOf(word)), wordKey(word)], 900);
    },
  });
