// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { drawLevelPictures, grass, lotus, onGround, sky, stand, water } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

const meadow = `${sky + grass(44)}<path fill="#c9e27a" d="M10 60l80-8 4 34-90 12zM230 52l84 8 2 38-80-10z"/>`;
const home = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cy="2" rx="48" ry="8" fill="#2f5d34" fill-opacity=".3"/><path fill="#fff1cf" d="M-38-50h76V0h-76z"/><path fill="#c4512f" d="M-50-46l20-34h60l20 34z"/><path fill="#a23f22" d="M-52-48H52v6H-52z"/><path fill="#8a5a35" d="M-11-32h22V0h-22z"/><path fill="#8ecbe8" d="M-31-34h14v14h-14zM17-34h14v14H17z"/></g>`;
const pebble = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cy="5" rx="24" ry="14" fill="#77828c"/><ellipse rx="23" ry="14" fill="#a4afb8"/><ellipse cx="-5" cy="-4" rx="13" ry="6" fill="#c7d0d6"/></g>`;
const arrow = (x: number, y: number, turn: number, size = 1, ground = true) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${ground ? '<rect x="-26" y="-22" width="52" height="52" rx="13" fill="#d9c99b"/><rect x="-26" y="-26" width="52" height="52" rx="13" fill="#fffdf6"/>' : ""}<path transform="rotate(${turn})" fill="#1f8ccb" stroke="#004f7d" stroke-width="2" stroke-linejoin="round" d="M-18-6H0v-11L18 0 0 17V6h-18z"/></g>`;
const road = (path: string) =>
  `<path fill="none" stroke="#c79a5a" stroke-width="42" stroke-linecap="round" stroke-linejoin="round" d="${path}"/><path fill="none" stroke="#eccf94" stroke-width="34" stroke-linecap="round" stroke-linejoin="round" d="${path}"/><path fill="none" stroke="#fff3cf" stroke-width="5" stroke-linecap="round" stroke-dasharray="1 16" d="${path}"/>`;
const basket = (x: number, y: number, inside: string) =>
  `<g transform="translate(${x} ${y})"><path fill="none" stroke="#9a6a3a" stroke-width="6" d="M-36 0c4-44 68-44 72 0"/></g>${inside}<g transform="translate(${x} ${y})"><path fill="#d9a860" d="M-46 0c24 12 68 12 92 0l-9 42c-1 4-4 6-8 6h-58c-4 0-7-2-8-6z"/><path fill="none" stroke="#b98346" stroke-width="3" d="M-42 18c24 10 60 10 84 0M-18 8l3 40M18 8l-3 40"/></g>`;
const table = (x: number, y: number) =>
  `<path fill="#b9814a" d="M${x - 50} ${y}l14-10h72l14 10z"/><path fill="#8f5d30" d="M${x - 50} ${y}h100v9h-100z"/><path fill="#a9743f" d="M${x - 42} ${y + 9}h9v48h-9zM${x + 33} ${y + 9}h9v48h-9z"/>`;
const ringOf = (x: number, y: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="34" ry="28" fill="#fffdf6" fill-opacity=".6" stroke="#fffdf6" stroke-width="5" stroke-dasharray="9 7"/>`;
const go = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="26" fill="#006b4e"/><circle cx="${x}" cy="${y - 2}" r="24" fill="#1fa97e"/><path fill="#fffdf6" d="M${x - 7} ${y - 14}l20 12-20 12z"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  village: () =>
    meadow +
    road("M160 146L70 96M160 146L250 92M160 146L84 206M160 146L214 200") +
    home(62, 94, 0.9) +
    stand("tree", 256, 96, 84) +
    home(70, 222, 0.7) +
    onGround("buffalo", 168, 172, 76, true),
  stones: () =>
    sky +
    water +
    lotus(48, 138) +
    lotus(262, 226) +
    pebble(88, 178) +
    pebble(150, 158) +
    pebble(208, 182) +
    home(276, 152, 0.72) +
    stand("duck", 88, 176, 66, true),
  where: () =>
    meadow + basket(84, 148, stand("cat", 84, 152, 66)) + table(222, 132) + stand("cat", 222, 124, 60),
  "near-far": () =>
    meadow +
    road("M20 186H250") +
    home(262, 182, 1.1) +
    onGround("chick", 182, 200, 62, true) +
    onGround("pig", 54, 204, 72, true),
  steer: () =>
    meadow +
    road("M50 108H160V196H270") +
    home(262, 96, 0.7) +
    onGround("dog", 150, 132, 70, true) +
    arrow(60, 200, 180, 0.9) +
    arrow(114, 200, 0, 0.9),
  "next-step": () =>
    meadow +
    road("M50 96H160V190") +
    home(160, 214, 0.8) +
    onGround("rabbit", 150, 116, 68, true) +
    arrow(224, 92, 0, 0.9) +
    arrow(224, 152, 90, 0.9) +
    arrow(280, 92, 270, 0.9),
  sides: () =>
    meadow +
    stand("tree", 160, 96, 70) +
    home(160, 160, 1) +
    onGround("pig", 60, 176, 74) +
    onGround("duck", 262, 172, 70) +
    onGround("chick", 160, 222, 54),
  put: () =>
    meadow +
    home(160, 158, 1) +
    ringOf(58, 150) +
    ringOf(262, 146) +
    ringOf(160, 204) +
    stand("cat", 58, 176, 68),
  plan: () =>
    meadow +
    road("M46 100H274V190") +
    onGround("turtle", 56, 122, 70, true) +
    home(266, 204, 0.7) +
    [0, 0, 0, 90].map((turn, index) => arrow(36 + index * 46, 206, turn, 0.78)).join(""),
  program: () =>
    meadow +
    road("M50 178V90H236") +
    onGround("buffalo", 58, 204, 82, true) +
    home(258, 104, 0.9) +
    arrow(130, 186, 270, 0.84) +
    arrow(180, 186, 0, 0.84) +
    go(236, 186),
  collect: () =>
    meadow +
    road("M44 110H150V190H262") +
    onGround("cat", 50, 130, 70, true) +
    stand("mango", 150, 174, 56) +
    stand("kite", 212, 196, 50) +
    home(276, 192, 0.8),
  shortest: () =>
    meadow +
    home(270, 166, 0.9) +
    stand("dog", 40, 112, 66, true) +
    stand("duck", 40, 220, 66, true) +
    [0, 1, 2].map((index) => pebble(92 + index * 54, 104 + index * 14, 0.8)).join("") +
    [0, 1, 2, 3, 4].map((index) => pebble(84 + index * 34, 204 + (index % 2 ? 18 : -18), 0.6)).join(""),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
