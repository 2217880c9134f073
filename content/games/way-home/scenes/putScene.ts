// Owns putting somebody to the left, to the right, before or behind the house.
import { picture, placeButton, tray, trayButton } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { walkerPictures } from "../pictures.ts";
import { answerKeys, questionKeys, sideKey } from "../prompts.ts";
import { sideNames, sides, walkers } from "../village.ts";
import { placeHouse, sideSpots } from "./chooseScene.ts";

type PutQuestion = Extract<Question, { kind: "put" }>;

export const playPut: Scene<PutQuestion> = async (table, question, tellWrong) => {
  const { walker, asked } = question;
  const places = sideNames.map((side) => {
    const root = standAt(placeButton(sides[side].vi, `ring side-${side}`), sideSpots[side], 148);
    root.style.zIndex = side === "behind" ? "1" : "9";
    return { name: side, root, room: 1 };
  });
  const thing = { to: [asked], root: trayButton(walkers[walker].vi, walkerPictures[walker]) };
  table.stage.play.append(placeHouse(), ...places.map(({ root }) => root), tray(thing.root));
  await popIn(
    table,
    places.map(({ root }) => root),
  );
  await bringToPlaces(table, {
    things: [thing],
    places,
    ask: questionKeys(question),
    tellWrong,
    async onPlaced({ root }, place) {
      root.remove();
      const lying = element("span", "stands placed", {}, picture(walkerPictures[walker]));
      place.root.append(lying);
      place.root.classList.add("filled");
      await hop(table, lying);
    },
    onWrong: async (_thing, { name }) => void (await table.speech.sayNow([sideKey(name)], 900)),
  });
  await rejoice(table, answerKeys(question));
};
