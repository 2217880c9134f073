// Owns the questions with one right card: the weather seen or heard, what is needed or not, and who is dressed for it.
import { cardRow, pictureCard } from "../../../sdk/cards.ts";
import { drawing, pictureButton } from "../../../sdk/element.ts";
import { type Choice, chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table, TellWrong } from "../../../sdk/table.ts";
import { dollPicture } from "../doll.ts";
import { effects, weatherEffects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { friendAt, garmentCard, moodIn, setWeather, weatherCard } from "../parts.ts";
import { answerKeys, garmentKey, questionKeys, weatherKey } from "../prompts.ts";
import { dressedFor, outfits, type Weather } from "../weather.ts";
import { createWindow, earDrawing } from "../window.ts";

type Asked = Extract<Question, { kind: "whatWeather" | "listen" | "need" | "leave" | "who" }>;
type HeardOrSeen = Extract<Question, { kind: "whatWeather" | "listen" }>;

/** Puts the cards up, lets one be chosen, and tells the answer. `names` are said at a touch. */
async function choose<Offered extends Choice & { names: readonly string[] }>(
  table: Table,
  question: Asked,
  tellWrong: TellWrong,
  choices: readonly Offered[],
  beforeAnswer?: () => Promise<void> | void,
): Promise<void> {
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ names }) => {
      if (names.length > 0) void table.speech.sayNow(names);
    },
    onHint: () => table.sounds.play(weatherEffects[question.weather]),
  });
  await beforeAnswer?.();
  void hop(table, chosen.root);
  await rejoice(table, answerKeys(question));
}

const signs = (question: { weather: Weather; choices: readonly Weather[] }) =>
  question.choices.map((weather) => ({
    root: weatherCard(weather),
    correct: weather === question.weather,
    names: [weatherKey(weather)],
  }));

export const playWhatWeather: Scene<HeardOrSeen> = async (table, question, tellWrong) => {
  setWeather(table, question.weather);
  table.sounds.play(weatherEffects[question.weather]);
  const friends = (["boy", "girl"] as const).map((child, index) =>
    friendAt(child, index === 0 ? -190 : 190, dressedFor(question.weather), "happy"),
  );
  table.stage.play.append(...friends.map(({ root }) => root));
  await choose(table, question, tellWrong, signs(question));
};

export const playListen: Scene<HeardOrSeen> = async (table, question, tellWrong) => {
  const { weather } = question;
  const window = createWindow(weather);
  const ear = pictureButton("ear", "Nghe lại tiếng ngoài trời", {}, drawing(earDrawing));
  const listen = () => {
    table.sounds.play(weatherEffects[weather]);
    void hop(table, ear);
  };
  ear.addEventListener("click", () => {
    if (document.body.dataset["phase"] === "asking") listen();
  });
  table.stage.play.append(window, ear);
  listen();
  await choose(table, question, tellWrong, signs(question), async () => {
    table.sounds.play(effects.curtain);
    window.classList.add("open");
    await table.timeline.wait(900);
  });
};

export const playGarment: Scene<Extract<Question, { kind: "need" | "leave" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const { weather, child, asked, kind } = question;
  setWeather(table, weather);
  table.sounds.play(weatherEffects[weather]);
  const worn = kind === "need" ? [] : outfits[weather].filter((name) => !question.choices.includes(name));
  const friend = friendAt(child, 0, worn, moodIn[weather]);
  table.stage.play.append(friend.root);
  const choices = question.choices.map((name) => ({
    root: garmentCard(name, "medium"),
    correct: name === asked,
    names: [garmentKey(name)],
  }));
  await choose(table, question, tellWrong, choices, () => {
    table.sounds.play(effects.zip);
    friend.wear(kind === "need" ? [asked] : outfits[weather]);
    void hop(table, friend.root);
  });
};

export const playWho: Scene<Extract<Question, { kind: "who" }>> = async (table, question, tellWrong) => {
  setWeather(table, question.weather);
  table.sounds.play(weatherEffects[question.weather]);
  const choices = question.choices.map((outfit) => ({
    root: pictureCard({
      label: outfits[outfit].join(", "),
      pictures: [dollPicture(question.child, dressedFor(outfit), "happy", "card")],
      className: "doll-choice",
    }),
    correct: outfit === question.weather,
    names: [],
  }));
  await choose(table, question, tellWrong, choices);
};
