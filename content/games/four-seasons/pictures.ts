// Owns which picture shows what: files of `pictures/`, and what is drawn here.
import ball from "./pictures/ball.svg";
import buoy from "./pictures/buoy.svg";
import coat from "./pictures/coat.svg";
import drum from "./pictures/drum.svg";
import fan from "./pictures/fan.svg";
import gift from "./pictures/gift.svg";
import gloves from "./pictures/gloves.svg";
import house from "./pictures/house.svg";
import icecream from "./pictures/icecream.svg";
import kite from "./pictures/kite.svg";
import leaf from "./pictures/leaf.svg";
import lotus from "./pictures/lotus.svg";
import moon from "./pictures/moon.svg";
import mooncake from "./pictures/mooncake.svg";
import notes from "./pictures/notes.svg";
import palette from "./pictures/palette.svg";
import peach from "./pictures/peach.svg";
import pine from "./pictures/pine.svg";
import potato from "./pictures/potato.svg";
import rose from "./pictures/rose.svg";
import santa from "./pictures/santa.svg";
import scarf from "./pictures/scarf.svg";
import snowman from "./pictures/snowman.svg";
import sprout from "./pictures/sprout.svg";
import sunhat from "./pictures/sunhat.svg";
import type { DaySign, Festival, Season, ThingName } from "./year.ts";

const drawn = (inside: string) => `<svg viewBox="0 0 100 100" fill="none">${inside}</svg>`;
const starPath = "M50 14l10 22 24 2.500-18 16 5.500 24L50 66 28.500 78.500 34 54.500l-18-16L40 36z";

/** A square cake in green leaves, tied with bamboo strings. */
const chung = drawn(
  '<ellipse cx="50" cy="90" rx="40" ry="6" fill="#1f2a1a" fill-opacity=".25"/><path fill="#2f7a3a" d="M14 34L50 20l36 14v44L50 92 14 78z"/><path fill="#4fa44f" d="M14 34L50 20l36 14-36 14z"/><path fill="#3c8f44" d="M14 34l36 14v44L14 78z"/><g stroke="#f3e3a4" stroke-width="3.500" stroke-linejoin="round"><path d="M32 27l36 14v44M68 27L32 41v44M14 52l36 14 36-14M26 38.500v44.500M74 38.500v44.500"/></g><path fill="#d5301e" d="M38 50l12 5 12-5v14l-12 5-12-5z"/><path fill="#ffd447" d="M50 55l2 4 4 .5-3 3 1 4-4-2-4 2 1-4-3-3 4-.5z"/>',
);
const kumquat = drawn(
  `<ellipse cx="50" cy="94" rx="28" ry="4" fill="#1f2a1a" fill-opacity=".25"/><path fill="#c8473a" d="M32 70h36l-5 23H37z"/><path fill="#e8714f" d="M28 66h44v8H28z"/><path fill="#2f7a3a" d="M50 4c8 8 12 14 18 22 8 10 14 22 12 32-4 12-20 12-30 12s-26 0-30-12c-2-10 4-22 12-32 6-8 10-14 18-22z"/><path fill="#4fa44f" d="M50 10c6 6 8 14 8 22-2 14-12 24-26 30-6-8 0-22 6-32 4-8 8-14 12-20z"/><g fill="#f8951d">${[
    [50, 20],
    [38, 34],
    [60, 36],
    [48, 46],
    [30, 52],
    [68, 54],
    [42, 62],
    [58, 62],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="5.500"/>`)
    .join("")}</g><path fill="#d5301e" d="M40 78c4-5 8-3 10 0 2-3 6-5 10 0-2 6-18 6-20 0z"/>`,
);
const star = drawn(
  `<path stroke="#8a5a2b" stroke-width="4" stroke-linecap="round" d="M50 78v20"/><circle cx="50" cy="46" r="37" stroke="#d5301e" stroke-width="5"/><circle cx="50" cy="46" r="37" stroke="#fff1cf" stroke-width="1.500" stroke-dasharray="3 6"/><path fill="#ffd447" stroke="#c98a12" stroke-width="2" stroke-linejoin="round" d="${starPath}"/><path fill="#d5301e" fill-opacity=".85" d="M50 14l10 22-10 12zM84 38.500L66 54.500 50 48zM71.500 78.500L50 66V48zM28.500 78.500l5.500-24L50 48zM16 38.500L40 36l10 12z"/><circle cx="50" cy="48" r="7" fill="#fff1cf"/>`,
);
const carp = drawn(
  '<path stroke="#8a5a2b" stroke-width="4" stroke-linecap="round" d="M50 2v16"/><path fill="#d5301e" d="M6 50c10-28 40-38 64-20 6-8 14-12 26-12-6 10-8 18-4 28 4 12 6 18 8 30-14 0-22-4-28-14C50 82 16 78 6 50z"/><path fill="#f5894f" d="M12 48c10-20 36-28 52-12-4 8-4 18 0 26-18 12-42 8-52-14z"/><g stroke="#ffe7b0" stroke-width="3"><path d="M36 34c6 10 6 24 0 34M48 32c6 12 6 26 0 36M60 36c4 10 4 20 0 28"/></g><circle cx="25" cy="44" r="8" fill="#fff"/><circle cx="24" cy="44" r="4" fill="#1f2a44"/><path fill="#ffd447" d="M44 28c4-10 16-12 24-6l-6 10zM42 72c4 10 14 12 20 8l-4-10z"/><path stroke="#ffd447" stroke-width="3" stroke-linecap="round" d="M40 80v12M48 80v16M56 80v12"/>',
);
const lion = drawn(
  '<path fill="#ffd447" d="M16 34C4 26 8 10 22 12c4-10 18-10 28-4 10-6 24-6 28 4 14-2 18 14 6 22z"/><path fill="#d5301e" d="M14 46c0-22 16-32 36-32s36 10 36 32c0 26-16 46-36 46S14 72 14 46z"/><path fill="#fff1cf" d="M20 30c6-8 18-8 24 0-2 10-22 10-24 0zM56 30c6-8 18-8 24 0-2 10-22 10-24 0z"/><circle cx="33" cy="42" r="13" fill="#fff"/><circle cx="67" cy="42" r="13" fill="#fff"/><circle cx="34" cy="43" r="7" fill="#1f2a44"/><circle cx="66" cy="43" r="7" fill="#1f2a44"/><circle cx="36" cy="40" r="2.500" fill="#fff"/><circle cx="68" cy="40" r="2.500" fill="#fff"/><path fill="#ffd447" d="M42 54c2-6 14-6 16 0 2 4-4 8-8 8s-10-4-8-8z"/><path fill="#7a1414" d="M26 68c14-6 34-6 48 0-2 14-12 20-24 20s-22-6-24-20z"/><path fill="#fff" d="M28 68c14-5 30-5 44 0l-3 7c-12-4-26-4-38 0z"/><path fill="#f59ab8" d="M40 86c2-8 18-8 20 0-6 2-14 2-20 0z"/><g fill="#009e73"><circle cx="18" cy="58" r="5"/><circle cx="82" cy="58" r="5"/></g><path stroke="#ffd447" stroke-width="4" stroke-linecap="round" d="M50 14V4"/><circle cx="50" cy="20" r="5" fill="#56b4e9"/>',
);
const pomelo = drawn(
  '<ellipse cx="50" cy="92" rx="34" ry="5" fill="#1f2a1a" fill-opacity=".25"/><path fill="#8fb53a" d="M50 14c8 0 12 6 18 12 12 8 20 20 20 34 0 20-16 32-38 32S12 80 12 60c0-14 8-26 20-34 6-6 10-12 18-12z"/><path fill="#b9d65a" d="M48 18c6 0 8 6 14 12 8 8 14 16 14 28 0 16-14 26-32 26S16 74 16 60c0-12 6-22 16-30 6-4 10-10 16-10z"/><path fill="#dcec94" d="M30 42c6-8 14-8 18-6-2 6-14 8-18 18-6 2-6-6 0-12z"/><path stroke="#6b4a2a" stroke-width="4" stroke-linecap="round" d="M50 16V6"/><path fill="#3f8f45" d="M52 10c8-10 22-10 30-4-6 10-20 12-30 4z"/>',
);
const persimmon = drawn(
  '<ellipse cx="50" cy="90" rx="36" ry="5" fill="#1f2a1a" fill-opacity=".25"/><path fill="#d9541e" d="M10 56c0-24 18-34 40-34s40 10 40 34-18 34-40 34-40-10-40-34z"/><path fill="#f5823a" d="M14 52c0-20 16-28 34-28s32 8 32 26-16 28-34 28-32-8-32-26z"/><path fill="#ffb57a" d="M26 42c6-8 14-8 18-6-4 6-12 6-16 16-6 2-6-6-2-10z"/><path fill="#4f8f3a" d="M50 30c-8-12-24-10-28-2 6 6 14 8 20 6-6 6-6 14-2 18 6-4 10-10 10-16 0 6 4 12 10 16 4-4 4-12-2-18 6 2 14 0 20-6-4-8-20-10-28 2z"/><path stroke="#6b4a2a" stroke-width="5" stroke-linecap="round" d="M50 32V18"/>',
);
const giay = drawn(
  '<ellipse cx="50" cy="86" rx="44" ry="7" fill="#1f2a1a" fill-opacity=".22"/><path fill="#4fa44f" d="M6 72c14-12 74-12 88 0-6 16-82 16-88 0z"/><path fill="#3c8f44" d="M10 74c20 8 60 8 80 0-8 14-72 14-80 0z"/><path fill="#e6dcc4" d="M16 60c0-20 16-32 34-32s34 12 34 32c0 12-16 18-34 18s-34-6-34-18z"/><path fill="#fffaf0" d="M18 56c0-18 14-28 32-28s32 10 32 26c0 12-14 16-32 16s-32-4-32-14z"/><path fill="#fff" d="M30 44c6-8 16-10 22-8-4 6-14 6-18 14-6 2-8-2-4-6z"/>',
);
const temple = drawn(
  '<path fill="#6fa04a" d="M0 96c10-24 30-34 50-34s40 10 50 34z"/><path fill="#d9c7a0" d="M40 96l6-26h8l6 26z"/><path stroke="#b09a6a" stroke-width="2" d="M43 84h14M42 90h16M44 78h12"/><path fill="#7a3420" d="M22 44h56v26H22z"/><g fill="#b8452c"><path d="M26 44h5v26h-5zM40 44h5v26h-5zM55 44h5v26h-5zM69 44h5v26h-5z"/></g><path fill="#f0c04a" d="M46 50h8v20h-8z"/><path fill="#c95a34" d="M6 38c10 0 16-8 22-16h44c6 8 12 16 22 16-2 6-6 8-10 8H16c-4 0-8-2-10-8z"/><path fill="#a8401f" d="M26 20c6-2 10-6 12-10h24c2 4 6 8 12 10z"/><path stroke="#f0c04a" stroke-width="2.500" stroke-linecap="round" d="M50 10V4M38 10c8-3 16-3 24 0"/>',
);
const banner = drawn(
  '<path stroke="#8a5a2b" stroke-width="5" stroke-linecap="round" d="M14 6v90"/><path fill="#3f8f45" d="M16 8h76l-8 9 8 9-8 9 8 9-8 9 8 9-8 9 8 7H16z"/><path fill="#f0e442" d="M16 14h64v56H16z"/><path fill="#0072b2" d="M22 20h52v44H22z"/><path fill="#fffdf6" d="M28 26h40v32H28z"/><path fill="#d5301e" d="M34 32h28v20H34z"/><circle cx="14" cy="6" r="5" fill="#ffd447"/>',
);
const swallow = drawn(
  '<path fill="#24365e" d="M4 40c20-2 34 4 44 14 6-16 18-34 46-44-8 16-16 30-26 40 10 0 18-2 26-8-2 14-14 24-30 26-2 10-6 18-14 26l-2-14-12 4 6-14C30 66 14 58 4 40z"/><path fill="#fffdf6" d="M52 66c8-2 16-6 22-12 8 0 14-2 18-6-4 10-14 18-28 20z"/><path fill="#c8473a" d="M84 42c4 0 8 2 10 0l-8 8z"/><circle cx="82" cy="46" r="2.500" fill="#fff"/>',
);
/** A red envelope with a golden blossom. */
const envelope = drawn(
  '<g transform="rotate(-8 50 50)"><rect x="22" y="8" width="58" height="86" rx="8" fill="#8f1f1a" fill-opacity=".35" transform="translate(3 4)"/><rect x="22" y="8" width="58" height="86" rx="8" fill="#d5301e"/><path fill="#b3231a" d="M22 16c0-5 3-8 8-8h42c5 0 8 3 8 8v12L51 46 22 28z"/><path stroke="#ffd447" stroke-width="2.500" stroke-linejoin="round" d="M22 28l29 18 29-18"/><g fill="#ffd447"><circle cx="43" cy="62" r="7"/><circle cx="59" cy="62" r="7"/><circle cx="51" cy="55" r="7"/><circle cx="46" cy="71" r="7"/><circle cx="56" cy="71" r="7"/></g><circle cx="51" cy="64" r="5" fill="#d5301e"/><path stroke="#ffd447" stroke-width="2" d="M28 86h46"/></g>',
);
const daisy = drawn(
  `<path stroke="#4f8f3a" stroke-width="6" stroke-linecap="round" d="M50 56c2 14 0 28-4 40"/><path fill="#5fae4a" d="M48 84c-12-12-26-10-34-6 6 12 22 16 34 6zM48 78c10-12 24-12 32-8-4 12-20 16-32 8z"/><g fill="#e69f00">${Array.from({ length: 16 }, (_, index) => `<ellipse cx="50" cy="18" rx="6" ry="17" transform="rotate(${index * 22.5} 50 42)"/>`).join("")}</g><g fill="#ffd447">${Array.from({ length: 14 }, (_, index) => `<ellipse cx="50" cy="24" rx="5.500" ry="14" transform="rotate(${index * 25.7} 50 42)"/>`).join("")}</g><circle cx="50" cy="42" r="12" fill="#d98212"/><circle cx="48" cy="40" r="8" fill="#f0a63a"/>`,
);
const spark = (x: number, y: number, reach: number, colour: string, light: string) =>
  `<g transform="translate(${x} ${y})"><g stroke="${colour}" stroke-width="4" stroke-linecap="round">${Array.from({ length: 10 }, (_, index) => `<path d="M0-${reach * 0.4}v-${reach * 0.5}" transform="rotate(${index * 36})"/>`).join("")}</g><g fill="${light}">${Array.from({ length: 10 }, (_, index) => `<circle cy="-${reach}" r="3.500" transform="rotate(${index * 36 + 18})"/>`).join("")}</g><circle r="4" fill="${light}"/></g>`;
const fireworks = drawn(
  `${spark(40, 40, 32, "#d5301e", "#e69f00")}${spark(72, 68, 22, "#0072b2", "#56b4e9")}${spark(28, 78, 16, "#009e73", "#c2568f")}<path stroke="#e69f00" stroke-width="2.500" stroke-linecap="round" stroke-dasharray="1 6" d="M42 66c2 12 6 22 8 30M72 88c0 4-2 8-4 10"/>`,
);
/** The flag that is raised on Monday morning. */
const flag = drawn(
  '<path stroke="#8a5a35" stroke-width="6" stroke-linecap="round" d="M14 8v88"/><path fill="#d5301e" d="M17 12c24-10 44 10 74 0v50c-30 10-50-10-74 0z"/><path fill="#ffd447" d="M54 20l5 12 13 1-10 8.500 3 12.500-11-7-11 7 3-12.500L36 33l13-1z"/>',
);

export const pictures: Readonly<Record<ThingName, string>> = {
  buoy,
  coat,
  daisy,
  drum,
  envelope,
  fan,
  fireworks,
  gift,
  gloves,
  icecream,
  leaf,
  lotus,
  moon,
  mooncake,
  peach,
  pine,
  potato,
  santa,
  scarf,
  snowman,
  sprout,
  sunhat,
  chung,
  kumquat,
  star,
  carp,
  lion,
  pomelo,
  persimmon,
  giay,
  temple,
  banner,
  swallow,
};

export const daySigns: Readonly<Record<DaySign, string>> = { flag, palette, notes, ball, rose, house, kite };

const looks: Readonly<
  Record<Season, { sky: string; ground: string; crown: string; light: string; sign: string }>
> = {
  spring: {
    sky: "#bfe6f4",
    ground: "#8fca5a",
    crown: "#f59ab8",
    light: "#fcc9da",
    sign: '<g fill="#f57aa5"><circle cx="30" cy="150" r="5"/><circle cx="176" cy="140" r="5"/><circle cx="150" cy="158" r="4"/></g><path stroke="#fff" stroke-width="3" stroke-opacity=".8" stroke-linecap="round" d="M30 30l-4 14M60 20l-4 14M160 30l-4 14M180 60l-4 14"/>',
  },
  summer: {
    sky: "#4fb3f2",
    ground: "#5fae3f",
    crown: "#2f8f3f",
    light: "#54b04f",
    sign: '<circle cx="168" cy="36" r="20" fill="#ffd447"/><g stroke="#ffd447" stroke-width="5" stroke-linecap="round"><path d="M168 6v-4M196 36h4M188 16l4-4M148 16l-4-4M188 56l4 4"/></g><g fill="#e0301e"><circle cx="62" cy="70" r="6"/><circle cx="92" cy="50" r="6"/><circle cx="122" cy="72" r="6"/><circle cx="96" cy="84" r="6"/></g>',
  },
  autumn: {
    sky: "#a9d9f5",
    ground: "#c9b45a",
    crown: "#e08a1e",
    light: "#f7b84a",
    sign: '<g fill="#e08a1e"><path d="M30 140q10-10 16 0-6 8-16 0zM160 150q10-10 16 0-6 8-16 0zM150 120q10-8 14 2-8 6-14-2z"/></g><circle cx="34" cy="34" r="17" fill="#fff6d0"/>',
  },
  winter: {
    sky: "#c3ccd6",
    ground: "#9aa78f",
    crown: "none",
    light: "none",
    sign: '<g fill="#e3e8ed"><ellipse cx="50" cy="30" rx="36" ry="13"/><ellipse cx="150" cy="44" rx="40" ry="14"/></g><path stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-opacity=".8" d="M16 132c14-6 22 6 36 0M140 128c14-6 22 6 36 0"/>',
  },
};

/** A season in a window: one tree as it looks then. */
export function seasonPicture(season: Season): string {
  const { sky, ground, crown, light, sign } = looks[season];
  const branches =
    '<path stroke="#7a4f2f" stroke-width="7" stroke-linecap="round" d="M100 108L70 72M100 104l34-38M98 92L94 54M78 82L58 76M126 76l18 2M112 90l28-10"/>';
  const leaves =
    crown === "none"
      ? ""
      : `<path fill="${crown}" d="M48 96c-20-20-6-50 18-46 4-28 52-34 66-8 26-6 42 22 26 44-8 20-30 22-40 12-18 14-56 14-70-2z"/><path fill="${light}" d="M58 82c-8-14 4-28 20-22 8-16 34-16 42-2 12-4 22 4 22 16-14-8-24-4-30 4-16-8-34-6-54 4z"/>`;
  return `<svg viewBox="0 0 200 170" fill="none"><rect width="200" height="170" rx="22" fill="${sky}"/><path fill="${ground}" d="M0 122c50-16 150-16 200 0v26c0 12-10 22-22 22H22c-12 0-22-10-22-22z"/><path fill="#8a5f3c" d="M90 140c4-16 4-36 2-52h16c-2 18-2 36 4 52z"/>${branches}${leaves}${sign}</svg>`;
}

export const festivalPictures: Readonly<Record<Festival, string>> = {
  tet: chung,
  midautumn: star,
  ancestors: temple,
  christmas: pine,
};
