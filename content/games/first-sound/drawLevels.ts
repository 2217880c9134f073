// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { card, drawLevelPictures, onGround, ring, shade, sky, stand, sun } from "../../sdk/levelPicture.ts";
import { basket, lily, lilyColours, rabbit, woodenSign } from "./drawings.ts";
import { levels } from "./levels.ts";

/** One of the game's own drawings, set into the picture. */
const place = (svg: string, x: number, y: number, width: number, height: number): string =>
  svg.replace("<svg ", `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);

const hedge = `<path fill="#4f9a48" d="M0 92q16-26 34-6 18-24 36-2 18-22 36 0 18-24 36-2 18-22 36 0 18-24 36-2 18-22 36 0 18-24 36-2 18-20 34 6v30H0z"/>`;
const garden = `${sky + sun + hedge}<path fill="url(#g)" d="M0 108c86-16 226-16 320 0v132H0z"/>`;
const bed = `<path fill="#8a5a38" d="M0 204q160-12 320 0v36H0z"/>`;
const rings = (x: number, y: number): string =>
  `<g fill="none" stroke="#fffdf6" stroke-width="5"><circle cx="${x}" cy="${y}" r="34" stroke-opacity=".95"/><circle cx="${x}" cy="${y}" r="50" stroke-opacity=".7"/><circle cx="${x}" cy="${y}" r="66" stroke-opacity=".4"/></g>`;
/** A lily whose head is at (x, y). */
const flower = (x: number, y: number, size: number, colour = 3): string => {
  const [petal, under, light] = lilyColours[colour] ?? [];
  return place(lily(petal, under, light), x - size / 2, y - size / 2, size, size * 1.3);
};
const speaking = (x: number, y: number, size: number, colour = 3): string =>
  rings(x, y) + flower(x, y, size, colour);

const letterPaths = {
  b: "M-9-24V14M-9 2a11 11 0 1 1 0 4",
  c: "M10-4a12 12 0 1 0 0 14",
  m: "M-18 15V-7M-18 1a9 9 0 0 1 18 0V15M0 1a9 9 0 0 1 18 0V15",
  h: "M-10-24V15M-10 2a10 10 0 0 1 20 0V15",
  v: "M-11-7L0 14 11-7",
} as const;
const letter = (name: keyof typeof letterPaths, x: number, y: number, size = 1): string =>
  `<path transform="translate(${x} ${y}) scale(${size})" d="${letterPaths[name]}" fill="none" stroke="#7c3f1d" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
const sign = (name: keyof typeof letterPaths, x: number, y: number, size: number): string =>
  place(woodenSign, x, y, size, size * 1.06) + letter(name, x + size / 2, y + size * 0.36, size / 92);

const drawings: Readonly<Record<string, () => string>> = {
  "who-calls": () =>
    garden +
    rings(206, 132) +
    onGround("rooster", 206, 176, 92) +
    onGround("frog", 116, 208, 74) +
    onGround("cow", 48, 160, 70),
  caller: () =>
    garden +
    speaking(160, 62, 92) +
    card(14, 134, 90, 92) +
    stand("cat", 59, 218, 70) +
    card(115, 134, 90, 92, "#ffc61a") +
    stand("duck", 160, 218, 72) +
    stand("drum", 252, 190, 60),
  word: () =>
    garden +
    place(rabbit, 6, 18, 104, 156) +
    speaking(196, 66, 92, 0) +
    card(92, 142, 84, 84) +
    stand("fish", 134, 218, 62) +
    card(188, 142, 84, 84, "#ffc61a") +
    stand("leaf", 230, 218, 62),
  "first-caller": () =>
    garden +
    rings(70, 128) +
    onGround("dog", 70, 186, 108, true) +
    `<g fill="none" stroke="#fffdf6" stroke-width="4"><circle cx="222" cy="120" r="30" stroke-opacity=".6"/></g>` +
    onGround("bell", 222, 150, 66) +
    `<path fill="none" stroke="#fffdf6" stroke-width="9" stroke-linecap="round" stroke-linejoin="round" d="M128 204h58m-16-14l16 14-16 14"/>`,

  flowers: () =>
    garden +
    bed +
    flower(52, 150, 88, 0) +
    speaking(150, 120, 118, 1) +
    flower(236, 158, 84, 4) +
    stand("ball", 60, 78, 50) +
    stand("butterfly", 252, 82, 54),
  begins: () =>
    garden +
    speaking(160, 60, 92, 2) +
    card(16, 132, 90, 92, "#ffc61a") +
    stand("elephant", 61, 214, 72) +
    card(116, 132, 90, 92) +
    stand("crab", 161, 216, 70) +
    stand("mushroom", 250, 190, 56),
  alike: () =>
    garden +
    card(106, 12, 108, 100) +
    stand("cat", 160, 104, 86) +
    `<path fill="none" stroke="#fffdf6" stroke-width="8" stroke-linecap="round" stroke-dasharray="1 15" d="M132 120Q110 130 96 140"/>` +
    ring(72, 182, 60, 50) +
    stand("hat", 72, 216, 86) +
    card(150, 138, 92, 88) +
    stand("pear", 196, 218, 66),
  sort: () =>
    garden +
    stand("cow", 84, 78, 60) +
    stand("rabbit", 226, 78, 60) +
    place(basket(0), 14, 104, 138, 120) +
    place(basket(1), 160, 84, 138, 116) +
    `<circle cx="83" cy="188" r="26" fill="#fffdf6"/><circle cx="229" cy="164" r="26" fill="#fffdf6"/>` +
    stand("butterfly", 83, 204, 38) +
    stand("boat", 229, 180, 38),

  letters: () =>
    garden +
    bed +
    flower(62, 104, 74, 0) +
    sign("b", 16, 128, 96) +
    flower(160, 92, 84, 1) +
    sign("m", 110, 122, 104) +
    stand("ball", 258, 84, 56) +
    stand("cat", 258, 148, 56),
  letter: () =>
    garden +
    card(100, 10, 120, 108) +
    stand("tiger", 160, 110, 96) +
    sign("v", 14, 124, 88) +
    ring(160, 176, 60, 58) +
    sign("h", 112, 124, 96),
  odd: () =>
    garden +
    card(20, 20, 92, 92) +
    stand("fish", 66, 104, 72) +
    card(124, 20, 92, 92) +
    stand("crab", 170, 104, 72) +
    card(20, 126, 92, 92) +
    stand("tree", 66, 212, 74) +
    ring(172, 172, 60, 56) +
    card(124, 126, 92, 92, "#ffc61a") +
    stand("elephant", 170, 212, 74) +
    shade(270, 120, 60) +
    place(rabbit, 228, 10, 80, 118),
  "letter-sort": () =>
    garden +
    stand("fish", 84, 80, 62) +
    stand("parrot", 222, 80, 62) +
    place(basket(0), 14, 104, 138, 120) +
    place(basket(1), 160, 84, 138, 116) +
    `<circle cx="83" cy="186" r="27" fill="#fffdf6"/><circle cx="229" cy="162" r="27" fill="#fffdf6"/>` +
    letter("c", 83, 184, 0.9) +
    letter("v", 229, 160, 0.9),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
