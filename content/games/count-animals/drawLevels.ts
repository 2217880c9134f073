// Owns the menu pictures of the levels: what a child does in each, drawn from the game's own animals. Pure; `npm run games -- pictures` keeps them in `levels/`.
import {
  arrow,
  calm,
  card,
  digit,
  dots,
  drawLevelPictures,
  equals,
  field,
  house,
  kite,
  lotus,
  minus,
  mountains,
  onGround,
  plus,
  rays,
  ring,
  sign,
  sky,
  stand,
  steps,
  sun,
  water,
} from "../../sdk/levelPicture.ts";
import { type Level, levels, type QuizKind } from "./levels.ts";

const quizzes: Readonly<Record<QuizKind, () => string>> = {
  touch: () =>
    calm +
    ring(96, 150, 56, 64) +
    onGround("chicken", 96, 190, 92) +
    onGround("chicken", 212, 152, 76) +
    onGround("chicken", 276, 128, 62) +
    stand("hand", 138, 232, 74),
  find: () =>
    calm +
    card(122, 16, 76, 76) +
    dots(
      [
        [146, 40],
        [160, 54],
        [174, 68],
      ],
      8.5,
    ) +
    card(20, 110, 128, 112) +
    stand("cat", 58, 192, 58) +
    stand("cat", 110, 192, 58) +
    card(172, 110, 128, 112, "#ffc61a") +
    stand("cat", 204, 166, 50) +
    stand("cat", 268, 166, 50) +
    stand("cat", 220, 216, 50),
  oneMore: () =>
    calm +
    onGround("rabbit", 56, 196, 84) +
    onGround("rabbit", 134, 178, 84) +
    `<ellipse cx="232" cy="164" rx="34" ry="9" fill="none" stroke="#fffdf6" stroke-width="5" stroke-dasharray="9 9"/>` +
    stand("rabbit", 244, 132, 84) +
    arrow("M304 70C298 130 276 156 252 162", "M268 148l-18 15 22 9", "#fffdf6") +
    sign(176, 70, "#4f9d3f", plus),
  moving: () =>
    calm +
    `<path fill="#efd9a4" d="M-10 250C70 150 190 196 330 92v62C220 220 150 200 110 250z"/>` +
    steps(118, 168) +
    onGround("turtle", 76, 200, 84) +
    steps(214, 138) +
    onGround("duck", 180, 168, 78) +
    onGround("duck", 264, 122, 64) +
    steps(288, 96),
  match: () =>
    calm +
    card(46, 14, 66, 76, "#d9b57a") +
    digit(3, 79, 52) +
    card(206, 14, 66, 76, "#d9b57a") +
    digit(2, 239, 52) +
    arrow("M79 104V126", "M66 122l13 12 13-12", "#fffdf6") +
    arrow("M239 104V126", "M226 122l13 12 13-12", "#fffdf6") +
    ring(79, 188, 70, 44) +
    ring(234, 188, 62, 44) +
    [
      [46, 216],
      [80, 196],
      [114, 216],
    ]
      .map(([x, y]) => stand("pig", x ?? 0, y ?? 0, 48))
      .join("") +
    stand("pig", 208, 212, 50) +
    stand("pig", 252, 202, 50),
  moreFewer: () =>
    `<path fill="#8fd0f2" d="M0 0h160v240H0z"/><path fill="#ffe2a8" d="M160 0h160v240H160z"/>` +
    `<path d="M160 14V226" stroke="#fffdf6" stroke-width="8" stroke-linecap="round" stroke-dasharray="1 17"/>` +
    (
      [
        [48, 82],
        [112, 82],
        [48, 150],
        [112, 150],
        [80, 216],
      ] as const
    )
      .map(([x, y]) => onGround("bird", x, y, 62))
      .join("") +
    onGround("bird", 216, 110, 62, true) +
    onGround("bird", 268, 150, 62, true),
  mixed: () =>
    field +
    (
      [
        [52, 172, 44, 46],
        [160, 128, 42, 42],
        [176, 208, 44, 40],
      ] as const
    )
      .map(([x, y, rx, ry]) => ring(x, y - 20, rx, ry))
      .join("") +
    stand("butterfly", 52, 180, 66) +
    stand("butterfly", 160, 134, 60) +
    stand("butterfly", 176, 212, 60) +
    onGround("rabbit", 110, 222, 62) +
    onGround("bird", 106, 138, 50) +
    onGround("dog", 252, 160, 76),
  flash: () =>
    `<path fill="#26467f" d="M0 0h320v240H0z"/><path fill="#ffd447" d="${rays}"/><circle cx="160" cy="114" r="96" fill="#fff3b8"/>` +
    card(98, 52, 124, 124) +
    dots(
      [
        [130, 84],
        [190, 84],
        [160, 114],
        [130, 144],
        [190, 144],
      ],
      14,
    ) +
    `<path fill="url(#g)" d="M0 240v-34c22-24 52-18 62 0 16-22 54-22 70 0 14-20 48-22 64-2 18-20 52-16 62 2 20-16 44-12 62 6v28z"/>`,
  story: () =>
    calm +
    `<g transform="translate(116 62)"><path fill="#fdf0d2" d="M14 40h72v58H14z"/><path fill="#d96a45" d="M-4 44 50 0l54 44z"/><path fill="#6b4426" d="M30 98V70a20 20 0 0 1 40 0v28z"/></g>` +
    onGround("dog", 60, 202, 84, true) +
    arrow("M20 104C50 92 78 104 104 128", "M104 106l2 24-24-4", "#fffdf6") +
    sign(46, 62, "#4f9d3f", plus) +
    onGround("dog", 226, 202, 84, true) +
    arrow("M214 128C238 104 262 92 296 100", "M278 84l20 17-22 13", "#fffdf6") +
    sign(272, 56, "#e8833a", minus),
  equal: () =>
    calm +
    `<ellipse cx="76" cy="160" rx="70" ry="66" fill="#f6e3b0"/><ellipse cx="244" cy="160" rx="70" ry="66" fill="#f6e3b0"/>` +
    (
      [
        [48, 150],
        [104, 150],
        [76, 210],
      ] as const
    )
      .map(([x, y]) => onGround("duck", x, y, 58))
      .join("") +
    (
      [
        [216, 150],
        [272, 150],
        [240, 210],
      ] as const
    )
      .map(([x, y]) => onGround("crab", x, y, 56))
      .join("") +
    sign(160, 74, "#0072b2", equals, 32),
};

const places = {
  yard: () =>
    field +
    house +
    onGround("dog", 186, 192, 80) +
    onGround("chicken", 92, 206, 82) +
    onGround("cat", 40, 166, 56, true),
  pond: () =>
    sky +
    sun +
    mountains +
    water +
    lotus(252, 142) +
    lotus(46, 176) +
    stand("duck", 110, 176, 84) +
    stand("duck", 196, 154, 66) +
    stand("fish", 170, 226, 64) +
    `<ellipse cx="110" cy="174" rx="42" ry="8" fill="#fff" fill-opacity=".5"/><ellipse cx="196" cy="152" rx="33" ry="6" fill="#fff" fill-opacity=".5"/>`,
  meadow: () =>
    field +
    kite +
    onGround("buffalo", 100, 208, 126, true) +
    onGround("rabbit", 212, 206, 68) +
    stand("butterfly", 190, 118, 50),
} as const;

const draw = (level: Level): string =>
  level.mode === "quiz" ? quizzes[level.kind]() : places[level.place]();

/** Path inside the pack → SVG, for every level. `read` gives the text of `pictures/<name>.svg`. */
export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, draw);
