// Owns putting the day in order: pictures are brought to the places along the way of the sun, and then the day is told.
import { cardRow, placeButton } from "../../../sdk/cards.ts";
import { element, units } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { activityEffects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { dayCard, dayPicture, sunOrMoon } from "../parts.ts";
import { activityKey, questionKeys, sentence } from "../prompts.ts";

type OrderQuestion = Extract<Question, { kind: "order" }>;

/** Widest pictures that so many leave room for, beside sun and moon. */
const widthFor = (amount: number): number => (amount === 3 ? 250 : amount === 4 ? 205 : 168);

export const playOrder: Scene<OrderQuestion> = async (table, question, tellWrong) => {
  const { inOrder, mixed } = question;
  const width = widthFor(inOrder.length);
  const gap = 24;
  const places = inOrder.map((name, index) => {
    const root = placeButton(
      `${index + 1}`,
      "step-place",
      ...Array.from({ length: index + 1 }, () => element("span", "step-dot")),
    );
    const middle = (inOrder.length - 1) / 2;
    root.style.width = units(width);
    root.style.height = units(width * 0.8);
    root.style.left = `calc(50% + ${units((index - middle) * (width + gap) - width / 2)})`;
    // The way of the sun: up in the middle, down at both ends.
    root.style.top = units(232 + 46 * ((index - middle) / middle) ** 2);
    return { root, name: `step-${index}`, room: 1, activity: name };
  });
  const things = mixed.map((name) => ({
    root: dayCard(name, width),
    to: [`step-${inOrder.indexOf(name)}`],
    activity: name,
  }));
  const start = sunOrMoon(false);
  start.classList.add("way-start");
  const end = sunOrMoon(true);
  end.classList.add("way-end");
  table.stage.play.append(
    start,
    end,
    ...places.map(({ root }) => root),
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
    onPlaced({ root, activity }, { root: place }) {
      root.remove();
      place.classList.add("filled");
      place.replaceChildren(dayPicture(activity, width, "in-place"));
      table.sounds.play(activityEffects[activity]);
      void hop(table, place);
    },
    onWrong: async ({ activity }) => void (await table.speech.sayNow([activityKey(activity)], 900)),
  });
  // The day is told from its first picture to its last.
  await table.speech.sayNow([sentence("in-order")], 900);
  for (const { root, activity } of places) {
    root.classList.add("told");
    void hop(table, root);
    await table.speech.sayNow([activityKey(activity)], 900);
    root.classList.remove("told");
  }
  await rejoice(table, []);
};
