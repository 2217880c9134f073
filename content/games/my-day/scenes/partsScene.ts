// Owns bringing pictures to day and night, or to the four parts of the day.
import { cardRow, picture, placeButton } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { activities, isAtNight, partNames } from "../day.ts";
import { partPicture } from "../drawClock.ts";
import { activityEffects, partEffects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { dayCard, dayPicture, partPanel } from "../parts.ts";
import { activityKey, partKey, questionKeys, sentence } from "../prompts.ts";

type PartsQuestion = Extract<Question, { kind: "dayNight" | "parts" }>;

/** Places with their name and what they say of themselves. */
const placesOf = (question: PartsQuestion) =>
  question.kind === "parts"
    ? partNames.map((part) => ({
        name: part as string,
        root: partPanel(part),
        said: partKey(part) as string,
        sound: partEffects[part],
      }))
    : (["day", "night"] as const).map((name) => ({
        name: name as string,
        root: placeButton(
          name === "day" ? "Ban ngày" : "Buổi tối",
          "part-panel wide",
          picture(partPicture(name === "day" ? "noon" : "evening"), "part-view"),
          element("span", "part-inside"),
        ),
        said: sentence(name) as string,
        sound: partEffects[name === "day" ? "noon" : "evening"],
      }));

export const playParts: Scene<PartsQuestion> = async (table, question, tellWrong) => {
  const places = placesOf(question);
  const isWide = question.kind === "dayNight";
  const things = question.pictures.map((name) => ({
    activity: name,
    root: dayCard(name, 206),
    to: [isWide ? (isAtNight(name) ? "night" : "day") : (activities[name].part as string)],
  }));
  table.stage.play.append(
    element("div", "panels", {}, ...places.map(({ root }) => root)),
    cardRow(things.map(({ root }) => root)),
  );
  await popIn(
    table,
    [...places, ...things].map(({ root }) => root),
    90,
  );
  await bringToPlaces(table, {
    things,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ activity }) => void table.speech.sayNow([activityKey(activity)]),
    onPlaced({ root, activity }, place) {
      root.remove();
      place.root.querySelector(".part-inside")?.append(dayPicture(activity, isWide ? 176 : 190));
      table.sounds.play(activityEffects[activity]);
      void hop(table, place.root);
      void table.speech.sayNow([place.said, activityKey(activity)]);
    },
    async onWrong(_thing, { said, sound }) {
      table.sounds.play(sound);
      await table.speech.sayNow([said], 700);
    },
  });
  await table.timeline.wait(900);
  await rejoice(table, []);
};
