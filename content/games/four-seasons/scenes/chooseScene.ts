// Owns questions answered by choosing a card: what belongs here, what does not, and what is missing in a row of days or months.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { playTone, toneAt } from "../../../sdk/instruments.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { dayCard, dayPicture, monthCard, monthPicture, sheetPicture } from "../calendar.ts";
import { soundOf } from "../effects.ts";
import type { Question } from "../logic.ts";
import { festivalPictures, pictures, seasonPicture } from "../pictures.ts";
import {
  answerKeys,
  dayKey,
  festivalKey,
  monthKey,
  nameKey,
  questionKeys,
  seasonKey,
  sentence,
} from "../prompts.ts";
import { things } from "../year.ts";

type Asked<Kind> = Extract<Question, { kind: Kind }>;

export const playThings: Scene<Asked<"belongs" | "odd" | "festival">> = async (
  table,
  question,
  tellWrong,
) => {
  const theme =
    question.kind === "festival"
      ? { source: festivalPictures[question.festival], key: festivalKey(question.festival) }
      : { source: seasonPicture(question.season), key: seasonKey(question.season) };
  const sign = standAt(
    element(
      "div",
      `theme-sign ${question.kind === "festival" ? "round" : "window"}`,
      {},
      picture(theme.source),
    ),
    { x: 0, y: 304 },
    question.kind === "festival" ? 280 : 360,
    question.kind === "festival" ? 280 : 306,
  );
  const choices = question.choices.map((name, index) => ({
    name,
    index,
    correct: name === question.answer,
    root: pictureCard({
      label: things[name].vi,
      pictures: [pictures[name]],
      size: question.choices.length > 3 ? "medium" : "large",
    }),
  }));
  table.stage.play.append(sign, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [sign, ...choices.map(({ root }) => root)]);
  const { root } = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch({ name, index }) {
      table.sounds.play(soundOf(name, index));
      void table.speech.sayNow([nameKey(name)]);
    },
    async onHint() {
      void hop(table, sign);
      await table.speech.say([theme.key], 900);
    },
  });
  void hop(table, root);
  void hop(table, sign);
  await rejoice(table, answerKeys(question));
};

export const playStretch: Scene<Asked<"week" | "months">> = async (table, question, tellWrong) => {
  const { kind, stretch, missing } = question;
  const isWeek = kind === "week";
  const sayOf = (index: number) => (isWeek ? dayKey(index) : monthKey(index));
  const step = 966 / stretch.length;
  const size = Math.min(168, step - 14);
  const row = stretch.map((index, at) => {
    const card = isWeek ? dayPicture(index) : monthPicture(index);
    const root = standAt(
      element("div", index === missing ? "sheet hole" : "sheet", {}, ...(index === missing ? [] : [card])),
      { x: (at - (stretch.length - 1) / 2) * step, y: 310 },
      size,
      size * 1.32,
    );
    return { index, root };
  });
  table.stage.play.append(element("div", "calendar-line"), ...row.map(({ root }) => root));
  await popIn(
    table,
    row.map(({ root }) => root),
    70,
  );
  const sayAlong = async (until: number) => {
    await table.speech.sayNow([sentence("say-along")], 700);
    for (const { index, root } of row) {
      if (index >= until) break;
      table.sounds.play(playTone("zither", toneAt(index % 8), 0.35));
      void hop(table, root);
      await table.speech.sayNow([sayOf(index)], 620);
    }
  };
  const choices = question.choices.map((index) => ({
    index,
    correct: index === missing,
    root: isWeek ? dayCard(index) : monthCard(index),
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ index }) => void table.speech.sayNow([sayOf(index)]),
    onHint: () => sayAlong(missing),
  });
  const place = row.find(({ index }) => index === missing)?.root;
  if (place) {
    place.classList.remove("hole");
    place.append(isWeek ? dayPicture(missing) : monthPicture(missing));
    await popIn(table, [place]);
  }
  chosen.root.style.visibility = "hidden";
  await rejoice(table, answerKeys(question));
};

export const playTomorrow: Scene<Asked<"tomorrow">> = async (table, question, tellWrong) => {
  const { today, asked, answer } = question;
  const isNext = asked === "tomorrow";
  const sheet = (day: number | null, x: number, className: string) =>
    standAt(
      element("div", `leaf-sheet ${className}`, {}, ...(day === null ? [] : [sheetPicture(day)])),
      { x, y: 330 },
      230,
      290,
    );
  const now = sheet(today, isNext ? -150 : 150, "now");
  const hole = sheet(null, isNext ? 150 : -150, "hole");
  table.stage.play.append(now, hole);
  await popIn(table, [now, hole]);
  const choices = question.choices.map((day) => ({
    day,
    correct: day === answer,
    root: pictureCard({ label: `ngày ${day}`, pictures: [], className: "day-number" }),
  }));
  for (const { root, day } of choices) root.firstElementChild?.append(sheetPicture(day));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ day }) => table.sounds.play(playTone("zither", toneAt(day % 8), 0.4)),
    onHint: () => hop(table, now),
  });
  hole.classList.remove("hole");
  hole.append(sheetPicture(answer));
  await popIn(table, [hole]);
  chosen.root.style.visibility = "hidden";
  await rejoice(table, []);
};
