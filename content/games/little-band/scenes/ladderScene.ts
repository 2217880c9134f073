// Owns the stairs of sound: bells are heard and put from the lowest to the highest.
import { picture, placeButton } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { playTone, toneAt } from "../../../sdk/instruments.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { bell } from "../pictures.ts";
import { answerKeys, questionKeys } from "../prompts.ts";

type LadderQuestion = Extract<Question, { kind: "ladder" }>;

export const playLadder: Scene<LadderQuestion> = async (table, question, tellWrong) => {
  const { tones, bells } = question;
  const step = tones.length > 3 ? 216 : 250;
  const across = (index: number) => (index - (tones.length - 1) / 2) * step;
  const ring = (tone: number) => table.sounds.play(playTone("bell", toneAt(tone), 0.6));
  const places = tones.map((tone, index) => {
    const height = 210 + index * 52;
    const root = placeButton(`bậc ${index + 1}`, "stair", element("span", "stair-body"));
    standAt(root, { x: across(index), y: 556 - height / 2 }, step - 24, height);
    return { name: `step-${tone}`, room: 1, root, tone };
  });
  const things = bells.map((tone, index) => ({
    tone,
    to: [`step-${tone}`],
    root: standAt(
      pictureButton("ladder-bell", "Chuông", {}, picture(bell(index))),
      { x: across(index), y: 660 },
      146,
    ),
  }));
  table.stage.play.append(...[...places, ...things].map(({ root }) => root));
  await popIn(
    table,
    [...places, ...things].map(({ root }) => root),
    80,
  );
  for (const { root, tone } of places)
    root.addEventListener("click", () => {
      if (!document.querySelector("[data-picked]")) ring(tone);
    });
  const singAll = async () => {
    for (const place of places) {
      ring(place.tone);
      void hop(table, place.root);
      await table.timeline.wait(520);
    }
  };
  await singAll();
  await bringToPlaces(table, {
    things,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ tone }) => ring(tone),
    async onPlaced({ root, tone }, place) {
      const lying = element("span", "stair-bell placed", {}, ...root.childNodes);
      root.remove();
      place.root.append(lying);
      place.root.classList.add("filled");
      ring(tone);
      await hop(table, lying);
    },
    // The step sounds as it should, and then the bell: the ear compares.
    async onWrong({ tone }, place) {
      ring(place.tone);
      void hop(table, place.root);
      await table.timeline.wait(600);
      ring(tone);
      await table.timeline.wait(500);
    },
  });
  await singAll();
  await rejoice(table, answerKeys(question));
};
