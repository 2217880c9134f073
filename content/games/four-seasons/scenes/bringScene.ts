// Owns bringing things: to their seasons, to their festivals, or to their places in a room that is dressed for a feast.
import { picture, placeButton, tray, trayButton } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { festivalEffects, soundOf } from "../effects.ts";
import type { Question } from "../logic.ts";
import { festivalPictures, pictures, seasonPicture } from "../pictures.ts";
import { answerKeys, festivalKey, nameKey, questionKeys, seasonKey } from "../prompts.ts";
import { festivals, seasons, type ThingName, things } from "../year.ts";

type Asked<Kind> = Extract<Question, { kind: Kind }>;

const thingButton = (name: ThingName) => trayButton(things[name].vi, pictures[name]);

export const playSort: Scene<Asked<"sort" | "festivalSort">> = async (table, question, tellWrong) => {
  const groups =
    question.kind === "sort"
      ? question.seasons.map((name) => ({
          name: name as string,
          label: seasons[name].vi,
          source: seasonPicture(name),
          key: seasonKey(name),
          look: "season",
        }))
      : question.festivals.map((name) => ({
          name: name as string,
          label: festivals[name].vi,
          source: festivalPictures[name],
          key: festivalKey(name),
          look: "feast",
        }));
  const step = Math.min(320, 980 / groups.length);
  const places = groups.map(({ name, label, source, key, look }, index) => ({
    name,
    key,
    root: standAt(
      placeButton(
        label,
        `shelf ${look}`,
        element("span", "shelf-sign", {}, picture(source)),
        element("span", "shelf-inside"),
      ),
      { x: (index - (groups.length - 1) / 2) * step, y: 366 },
      step - 26,
      400,
    ),
  }));
  const sorted = question.things.map((thing) => ({
    name: thing.name,
    to: ["season" in thing ? thing.season : thing.festival],
    root: thingButton(thing.name),
  }));
  table.stage.play.append(...places.map(({ root }) => root), tray(...sorted.map(({ root }) => root)));
  await popIn(
    table,
    [...places, ...sorted].map(({ root }) => root),
    70,
  );
  for (const { root, key } of places)
    root.addEventListener("click", () => {
      if (!document.querySelector("[data-picked]")) void table.speech.sayNow([key]);
    });
  await bringToPlaces(table, {
    things: sorted,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    async onPlaced({ name, root }, place) {
      root.remove();
      const lying = element("span", "shelf-thing placed", {}, picture(pictures[name]));
      place.root.querySelector(".shelf-inside")?.append(lying);
      table.sounds.play(soundOf(name, 3));
      await popIn(table, [lying]);
    },
    onWrong: async (_thing, { key }) => void (await table.speech.sayNow([key], 900)),
  });
  for (const { root } of places) void hop(table, root);
  await rejoice(table, []);
};

/** Where things belong in the room: four places before its back wall. */
const spots = [
  { x: -330, y: 400 },
  { x: 330, y: 400 },
  { x: -112, y: 330 },
  { x: 112, y: 330 },
] as const;

export const playDress: Scene<Asked<"dress">> = async (table, question, tellWrong) => {
  const size = 190;
  const places = question.things.map((name, index) => ({
    name,
    room: 1,
    root: standAt(
      // The outline of what belongs there.
      placeButton(things[name].vi, "outline", element("span", "outline-shadow", {}, picture(pictures[name]))),
      spots[index] ?? { x: 0, y: 400 },
      size,
    ),
  }));
  const brought = table.random
    .shuffle(question.things)
    .map((name) => ({ name, to: [name], root: thingButton(name) }));
  table.stage.play.append(...places.map(({ root }) => root), tray(...brought.map(({ root }) => root)));
  await popIn(
    table,
    [...places, ...brought].map(({ root }) => root),
    80,
  );
  await bringToPlaces(table, {
    things: brought,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    async onPlaced({ name, root }, place) {
      root.remove();
      place.root.classList.add("filled");
      const lying = element("span", "dressed placed", {}, picture(pictures[name]));
      place.root.append(lying);
      table.sounds.play(soundOf(name, 4));
      await popIn(table, [lying]);
    },
  });
  table.sounds.play(festivalEffects[question.festival]);
  for (const { root } of places) void hop(table, root);
  await rejoice(table, answerKeys(question));
};
