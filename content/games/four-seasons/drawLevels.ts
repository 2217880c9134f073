// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { card, drawLevelPictures, stand } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";
import type { Season } from "./year.ts";

const colours: Readonly<Record<Season, readonly [string, string, string]>> = {
  spring: ["#bfe6f4", "#8fca5a", "#f59ab8"],
  summer: ["#4fb3f2", "#5fae3f", "#2f8f3f"],
  autumn: ["#a9d9f5", "#c9b45a", "#e08a1e"],
  winter: ["#c3ccd6", "#9aa78f", ""],
};
const pane = (season: Season, x: number, y: number, size = 1) => {
  const [sky, ground, crown] = colours[season];
  return `<g transform="translate(${x} ${y}) scale(${size})"><rect x="-6" y="-6" width="112" height="102" rx="16" fill="#a9743f"/><rect width="100" height="90" rx="11" fill="${sky}"/><path fill="${ground}" d="M0 64c26-8 74-8 100 0v15c0 6-5 11-11 11H11C5 90 0 85 0 79z"/><path stroke="#7a4f2f" stroke-width="7" stroke-linecap="round" d="M50 74V40M50 54L36 38M50 52l16-16"/>${crown ? `<path fill="${crown}" d="M24 48c-10-10-2-26 10-24 2-14 26-16 34-4 14-2 22 12 12 24-4 10-16 10-20 6-10 8-28 8-36-2z"/>` : '<path stroke="#7a4f2f" stroke-width="4" stroke-linecap="round" d="M36 38L30 24M66 36l6-14M50 40l-2-18"/>'}</g>`;
};
const wall = `<path fill="#fbe6bd" d="M0 0h320v240H0z"/><path fill="#c98a52" d="M0 186h320v54H0z"/><path fill="#e9b876" d="M0 180h320v8H0z"/>`;
const red = `<path fill="#f7b866" d="M0 0h320v240H0z"/><path fill="#b9814a" d="M0 176h320v64H0z"/><path fill="#d5301e" d="M12 20h40v136H12zM268 20h40v136h-40z"/><g fill="#ffd447"><circle cx="32" cy="50" r="10"/><circle cx="32" cy="88" r="10"/><circle cx="32" cy="126" r="10"/><circle cx="288" cy="50" r="10"/><circle cx="288" cy="88" r="10"/><circle cx="288" cy="126" r="10"/></g>`;
const night = `<path fill="#26357a" d="M0 0h320v240H0z"/><path fill="#6a5a9a" d="M0 120h320v60H0z"/><path fill="#43597a" d="M0 160c80-16 240-16 320 0v80H0z"/><circle cx="238" cy="60" r="36" fill="#fff3c4"/><g fill="#fff6d8"><circle cx="40" cy="36" r="3"/><circle cx="96" cy="22" r="3"/><circle cx="150" cy="50" r="3"/><circle cx="60" cy="86" r="3"/><circle cx="296" cy="110" r="3"/></g>`;
const star = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path stroke="#8a5a2b" stroke-width="4" d="M0 32v44"/><circle r="36" fill="none" stroke="#d5301e" stroke-width="5"/><path fill="#ffd447" stroke="#c98a12" stroke-width="2" d="M0-33l10 22 24 3-18 16 5 24L0 20l-21 12 5-24-18-16 24-3z"/></g>`;
const chung = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#2f7a3a" d="M-36-16L0-30l36 14v44L0 42-36 28z"/><path fill="#4fa44f" d="M-36-16L0-30l36 14L0-2z"/><path stroke="#f3e3a4" stroke-width="4" fill="none" d="M-18-23l36 14v44M18-23l-36 14v44M-36 2L0 16 36 2"/></g>`;
const envelope = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) rotate(-8) scale(${size})"><rect x="-26" y="-38" width="52" height="76" rx="8" fill="#d5301e"/><path fill="#b3231a" d="M-26-30c0-5 3-8 8-8h36c5 0 8 3 8 8v10L0-4l-26-16z"/><path stroke="#ffd447" stroke-width="3" fill="none" d="M-26-20L0-4l26-16"/><g fill="#ffd447"><circle cx="-7" cy="12" r="7"/><circle cx="7" cy="12" r="7"/><circle cy="5" r="7"/><circle cx="-5" cy="20" r="7"/><circle cx="5" cy="20" r="7"/></g><circle cy="13" r="5" fill="#d5301e"/></g>`;
const burst = (x: number, y: number, reach: number, colour: string) =>
  `<g transform="translate(${x} ${y})" stroke="${colour}" stroke-width="5" stroke-linecap="round">${Array.from({ length: 10 }, (_, index) => `<path d="M0-${reach * 0.35}v-${reach * 0.6}" transform="rotate(${index * 36})"/>`).join("")}</g>`;
const outline = (x: number, y: number) =>
  `<rect x="${x - 36}" y="${y - 36}" width="72" height="72" rx="18" fill="#fffdf6" fill-opacity=".5" stroke="#fffdf6" stroke-width="5" stroke-dasharray="10 8"/>`;
const digits: Readonly<Record<string, string>> = {
  2: "M-8-8a9 8 0 1 1 16 5L-8 12H9",
  3: "M-8-11a8 7 0 1 1 6 11a9 8 0 1 1-8 11",
  4: "M5 13V-13L-9 5H10",
  5: "M8-13H-5l-2 11c14-6 20 14 4 15-4 0-6-1-7-3",
  6: "M6-12C-4-10-9-1-8 6a8 8 0 1 0 8-8c-4 0-7 2-8 6",
  7: "M-9-12H9L-2 13",
};
const sheet = (x: number, y: number, digit: string, top: string, inside: string, w = 60) =>
  `<rect x="${x}" y="${y + 4}" width="${w}" height="${w * 1.35}" rx="10" fill="#d9c99b"/><rect x="${x}" y="${y}" width="${w}" height="${w * 1.35}" rx="10" fill="#fffdf6"/><path fill="${top}" d="M${x} ${y + 10}a10 10 0 0 1 10-10h${w - 20}a10 10 0 0 1 10 10v${w * 0.44}h${-w}z"/><path transform="translate(${x + w / 2} ${y + w * 0.3}) scale(${w / 62})" d="${digits[digit] ?? ""}" fill="none" stroke="#fffdf6" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>${inside}`;
const hole = (x: number, y: number, w: number, h: number) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="10" fill="#fffdf6" fill-opacity=".5" stroke="#8a5a2b" stroke-width="4" stroke-dasharray="8 7"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  window: () =>
    wall +
    pane("spring", 22, 22, 1.1) +
    pane("summer", 178, 22, 1.1) +
    pane("autumn", 22, 138, 1.1) +
    pane("winter", 178, 138, 0.8),
  "season-things": () =>
    wall +
    pane("summer", 98, 14, 1.2) +
    card(26, 140, 84, 84) +
    stand("coat", 68, 214, 64) +
    card(122, 140, 84, 84, "#ffc61a") +
    stand("icecream", 164, 214, 64),
  "dress-up": () =>
    red + stand("peach", 110, 92, 74) + outline(208, 66) + chung(112, 132, 0.9) + envelope(196, 142, 0.78),
  "tet-or-moon": () => night + star(88, 92, 1.1) + chung(172, 178, 1) + stand("mooncake", 84, 220, 70),
  festivals: () =>
    night +
    star(66, 84, 1) +
    stand("drum", 154, 210, 90) +
    burst(150, 56, 40, "#ffd447") +
    burst(196, 104, 24, "#f57aa5") +
    stand("mooncake", 58, 224, 66),
  "sort-seasons": () =>
    wall +
    pane("summer", 34, 16, 1.1) +
    pane("winter", 176, 16, 1.1) +
    stand("fan", 90, 208, 66) +
    stand("scarf", 180, 210, 66),
  "odd-season": () =>
    wall +
    pane("winter", 98, 10, 1.2) +
    stand("coat", 48, 214, 66) +
    stand("gloves", 116, 214, 60) +
    `<circle cx="190" cy="184" r="40" fill="none" stroke="#ffc61a" stroke-width="6" stroke-dasharray="10 8"/>` +
    stand("buoy", 190, 214, 64),
  "season-order": () =>
    wall +
    pane("spring", 14, 40, 0.62) +
    pane("summer", 88, 40, 0.62) +
    pane("autumn", 162, 40, 0.62) +
    pane("winter", 236, 40, 0.62) +
    `<path d="M24 130H270M250 114l22 16-22 16" fill="none" stroke="#0072b2" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`,
  year: () =>
    wall +
    [
      ["coat", "#4f6f8f"],
      ["peach", "#c2568f"],
      ["sprout", "#c2568f"],
      ["lotus", "#1f8a4c"],
      ["leaf", "#c26a00"],
      ["pine", "#4f6f8f"],
    ]
      .map(([name, top], index) =>
        sheet(
          24 + (index % 3) * 94,
          18 + Math.floor(index / 3) * 104,
          "",
          top ?? "",
          stand(name ?? "", 24 + (index % 3) * 94 + 33, 18 + Math.floor(index / 3) * 104 + 82, 46),
          66,
        ),
      )
      .join(""),
  week: () =>
    wall +
    sheet(16, 50, "2", "#0072b2", stand("rose", 47, 124, 40), 62) +
    sheet(90, 50, "3", "#0072b2", stand("palette", 121, 124, 40), 62) +
    hole(164, 50, 62, 84) +
    sheet(238, 50, "5", "#0072b2", stand("ball", 269, 124, 40), 62),
  months: () =>
    wall +
    sheet(18, 42, "4", "#c2568f", stand("sprout", 55, 130, 50), 74) +
    hole(116, 42, 74, 100) +
    sheet(214, 42, "6", "#1f8a4c", stand("lotus", 251, 130, 50), 74),
  tomorrow: () =>
    wall +
    sheet(
      48,
      36,
      "6",
      "#d5301e",
      `<g fill="#0072b2">${[0, 1, 2, 3, 4, 5].map((index) => `<circle cx="${72 + (index % 3) * 24}" cy="${110 + Math.floor(index / 3) * 22}" r="7"/>`).join("")}</g>`,
      96,
    ) +
    `<path d="M156 96h22M170 84l14 12-14 12" fill="none" stroke="#0072b2" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>` +
    hole(196, 36, 96, 130),
  "festival-sort": () =>
    red +
    `<rect x="64" y="18" width="90" height="110" rx="18" fill="#fffdf6" fill-opacity=".85"/><rect x="168" y="18" width="90" height="110" rx="18" fill="#fffdf6" fill-opacity=".85"/>` +
    chung(110, 70, 0.9) +
    star(212, 66, 0.8) +
    envelope(112, 186, 0.78) +
    stand("mooncake", 186, 216, 64),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
