// Owns sorting into two hoops that overlap: each has its sign, what fits both lies in the middle.
import { cardRow, picture, pictureCard, placeButton } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { effects } from "../effects.ts";
import { hoopDrawing } from "../hoops.ts";
import type { Question } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence, traitKey } from "../prompts.ts";
import { things } from "../things.ts";
import { type Zone, zoneOf } from "../zones.ts";
import { signButton } from "./chooseScene.ts";

const labels: Readonly<Record<Zone, string>> = { left: "Vòng trái", both: "Ở giữa", right: "Vòng phải" };

export const playHoops: Scene<Extract<Question, { kind: "hoops" }>> = async (table, question, tellWrong) => {
  const { traits } = question;
  const places = (["left", "both", "right"] as const).map((zone) => ({
    name: zone,
    zone,
    root: placeButton(labels[zone], `zone zone-${zone}`, element("span", "zone-inside")),
  }));
  const sorted = question.sorted.map((name) => {
    const zone = zoneOf(name, traits);
    return {
      name,
      to: zone ? [zone] : [],
      root: pictureCard({ label: things[name].vi, pictures: [pictures[name]], size: "small" }),
    };
  });
  table.stage.play.append(
    element("div", "crossed-hoop one", {}, drawing(hoopDrawing("blue"))),
    element("div", "crossed-hoop two", {}, drawing(hoopDrawing("pink"))),
    signButton(table, traits[0], "at-left"),
    signButton(table, traits[1], "at-right"),
    ...places.map(({ root }) => root),
    cardRow(sorted.map(({ root }) => root)),
  );
  await popIn(
    table,
    sorted.map(({ root }) => root),
  );
  const about: Readonly<Record<Zone, string[]>> = {
    left: [sentence("hoop-left"), traitKey(traits[0])],
    both: [sentence("hoop-middle")],
    right: [sentence("hoop-right"), traitKey(traits[1])],
  };
  await bringToPlaces(table, {
    things: sorted,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    onPlaced({ name, root }, { root: place, zone }) {
      const laid = element("span", "", {}, picture(pictures[name]));
      place.querySelector(".zone-inside")?.append(laid);
      root.remove();
      table.sounds.play(effects.chime);
      void hop(table, laid);
      if (zone === "both")
        void table.speech.sayNow([
          nameKey(name),
          sentence("and-also"),
          traitKey(traits[0]),
          sentence("and-also"),
          traitKey(traits[1]),
        ]);
    },
    onWrong: async (_thing, { zone }) => void (await table.speech.sayNow(about[zone], 900)),
  });
  await rejoice(table, answerKeys(question));
};
