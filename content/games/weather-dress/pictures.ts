// Owns which picture shows what: files from an open set, listed in CREDITS.md.
import butterfly from "./pictures/butterfly.svg";
import cloud from "./pictures/cloud.svg";
import cold from "./pictures/cold.svg";
import frog from "./pictures/frog.svg";
import kite from "./pictures/kite.svg";
import rain from "./pictures/rain.svg";
import sun from "./pictures/sun.svg";
import wind from "./pictures/wind.svg";
import type { Weather } from "./weather.ts";

/** The sign of each weather. */
export const weatherSigns: Readonly<Record<Weather, string>> = {
  sunny: sun,
  rainy: rain,
  windy: wind,
  cold,
  cloudy: cloud,
};

export { butterfly, frog, kite };
