// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { drawLevelPictures, ring, stand } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

const room = `<path fill="#edc98a" d="M0 0h320v150H0z"/><path stroke="#cf9f60" stroke-width="3" d="M40 0v150M100 0v150M160 0v150M220 0v150M280 0v150"/><path fill="#9c6838" d="M0 146h320v94H0z"/><path fill="#8a5a30" d="M0 140h320v12H0z"/>`;
const mat = `<rect x="6" y="14" width="308" height="216" rx="20" fill="#f4dfa6" stroke="#c8473a" stroke-width="8"/><rect x="14" y="22" width="292" height="200" rx="14" fill="none" stroke="#4f9d5a" stroke-width="4"/>`;
const open = (x: number, y: number, size: number, inside: string, edge = "#e0c48c") =>
  `<rect x="${x}" y="${y + 5}" width="${size}" height="${size}" rx="14" fill="${edge}"/><rect x="${x}" y="${y}" width="${size}" height="${size}" rx="14" fill="#fffdf6"/>${inside}`;
const closed = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size / 100})"><rect y="5" width="100" height="100" rx="16" fill="#8f3423"/><rect width="100" height="100" rx="16" fill="#b5472f" stroke="#fff3d6" stroke-width="4"/><circle cx="50" cy="50" r="33" fill="#cf6a43" stroke="#ffd9a0" stroke-width="3" stroke-dasharray="4 5"/><g fill="#ffd9a0">${Array.from({ length: 8 }, (_, index) => `<path d="M50 24l5 26H45z" transform="rotate(${index * 45} 50 50)"/>`).join("")}</g></g>`;
const on = (name: string, x: number, y: number, size: number, more = "") =>
  stand(name, x + size / 2, y + size * 0.84, size * 0.74, false, more);
const dark = ' filter="url(#dark)"';
const hat = (x: number, y: number, size: number, turn = 0) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path fill="#e8cf96" d="M0-60c3 0 6 3 8 6 17 22 33 39 49 52 2 2 1 5-3 6-34 7-74 7-108 0-4-1-5-4-3-6 16-13 32-30 49-52 2-3 5-6 8-6z"/><path fill="#f6e6b8" d="M0-60c-3 0-5 3-8 6-17 22-33 39-49 52-2 2-1 4 2 5l35 4c2-25 10-49 20-67z"/><path fill="none" stroke="#b58f49" stroke-width="2" d="M-16-40q16 4 32 0M-32-22q32 8 64 0M-48-6q48 10 96 0"/></g>`;
const tray = `<ellipse cx="160" cy="150" rx="150" ry="74" fill="#a9743a"/><ellipse cx="160" cy="142" rx="150" ry="74" fill="#d9a55c"/><ellipse cx="160" cy="142" rx="136" ry="62" fill="#f1d69a"/><ellipse cx="160" cy="142" rx="90" ry="38" fill="none" stroke="#d9b26a" stroke-width="3"/>`;
const box = (x: number, y: number, colour: string, light: string) =>
  `<g transform="translate(${x} ${y})"><rect x="4" y="22" width="72" height="46" rx="8" fill="${colour}"/><rect y="8" width="80" height="22" rx="8" fill="${light}"/><path stroke="#8a5a2b" stroke-width="5" d="M40 8V0h10"/><circle cx="54" cy="0" r="5" fill="#ffd447"/></g>`;
const note = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})" fill="#1b3a57"><ellipse cx="0" cy="20" rx="9" ry="7"/><path d="M5 20V-8l20 8v8L10 2v18z"/></g>`;
const cushion = (x: number, y: number, colour: string) =>
  `<ellipse cx="${x}" cy="${y + 4}" rx="42" ry="15" fill="#7a3020"/><ellipse cx="${x}" cy="${y}" rx="42" ry="15" fill="${colour}" stroke="#fff3d6" stroke-width="3"/>`;
const turns = `<path d="M86 120c-4-60 130-64 140-6M226 96l2 22-22-4" fill="none" stroke="#0072b2" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  "free-table": () =>
    mat +
    open(34, 36, 84, on("kite", 34, 36, 84)) +
    closed(128, 36, 84) +
    open(222, 36, 66, on("duck", 222, 36, 66)) +
    closed(34, 134, 84) +
    open(128, 134, 84, on("lotus", 128, 134, 84)),
  same: () =>
    mat +
    open(36, 68, 112, on("fish", 36, 68, 112), "#ffc61a") +
    open(170, 68, 112, on("fish", 170, 68, 112), "#ffc61a"),
  hats: () =>
    room + hat(66, 206, 0.92) + hat(254, 206, 0.92) + stand("hen", 160, 206, 66) + hat(164, 124, 0.92, -14),
  tray: () =>
    room + tray + stand("ball", 92, 164, 66) + stand("teapot", 160, 186, 66) + ring(232, 140, 36, 30),
  "family-table": () =>
    mat +
    open(30, 36, 92, on("hen", 30, 36, 92)) +
    closed(132, 36, 84) +
    open(66, 138, 84, on("chick", 76, 150, 64)) +
    closed(162, 138, 84),
  families: () =>
    mat +
    open(28, 56, 128, on("buffalo", 28, 56, 128), "#ffc61a") +
    open(176, 82, 104, stand("buffalo", 228, 168, 52, true), "#ffc61a"),
  "big-tray": () =>
    room +
    tray +
    stand("mango", 78, 148, 56) +
    stand("drum", 136, 186, 58) +
    stand("lotus", 146, 124, 54) +
    stand("car", 202, 178, 54) +
    ring(238, 130, 34, 28),
  hops: () =>
    room +
    cushion(70, 204, "#e8604c") +
    stand("cat", 70, 208, 78) +
    cushion(160, 188, "#0072b2") +
    stand("frog", 160, 130, 78) +
    `<path d="M138 176v-26M182 176v-26M160 180v-30" stroke="#fffdf6" stroke-width="6" stroke-linecap="round"/>` +
    cushion(254, 172, "#e69f00") +
    stand("dog", 254, 166, 70),
  "shadow-table": () =>
    mat +
    open(30, 36, 92, on("bicycle", 30, 36, 92)) +
    closed(132, 36, 84) +
    open(226, 36, 66, on("bear", 226, 36, 66)) +
    open(66, 138, 84, on("teapot", 66, 138, 84, dark)) +
    closed(162, 138, 66),
  shadows: () =>
    mat +
    open(28, 62, 122, on("butterfly", 28, 62, 122), "#ffc61a") +
    open(168, 62, 122, on("butterfly", 168, 62, 122, dark), "#ffc61a"),
  "moving-hats": () => room + turns + hat(70, 206, 0.9) + hat(160, 216, 0.9) + hat(248, 200, 0.9),
  "many-hops": () =>
    room +
    ["duck", "turtle", "frog", "pig"]
      .map(
        (name, index) =>
          cushion(
            50 + index * 72,
            216 - (index % 2) * 30,
            ["#e8604c", "#0072b2", "#e69f00", "#009e73"][index] ?? "",
          ) + stand(name, 50 + index * 72, (index === 2 ? 150 : 218) - (index % 2) * 30, 62),
      )
      .join("") +
    [0, 1, 2, 3, 4]
      .map(
        (index) =>
          `<circle cx="${100 + index * 30}" cy="46" r="11" fill="${index < 3 ? "#ffd447" : "#9c6838"}" stroke="#fff3d6" stroke-width="4"/>`,
      )
      .join(""),
  "sound-boxes": () =>
    room +
    open(24, 24, 84, on("bell", 24, 24, 84)) +
    open(118, 24, 84, on("train", 118, 24, 84)) +
    open(212, 24, 84, on("drum", 212, 24, 84)) +
    box(44, 150, "#0072b2", "#9fd3f0") +
    box(148, 160, "#d55e00", "#ffd3a8") +
    note(138, 134) +
    note(30, 142),
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
    `<filter id="dark"><feColorMatrix values="0 0 0 0 .16  0 0 0 0 .14  0 0 0 0 .2  0 0 0 .8 0"/></filter>`,
  );
