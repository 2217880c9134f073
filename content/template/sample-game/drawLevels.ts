// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import {
  calm,
  card,
  drawLevelPictures,
  field,
  house,
  onGround,
  ring,
  stand,
} from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

/** A basket of 160 × 120, `size` times as large, with the picture of what goes in. */
const basket = (x: number, y: number, band: string, goesIn: string, size = 0.62): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="none" stroke="#9a6a3a" stroke-width="9" stroke-linecap="round" d="M34 50C38 4 122 4 126 50"/><path fill="#d9a860" d="M10 48h140l-14 66c-1 4-4 6-8 6H32c-4 0-7-2-8-6z"/><g fill="none" stroke="#b98346" stroke-width="4"><path d="M44 50l8 68M80 50v68M116 50l-8 68"/></g><path fill="${band}" d="M14 68h132l-4 18H18z"/><path fill="#c4904c" d="M4 42h152c3 0 4 2 4 5s-1 7-4 7H4c-3 0-4-3-4-7s1-5 4-5z"/><circle cx="80" cy="84" r="34" fill="#fffdf6"/>${stand(goesIn, 80, 108, 52)}</g>`;
const yellow = "#e69f00";
const blue = "#0072b2";
const pink = "#cc79a7";
/** Makes everything drawn with it a shadow; defined once for all pictures. */
const dark = ' filter="url(#dark)"';
const definitions = `<filter id="dark"><feColorMatrix values="0 0 0 0 .16  0 0 0 0 .2  0 0 0 0 .3  0 0 0 .8 0"/></filter>`;

const drawings: Readonly<Record<string, () => string>> = {
  "tidy-up": () =>
    field +
    onGround("ball", 66, 200, 84) +
    onGround("banana", 148, 168, 76) +
    basket(180, 96, yellow, "apple", 0.82),
  find: () =>
    calm +
    card(22, 74, 84, 92) +
    stand("hat", 64, 150, 66) +
    card(118, 64, 96, 106, "#ffc61a") +
    stand("bear", 166, 152, 82) +
    card(226, 74, 84, 92) +
    stand("grapes", 268, 150, 66),
  "two-baskets": () =>
    calm +
    stand("banana", 92, 88, 66) +
    stand("drum", 222, 88, 66) +
    basket(26, 104, yellow, "apple", 0.8) +
    basket(166, 84, blue, "bear", 0.8),
  "big-yard": () =>
    field +
    house +
    onGround("kite", 54, 186, 76) +
    onGround("shirt", 138, 204, 74) +
    onGround("watermelon", 206, 190, 66),
  odd: () =>
    calm +
    card(24, 22, 96, 92) +
    stand("banana", 72, 100, 70) +
    card(136, 22, 96, 92) +
    stand("grapes", 184, 100, 70) +
    card(24, 132, 96, 92, "#ffc61a") +
    stand("socks", 72, 210, 70) +
    card(136, 132, 96, 92) +
    stand("apple", 184, 210, 70),
  shadow: () =>
    calm +
    card(26, 40, 124, 140) +
    stand("bear", 88, 164, 104, false, dark) +
    onGround("bear", 226, 190, 108),
  "whole-house": () =>
    calm +
    ["drum", "dress", "apple", "ball"]
      .map((name, index) => onGround(name, 44 + index * 66, index % 2 ? 74 : 98, 58))
      .join("") +
    basket(24, 128, yellow, "grapes", 0.76) +
    basket(150, 108, pink, "shirt", 0.76),
  "three-baskets": () =>
    calm +
    stand("watermelon", 66, 92, 56) +
    stand("kite", 160, 92, 56) +
    stand("hat", 254, 92, 56) +
    basket(8, 104, yellow, "apple") +
    basket(108, 104, blue, "bear") +
    basket(208, 84, pink, "shirt"),
  "many-shadows": () =>
    calm +
    ["dress", "kite", "drum"]
      .map(
        (name, index) =>
          card(16 + index * 98, 20, 90, 94) + stand(name, 61 + index * 98, 106, 76, false, dark),
      )
      .join("") +
    ring(120, 176, 62, 54) +
    stand("kite", 120, 218, 88),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(
    levels,
    read,
    ({ id }) => {
      const draw = drawings[id];
      if (!draw) throw new Error(`nobody drew the level ${id}`);
      return draw();
    },
    definitions,
  );
