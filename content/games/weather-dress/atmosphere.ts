// Owns the weather on the stage: what is written on the page's body for the painted village, and the rain and leaves before it.
import { element } from "../../sdk/element.ts";
import type { Random } from "../../sdk/random.ts";
import type { Weather } from "./weather.ts";

/** Everything that can be on or off at once; `warmth` from 1, cold, to 5, hot. */
export type Sky = {
  readonly sun: boolean;
  readonly cloud: boolean;
  readonly rain: boolean;
  readonly wind: boolean;
  readonly warmth: 1 | 2 | 3 | 4 | 5;
};

export const skies: Readonly<Record<Weather, Sky>> = {
  sunny: { sun: true, cloud: false, rain: false, wind: false, warmth: 5 },
  rainy: { sun: false, cloud: true, rain: true, wind: false, warmth: 3 },
  windy: { sun: false, cloud: false, rain: false, wind: true, warmth: 3 },
  cold: { sun: false, cloud: false, rain: false, wind: false, warmth: 1 },
  cloudy: { sun: false, cloud: true, rain: false, wind: false, warmth: 3 },
};

/** Sun and rain together. */
export const hasRainbow = ({ sun, rain }: Sky): boolean => sun && rain;

/** What a child would call it: the strongest of what there is. */
export const nameOf = ({ rain, wind, sun, warmth }: Sky): Weather =>
  rain ? "rainy" : warmth <= 2 ? "cold" : wind ? "windy" : sun ? "sunny" : "cloudy";

/** Writes the sky on the body; the style sheet fades over to it. */
export function showSky(sky: Sky): void {
  const { dataset } = document.body;
  const on = (isOn: boolean) => (isOn ? "on" : "off");
  dataset["sun"] = on(sky.sun);
  dataset["cloud"] = on(sky.cloud || (sky.rain && !sky.sun));
  dataset["rain"] = on(sky.rain);
  dataset["wind"] = on(sky.wind);
  dataset["rainbow"] = on(hasRainbow(sky));
  dataset["warmth"] = String(sky.warmth);
}

/** Rain and flying leaves, to lie over the play without being in the way. */
export function createAir(random: Random): HTMLElement {
  const leaf = (index: number) => {
    const made = element("span", "leaf");
    made.style.top = `${random.integer(12, 78)}%`;
    made.style.animationDelay = `${-index * 0.55 - random.next() * 0.4}s`;
    made.style.animationDuration = `${2.6 + random.next() * 1.6}s`;
    return made;
  };
  return element(
    "div",
    "air",
    { "aria-hidden": "true" },
    element("div", "rain-sheet far"),
    element("div", "rain-sheet near"),
    element("div", "leaves", {}, ...Array.from({ length: 7 }, (_, index) => leaf(index))),
  );
}
