// Owns which picture shows what: files of `pictures/`, and the baskets drawn here.
import apple from "./pictures/apple.svg";
import ball from "./pictures/ball.svg";
import banana from "./pictures/banana.svg";
import bear from "./pictures/bear.svg";
import dress from "./pictures/dress.svg";
import drum from "./pictures/drum.svg";
import grapes from "./pictures/grapes.svg";
import hat from "./pictures/hat.svg";
import kite from "./pictures/kite.svg";
import shirt from "./pictures/shirt.svg";
import socks from "./pictures/socks.svg";
import watermelon from "./pictures/watermelon.svg";
import type { Group, ThingName } from "./things.ts";

export const pictures: Readonly<Record<ThingName, string>> = {
  apple,
  ball,
  banana,
  bear,
  dress,
  drum,
  grapes,
  hat,
  kite,
  shirt,
  socks,
  watermelon,
};

/** What hangs on a basket to tell what goes in: never a word, and not the colour alone. */
export const signs: Readonly<Record<Group, string>> = { fruit: apple, toy: bear, clothes: shirt };

const bands: Readonly<Record<Group, string>> = { fruit: "#e69f00", toy: "#0072b2", clothes: "#cc79a7" };

/** A woven basket with the band of its group. */
export const basket = (group: Group): string =>
  `<svg viewBox="0 0 160 120"><path fill="none" stroke="#9a6a3a" stroke-width="9" stroke-linecap="round" d="M34 50C38 4 122 4 126 50"/><path fill="#d9a860" d="M10 48h140l-14 66c-1 4-4 6-8 6H32c-4 0-7-2-8-6z"/><g fill="none" stroke="#b98346" stroke-width="4"><path d="M44 50l8 68M80 50v68M116 50l-8 68"/></g><path fill="${bands[group]}" d="M14 68h132l-4 18H18z"/><path fill="#c4904c" d="M4 42h152c3 0 4 2 4 5s-1 7-4 7H4c-3 0-4-3-4-7s1-5 4-5z"/></svg>`;
