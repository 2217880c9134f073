// Owns dressing a child: clothes that suit the weather are brought to it, the others are shaken off.
import { cardRow, placeButton } from "../../../sdk/cards.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { createDoll } from "../doll.ts";
import { effects, weatherEffects } from "../effects.ts";
import type { Question } from "../logic.ts";
import { garmentCard, moodIn, setWeather } from "../parts.ts";
import { answerKeys, garmentKey, questionKeys, sentence, weatherKey } from "../prompts.ts";
import type { GarmentName } from "../weather.ts";

export const playDress: Scene<Extract<Question, { kind: "dress" }>> = async (table, question, tellWrong) => {
  const { weather, child, fitting } = question;
  setWeather(table, weather);
  table.sounds.play(weatherEffects[weather]);
  const doll = createDoll(child, [], moodIn[weather]);
  const place = placeButton(child === "boy" ? "Bạn trai" : "Bạn gái", "dress-place", doll.root);
  const clothes = question.offered.map((name) => ({
    name,
    to: fitting.includes(name) ? ["child"] : [],
    root: garmentCard(name, "small"),
  }));
  const row = cardRow(clothes.map(({ root }) => root));
  row.classList.add("five");
  table.stage.play.append(place, row);
  await popIn(
    table,
    clothes.map(({ root }) => root),
  );
  const worn: GarmentName[] = [];
  await bringToPlaces(table, {
    things: clothes,
    places: [{ root: place, name: "child" }],
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ name }) => void table.speech.sayNow([garmentKey(name)]),
    onPlaced({ name, root }) {
      worn.push(name);
      root.remove();
      table.sounds.play(effects.zip);
      doll.wear(worn, worn.length === fitting.length ? "happy" : moodIn[weather]);
      void hop(table, doll.root);
    },
    onWrong: async () => void (await table.speech.sayNow([sentence("try-on"), weatherKey(weather)], 900)),
  });
  await rejoice(table, answerKeys(question));
};
