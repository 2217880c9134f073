// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { card, drawLevelPictures, stand } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

const evening = `<path fill="url(#d)" d="M0 0h320v240H0z"/><circle cx="272" cy="44" r="22" fill="#fff3c4"/><path fill="#4a3558" d="M0 150l20-30h50l16 30V240H0zM92 160l22-34h56l20 34v80H92zM196 146l20-32h56l20 32v94h-96z"/><g fill="#ffdf8f"><path d="M26 160h30v26H26zM124 168h30v26h-30zM228 158h30v26h-30z"/></g><path fill="#6d5568" d="M0 196h320v44H0z"/>`;
const porch = `<path fill="#8fd0f2" d="M0 0h320v140H0z"/><path fill="#8cc07a" d="M0 110c40-50 80-50 120-4 40-46 90-40 120 4 30-30 60-26 80-6v50H0z"/><path fill="#b98048" d="M0 140h320v100H0zM0 0h320v22H0z"/><path fill="#7d5128" d="M0 136h320v8H0zM0 22h320v6H0z"/><path stroke="#8d5c31" stroke-width="3" d="M0 172h320M0 208h320"/>`;
const cord = (y: number) =>
  `<path d="M-6 ${y}Q160 ${y + 40} 326 ${y}" fill="none" stroke="#8a5a2b" stroke-width="5"/>`;
const lantern = (x: number, y: number, colour: string, light: string, mark = "", size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path stroke="#5b3b20" stroke-width="3" d="M0-34v10"/><ellipse rx="27" ry="24" fill="${colour}"/><path fill="${light}" d="M-10-22c-8 14-8 30 0 44h20c8-14 8-30 0-44z"/><path fill="#ffd447" d="M-13-27h26v6h-26zM-13 21h26v6h-26zM-2 27h4v14h-4z"/>${mark}</g>`;
const red = (x: number, y: number, size = 1) =>
  lantern(x, y, "#b83d1c", "#d55e00", '<circle r="8" fill="#fffdf6"/>', size);
const blue = (x: number, y: number, size = 1) =>
  lantern(
    x,
    y,
    "#00578a",
    "#1f8ccb",
    '<path stroke="#fffdf6" stroke-width="5" stroke-linecap="round" d="M-8-8H8M-8 0H8M-8 8H8"/>',
    size,
  );
const star = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle r="28" fill="none" stroke="#d55e00" stroke-width="4"/><path fill="#f0e442" stroke="#c98a12" stroke-width="2" d="M0-26l7.500 17 18 2-13.500 12 4 18L0 14l-16 9 4-18-13.500-12 18-2z"/></g>`;
const hole = (x: number, y: number, size = 54) =>
  `<rect x="${x - size / 2}" y="${y - size / 2}" width="${size}" height="${size}" rx="14" fill="#fffdf6" fill-opacity=".4" stroke="#fffdf6" stroke-width="4" stroke-dasharray="8 7"/>`;
const ball = (x: number, y: number, r = 22) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#d55e00"/><ellipse cx="${x - r * 0.3}" cy="${y - r * 0.4}" rx="${r * 0.35}" ry="${r * 0.22}" fill="#fff" fill-opacity=".6"/>`;
const cube = (x: number, y: number, r = 20) =>
  `<rect x="${x - r}" y="${y - r}" width="${r * 2}" height="${r * 2}" rx="7" fill="#2f95d2"/><ellipse cx="${x - r * 0.4}" cy="${y - r * 0.5}" rx="${r * 0.3}" ry="${r * 0.2}" fill="#fff" fill-opacity=".6"/>`;
const child = (x: number, y: number, arms: string) =>
  `<g transform="translate(${x} ${y})" fill="none" stroke-linecap="round"><path stroke="#1f6fa8" stroke-width="9" d="M-5 16l-4 22M5 16l4 22"/><path stroke="#f6c79a" stroke-width="7" d="${arms}"/><path fill="#d55e00" d="M-14-10h28L11 18h-22z"/><circle cy="-26" r="15" fill="#f6c79a"/><path fill="#2b2018" d="M-15-26c-2-14 6-18 15-18s17 4 15 18c-8-8-22-8-30 0z"/></g>`;
const up = "M-10-6L-22-30M10-6L22-30";
const wide = "M-10-4L-34-6M10-4L34-6";
const motif = (x: number, y: number, ground: string, inside: string) =>
  `<g transform="translate(${x} ${y})"><rect width="60" height="60" fill="${ground}"/>${inside}</g>`;
const diamond =
  '<path fill="#fffdf6" d="M30 8l22 22-22 22L8 30z"/><path fill="#d55e00" d="M30 18l12 12-12 12-12-12z"/>';
const zigzag =
  '<path fill="none" stroke="#fffdf6" stroke-width="6" d="M0 26l10-12 10 12 10-12 10 12 10-12 10 12"/><path fill="none" stroke="#e69f00" stroke-width="6" d="M0 48l10-12 10 12 10-12 10 12 10-12 10 12"/>';
const chain = (x: number, amount: number) =>
  Array.from({ length: amount }, (_, index) => red(x, 58 + index * 34, 0.6)).join("");
const ringAround = (x: number, y: number, r: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#ffd447" stroke-width="6" stroke-dasharray="10 8"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  beads: () =>
    porch +
    cord(84) +
    ball(70, 100, 26) +
    cube(136, 108, 24) +
    ball(202, 106, 26) +
    cube(262, 98, 22) +
    ball(120, 192, 26),
  "what-next": () => evening + cord(36) + red(50, 84) + blue(122, 92) + red(196, 90) + hole(268, 84),
  "string-on": () =>
    porch +
    cord(84) +
    ball(46, 98) +
    cube(102, 106) +
    ball(158, 108) +
    hole(214, 106, 46) +
    hole(272, 98, 46) +
    cube(104, 194, 24) +
    ball(170, 194, 24),
  exercise: () =>
    porch + child(58, 176, up) + child(142, 176, wide) + child(226, 176, up) + hole(288, 150, 44),
  lanterns: () => evening + cord(30) + red(46, 80) + star(116, 92, 1.1) + blue(192, 92) + star(266, 82, 1.1),
  "in-the-middle": () =>
    evening +
    cord(36) +
    star(48, 84) +
    red(112, 96, 0.9) +
    hole(172, 96, 50) +
    red(232, 92, 0.9) +
    star(286, 80, 0.9),
  mend: () =>
    evening +
    cord(36) +
    red(44, 84, 0.9) +
    blue(102, 94, 0.9) +
    red(160, 96, 0.9) +
    red(218, 94, 0.9) +
    ringAround(218, 94, 40) +
    red(278, 84, 0.9),
  "music-row": () =>
    porch +
    stand("drum", 52, 132, 70) +
    stand("drum", 126, 132, 70) +
    stand("bell", 200, 132, 66) +
    hole(272, 104, 56) +
    card(70, 160, 66, 66) +
    stand("bell", 103, 220, 52) +
    card(150, 160, 66, 66) +
    stand("drum", 183, 222, 54),
  weave: () =>
    `<path fill="#7d5128" d="M0 0h320v240H0z"/><g stroke="#d9b37a" stroke-width="2">${Array.from({ length: 27 }, (_, index) => `<path d="M${index * 12 + 4} 0v240"/>`).join("")}</g>` +
    [0, 1, 2, 3, 4]
      .map((index) =>
        motif(10 + index * 60, 52, index % 2 ? "#1f4d3a" : "#7a1f2b", index % 2 ? zigzag : diamond),
      )
      .join("") +
    [0, 1, 2]
      .map((index) =>
        motif(10 + index * 60, 118, index % 2 ? "#7a1f2b" : "#27336b", index % 2 ? diamond : zigzag),
      )
      .join(""),
  "long-rows": () =>
    evening +
    cord(30) +
    [30, 74, 118, 162, 206, 250]
      .map((x, index) =>
        index % 3 === 0
          ? star(x, 80 + Math.sin(index / 1.6) * 10, 0.72)
          : index % 3 === 1
            ? red(x, 82, 0.72)
            : blue(x, 82, 0.72),
      )
      .join("") +
    hole(296, 76, 42),
  growing: () =>
    evening +
    `<path fill="#8a5a2b" d="M10 18h300v12H10z"/>` +
    chain(52, 1) +
    chain(122, 2) +
    chain(192, 3) +
    hole(264, 102, 62),
  "same-pattern": () =>
    porch +
    [44, 100, 156, 212, 268]
      .map((x, index) => (index % 2 ? stand("frog", x, 96, 50) : stand("duck", x, 96, 50)))
      .join("") +
    ball(44, 176) +
    cube(100, 176) +
    hole(156, 176, 44) +
    hole(212, 176, 44) +
    hole(268, 176, 44),
  "mend-long": () =>
    evening +
    cord(30) +
    [34, 84, 134, 184, 234, 284]
      .map((x, index) =>
        index === 4
          ? stand("mango", x, 104, 46)
          : index % 3 === 2
            ? stand("pineapple", x, 108, 50)
            : stand("banana", x, 104, 46),
      )
      .join("") +
    ringAround(234, 84, 34),
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
    `<linearGradient id="d" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b2f6b"/><stop offset=".6" stop-color="#8a5a93"/><stop offset="1" stop-color="#f0a874"/></linearGradient>`,
  );
