// Owns reading: a thermometer that is hot, mild or cold, and a week whose days are counted.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { createAir, type Sky, showSky } from "../atmosphere.ts";
import { gaugePicture } from "../changeDrawings.ts";
import { dollPicture, type Mood } from "../doll.ts";
import { type Feeling, feelingOf, type Question, type Warmth } from "../logic.ts";
import { friendAt, numberFace, weatherCard } from "../parts.ts";
import { weatherSigns } from "../pictures.ts";
import { answerKeys, numberKey, questionKeys, sentence, weatherKey } from "../prompts.ts";
import type { Weather } from "../weather.ts";

const moods: Readonly<Record<Feeling, Mood>> = { hot: "hot", mild: "happy", cold: "cold" };
const skyAt = (warmth: Warmth): Sky => ({
  sun: warmth >= 4,
  cloud: false,
  rain: false,
  wind: false,
  warmth,
});

export const playThermometer: Scene<Extract<Question, { kind: "thermometer" }>> = async (
  table,
  question,
  tellWrong,
) => {
  const { read, warmth } = question;
  // To read, nothing but the thermometer may tell; else the sky does.
  showSky(skyAt(read ? 3 : warmth));
  table.stage.play.append(createAir(table.random));
  const gauge = element("div", "big-gauge", {}, drawing(gaugePicture(warmth)));
  const friend = friendAt("girl", 0, [], moods[feelingOf(warmth)]);
  const choices = question.choices.map((each) => ({
    warmth: each,
    root: pictureCard(
      read
        ? {
            label: feelingOf(each),
            pictures: [dollPicture("boy", [], moods[feelingOf(each)], "face")],
            size: "medium",
          }
        : { label: feelingOf(each), pictures: [gaugePicture(each)], className: "gauge-card" },
    ),
    correct: each === warmth,
  }));
  table.stage.play.append(read ? gauge : friend.root, cardRow(choices.map(({ root }) => root)));
  await popIn(table, [read ? gauge : friend.root, ...choices.map(({ root }) => root)]);
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: (choice) => void table.speech.sayNow([sentence(`feel-${feelingOf(choice.warmth)}`)]),
    onHint: () => hop(table, read ? gauge : friend.root),
  });
  showSky(skyAt(warmth));
  await rejoice(table, answerKeys(question));
};

const sunday = `<svg viewBox="0 0 32 32"><g fill="#e0584f"><circle cx="16" cy="8" r="6"/><circle cx="24" cy="14" r="6"/><circle cx="21" cy="23" r="6"/><circle cx="11" cy="23" r="6"/><circle cx="8" cy="14" r="6"/></g><circle cx="16" cy="16" r="5" fill="#ffd447"/></svg>`;

/** A day of the week wears its number, as Vietnamese days are called by it; Sunday a flower. */
function dayTile(table: Table, weather: Weather, day: number) {
  const leaf = element("span", "day-leaf", {}, day === 6 ? drawing(sunday) : String(day + 2));
  const root = pictureButton("day", `Ngày ${day + 2}`, {}, leaf, picture(weatherSigns[weather]));
  root.addEventListener("click", () => {
    if (document.body.dataset["phase"] !== "asking") return;
    void hop(table, root);
    void table.speech.sayNow([`day-${day + 2}`, weatherKey(weather)]);
  });
  return root;
}

export const playWeek: Scene<Extract<Question, { kind: "week" }>> = async (table, question, tellWrong) => {
  showSky({ sun: true, cloud: false, rain: false, wind: false, warmth: 3 });
  const days = question.days.map((weather, day) => ({ weather, root: dayTile(table, weather, day) }));
  if (question.about === "day") days[question.day]?.root.classList.add("asked");
  const choices =
    question.about === "count"
      ? question.choices.map((count) => {
          const root = pictureCard({ label: String(count), pictures: [] });
          root.replaceChildren(numberFace(count));
          return {
            root,
            correct: count === days.filter(({ weather }) => weather === question.asked).length,
            names: [numberKey(count)],
          };
        })
      : question.choices.map((weather) => ({
          root: weatherCard(weather),
          correct: weather === question.asked,
          names: [weatherKey(weather)],
        }));
  table.stage.play.append(
    element("div", "week", {}, ...days.map(({ root }) => root)),
    cardRow(choices.map(({ root }) => root)),
  );
  await popIn(
    table,
    [...days, ...choices].map(({ root }) => root),
    50,
  );
  /** Touches the days of the asked weather one after another and counts. */
  const countAloud = async () => {
    const asked = days.filter(({ weather }) => weather === question.asked);
    for (const [index, { root }] of asked.entries()) {
      root.classList.add("marked");
      table.sounds.play(commonEffects.pop);
      void hop(table, root);
      await table.speech.sayNow([numberKey(index + 1)], 600);
    }
  };
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ names }) => void table.speech.sayNow(names),
    onHint: async (hint) => {
      if (hint === 1) return;
      if (question.about === "day") await hop(table, days[question.day]?.root ?? table.stage.play);
      else await countAloud();
    },
  });
  if (question.about !== "day") await countAloud();
  await rejoice(table, answerKeys(question));
};
