// Owns what several scenes put on the stage: the air, a friend beside the question, cards with clothes and signs.
import { pictureCard } from "../../sdk/cards.ts";
import { element } from "../../sdk/element.ts";
import type { Table } from "../../sdk/table.ts";
import { createAir, showSky, skies } from "./atmosphere.ts";
import { createDoll, type Doll, type Mood } from "./doll.ts";
import { garmentPicture } from "./garmentDrawings.ts";
import { weatherSigns } from "./pictures.ts";
import { type Child, type GarmentName, garments, type Weather, weathers } from "./weather.ts";

/** Shows the weather all over the stage. */
export function setWeather(table: Table, weather: Weather): void {
  showSky(skies[weather]);
  table.stage.play.append(createAir(table.random));
}

/** How a child in thin clothes feels in it. */
export const moodIn: Readonly<Record<Weather, Mood>> = {
  sunny: "hot",
  rainy: "wet",
  windy: "cold",
  cold: "cold",
  cloudy: "happy",
};

/** A child that stands at x, units from the middle. */
export function friendAt(child: Child, x: number, worn: readonly GarmentName[], mood: Mood): Doll {
  const doll = createDoll(child, worn, mood);
  doll.root.classList.add("friend");
  doll.root.style.left = `calc(50% + ${(x - 145) / 100}rem)`;
  return doll;
}

export const garmentCard = (name: GarmentName, size: "small" | "medium") =>
  pictureCard({ label: garments[name].vi, pictures: [garmentPicture(name)], size });

export const weatherCard = (weather: Weather) =>
  pictureCard({ label: weathers[weather].vi, pictures: [weatherSigns[weather]], size: "medium" });

/** Dots to count, beside a numeral. */
export const numberFace = (count: number) =>
  element(
    "span",
    "number-face",
    {},
    String(count),
    element("span", "number-dots", {}, ...Array.from({ length: count }, () => element("i", ""))),
  );
