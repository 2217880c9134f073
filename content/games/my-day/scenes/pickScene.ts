// Owns choosing a picture or a clock: what is said, what comes after or before, what belongs to an hour, what clock says it.
import { cardRow, picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { type ActivityName, activities, isAtNight } from "../day.ts";
import { clockFace } from "../drawClock.ts";
import { na } from "../drawNa.ts";
import { activityEffects, tick } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createClock, dayCard, dayPicture, sunOrMoon } from "../parts.ts";
import { activityKey, hourKey, questionKeys, sentence } from "../prompts.ts";

type PickQuestion = Extract<Question, { kind: "find" | "next" | "when" | "read" }>;
type Offer = { root: HTMLButtonElement; correct: boolean; said: string[]; sound(): void };

const pictureOffers = (
  table: Table,
  choices: readonly ActivityName[],
  asked: ActivityName,
  width: number,
): Offer[] =>
  choices.map((name) => ({
    root: dayCard(name, width),
    correct: name === asked,
    said: [activityKey(name)],
    sound: () => table.sounds.play(activityEffects[name]),
  }));

/** What is looked at before choosing. */
function sampleOf(question: PickQuestion): HTMLElement | null {
  switch (question.kind) {
    case "find":
    case "read":
      return null;
    case "next": {
      // The picture stands before or behind an empty place, on the way of the sun.
      const known = dayPicture(question.from, 250);
      const empty = element("div", "day-card unknown", {}, element("span", "unknown-sign"));
      const arrow = element("span", "next-arrow");
      return element(
        "div",
        "sample row",
        {},
        ...(question.direction === "after" ? [known, arrow, empty] : [empty, arrow, known]),
      );
    }
    case "when": {
      const clock = createClock(activities[question.asked].at);
      return element("div", "sample row", {}, clock.root, sunOrMoon(isAtNight(question.asked)));
    }
  }
}

export const playPick: Scene<PickQuestion> = async (table, question, tellWrong) => {
  const offers: Offer[] =
    question.kind === "read"
      ? question.choices.map((minutes) => ({
          root: pictureButton("clock-card", hourKey(minutes), {}, picture(clockFace(minutes))),
          correct: minutes === question.asked,
          said: [hourKey(minutes)],
          sound: () => table.sounds.play(tick),
        }))
      : pictureOffers(table, question.choices, question.asked, 306);
  const sample = sampleOf(question);
  const row = cardRow(offers.map(({ root }) => root));
  row.classList.add(sample ? "day-row" : "day-row-middle");
  if (sample) table.stage.play.append(sample);
  table.stage.play.append(row);
  // Without anything to look at before, Na herself stands there and asks.
  const guide = element(
    "div",
    "guide",
    {},
    picture(`<svg viewBox="-50 -90 100 142" fill="none">${na({ eyes: "glad", right: [30, -36] })}</svg>`),
  );
  if (!sample) table.stage.play.append(guide);
  await popIn(table, [...(sample ? [sample] : []), ...offers.map(({ root }) => root)], 130);
  const chosen = await chooseOne(table, {
    choices: offers,
    ask: questionKeys(question),
    tellWrong,
    onTouch({ root, said, sound }) {
      sound();
      void hop(table, root);
      void table.speech.sayNow(said);
    },
    async onHint(_hint, touched) {
      // What was touched is named, then what to look at.
      await table.speech.sayNow(
        [...(question.kind === "read" ? [sentence("clock-says")] : []), ...touched.said],
        900,
      );
      if (question.kind === "read")
        await table.speech.sayNow([sentence(question.asked % 60 === 30 ? "half-hand" : "short-hand")], 900);
      if (sample) void hop(table, sample);
    },
  });
  const unknown = sample?.querySelector(".unknown");
  if (unknown && question.kind === "next") unknown.replaceWith(dayPicture(question.asked, 250, "found"));
  void hop(table, guide);
  await rejoice(table, chosen.said);
};
