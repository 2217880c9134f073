// Owns the secret sound boxes: each is heard when it is touched and put to the picture that sounds so.
import { picture, placeButton } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { heardEffects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { musicBox, pictures } from "../pictures.ts";
import { nameKey, questionKeys } from "../prompts.ts";
import { things } from "../things.ts";

type SoundsQuestion = Extract<Question, { kind: "sounds" }>;

export const playSounds: Scene<SoundsQuestion> = async (table, question, tellWrong) => {
  const amount = question.boxes.length;
  const step = amount > 3 ? 240 : 290;
  const across = (index: number) => (index - (amount - 1) / 2) * step;
  const places = question.pictures.map((name, index) => ({
    name,
    room: 1,
    root: standAt(
      placeButton(
        things[name].vi,
        "sound-place",
        element("span", "sound-picture", {}, picture(pictures[name])),
      ),
      { x: across(index), y: 300 },
      214,
      290,
    ),
  }));
  const boxes = question.boxes.map((name, index) => ({
    name,
    to: [name],
    root: standAt(
      pictureButton("sound-box", "Hộp nhạc", {}, picture(musicBox(index))),
      { x: across(index), y: 622 },
      168,
    ),
  }));
  table.stage.play.append(element("div", "table-mat low"), ...[...places, ...boxes].map(({ root }) => root));
  await popIn(
    table,
    [...places, ...boxes].map(({ root }) => root),
  );
  const sound = (box: (typeof boxes)[number]) => {
    table.sounds.play(heardEffects[box.name]);
    void hop(
      table,
      box.root.isConnected ? box.root : (places.find(({ name }) => name === box.name)?.root ?? box.root),
    );
  };
  for (const { root, name } of places)
    root.addEventListener("click", () => {
      if (!document.querySelector("[data-picked]")) void table.speech.sayNow([nameKey(name)]);
    });
  await bringToPlaces(table, {
    things: boxes,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: sound,
    async onPlaced(box, place) {
      const lying = element("span", "sound-lying", {}, ...box.root.childNodes);
      box.root.remove();
      place.root.append(lying);
      place.root.classList.add("filled");
      sound(box);
      await table.speech.sayNow([nameKey(box.name)], 900);
    },
    // Hearing it again beside the wrong picture is the best hint there is; muted, the later hints lead on.
    onWrong: async (box) => {
      sound(box);
      await table.timeline.wait(1300);
    },
  });
  await rejoice(table, []);
};
