// Owns how the things of patterns look: lanterns, beads and woven motifs drawn here, the rest from `pictures/`.
import { palette } from "../../sdk/palette.ts";
import type { ItemName } from "./items.ts";
import { drawMove } from "./moves.ts";
import banana from "./pictures/banana.svg";
import bell from "./pictures/bell.svg";
import butterfly from "./pictures/butterfly.svg";
import drum from "./pictures/drum.svg";
import duck from "./pictures/duck.svg";
import fish from "./pictures/fish.svg";
import flute from "./pictures/flute.svg";
import frog from "./pictures/frog.svg";
import mango from "./pictures/mango.svg";
import maracas from "./pictures/maracas.svg";
import pineapple from "./pictures/pineapple.svg";
import watermelon from "./pictures/watermelon.svg";

const drawn = (inside: string) => `<svg viewBox="0 0 100 100" fill="none">${inside}</svg>`;
const cord = '<path stroke="#6b4a2a" stroke-width="3" d="M50 0v14"/>';
const tassel = (top: number, colour = "#ffd447") =>
  `<path fill="${colour}" d="M44 ${top}h12v5H44z"/><path stroke="${colour}" stroke-width="3" stroke-linecap="round" d="M46 ${top + 5}v12M50 ${top + 5}v16M54 ${top + 5}v12"/>`;

/** A round paper lantern; its sign tells the colour to whoever does not see it. */
const roundLantern = (body: string, light: string, sign: string) =>
  drawn(
    `${cord}<path fill="${body}" d="M14 44c0-20 14-30 36-30s36 10 36 30-14 30-36 30-36-10-36-30z"/><path fill="${light}" d="M36 16c-14 16-14 40 0 57 8 2 20 2 28 0 14-17 14-41 0-57-8-2-20-2-28 0z"/><path fill="#ffd447" d="M36 11h28v7H36zM36 70h28v7H36z"/>${sign}${tassel(77)}`,
  );
const white = "#fffdf6";
const signs = {
  dot: `<circle cx="50" cy="44" r="11" fill="${white}"/>`,
  bars: `<path stroke="${white}" stroke-width="7" stroke-linecap="round" d="M38 35h24M38 46h24M40 57h20"/>`,
  star: `<path fill="#b5472f" d="M50 29l4.500 10 11 1-8.500 7 2.500 11L50 52.500 40.500 58 43 47l-8.500-7 11-1z"/>`,
  heart: `<path fill="${white}" d="M50 58c-11-8-15-14-12-20 3-5 9-5 12 1 3-6 9-6 12-1 3 6-1 12-12 20z"/>`,
};
const starPath =
  "M50 12l9.500 21.500 23 2.300-17.300 15.500 5 22.700L50 62.500 29.800 74l5-22.700-17.300-15.500 23-2.300z";
const starLantern = (scale = 1) =>
  drawn(
    `${scale === 1 ? "" : `<path stroke="#6b4a2a" stroke-width="3" d="M50 0v${Math.round(50 - 34 * scale)}"/>`}<g transform="translate(50 48) scale(${scale}) translate(-50 -48)">${scale === 1 ? cord : ""}<circle cx="50" cy="46" r="35" stroke="${palette.red}" stroke-width="4"/><circle cx="50" cy="46" r="35" stroke="#fff1cf" stroke-width="1.500" stroke-dasharray="3 6"/><path fill="${palette.yellow}" stroke="#c98a12" stroke-width="2" stroke-linejoin="round" d="${starPath}"/><path fill="#fff" fill-opacity=".5" d="M50 12l9.500 21.500L50 46zM82.500 35.800L65.200 51.300 50 46zM70.200 74L50 62.500V46zM29.800 74l5-22.700L50 46zM17.500 35.800l23-2.300L50 46z"/><circle cx="50" cy="46" r="7" fill="${palette.red}"/>${tassel(80, palette.red)}</g>`,
  );

const carpLantern = drawn(
  `${cord}<path fill="${palette.red}" d="M8 48c10-26 40-36 62-18 6-8 14-12 24-12-6 10-6 16-4 24 3 10 4 16 6 26-12 0-20-4-26-12C48 76 20 74 8 48z"/><path fill="#f5894f" d="M14 46c10-18 34-26 50-10-4 6-4 16 0 22-18 12-40 8-50-12z"/><g stroke="#fff1cf" stroke-width="2.500"><path d="M36 32c5 10 5 22 0 32M47 31c5 11 5 23 0 33M58 34c4 9 4 18 0 27"/></g><circle cx="25" cy="42" r="6.500" fill="#fff"/><circle cx="24" cy="42" r="3.200" fill="#1f2a44"/><path fill="#ffd447" d="M44 27c4-8 14-10 20-6l-4 9zM42 67c4 9 12 11 18 9l-4-10z"/>${tassel(76)}`,
);
const lotusLantern = drawn(
  `${cord}<path fill="#e77fb0" d="M50 72C22 74 8 58 10 40c10 0 18 4 24 12-2-14 4-28 16-38 12 10 18 24 16 38 6-8 14-12 24-12 2 18-12 34-40 32z"/><path fill="#f7b6d3" d="M50 70c-12-8-18-24-12-38 2-6 6-12 12-16 6 4 10 10 12 16 6 14 0 30-12 38z"/><path fill="#fff" fill-opacity=".6" d="M50 62c-5-8-7-20-4-30l4-8 4 8c3 10 1 22-4 30z"/><path fill="${palette.green}" d="M26 68c14 8 34 8 48 0l-6 10H32z"/>${tassel(78, "#ffd447")}`,
);
const tubeLantern = drawn(
  `${cord}<path fill="#8a5a2b" d="M18 14h64l-6 9H24z"/><path fill="#fff3cf" d="M26 23h48v44H26z"/><path fill="${palette.blue}" d="M26 23h6v44h-6zM68 23h6v44h-6zM47 23h6v44h-6z"/><g fill="#c8473a"><circle cx="39.500" cy="37" r="4"/><path d="M36 43h7l2 14h-11z"/><circle cx="60.500" cy="37" r="4"/><path d="M57 43h7l2 14h-11z"/></g><path fill="#8a5a2b" d="M22 67h56l4 8H18z"/>${tassel(75)}`,
);

const shine =
  '<path fill="#fff" fill-opacity=".55" d="M26 36c4-10 14-16 24-15 6 1 5 6 0 7-8 1-13 6-16 12-3 5-10 2-8-4z"/>';
const bead = (shape: string, hole = true) =>
  drawn(
    `${shape}${hole ? '<ellipse cx="50" cy="50" rx="9" ry="11" fill="#1f2a44" fill-opacity=".28"/>' : ""}`,
  );

const woven = (inside: string, ground: string) =>
  drawn(
    `<rect width="100" height="100" fill="${ground}"/><g stroke="#fff" stroke-opacity=".13" stroke-width="2"><path d="M0 12h100M0 24h100M0 36h100M0 48h100M0 60h100M0 72h100M0 84h100"/></g>${inside}<g fill="#f0e442"><path d="M0 0h12L6 8zM22 0h12l-6 8zM44 0h12l-6 8zM66 0h12l-6 8zM88 0h12l-6 8zM0 100h12l-6-8zM22 100h12l-6-8zM44 100h12l-6-8zM66 100h12l-6-8zM88 100h12l-6-8z"/></g>`,
  );

const pictures: Readonly<Record<ItemName, string>> = {
  "lantern-round": roundLantern(
    "#c8473a",
    "#e8714f",
    '<path stroke="#ffd9a0" stroke-width="2.500" d="M50 16v57M24 26c-6 12-6 24 0 36M76 26c6 12 6 24 0 36"/>',
  ),
  "lantern-star": starLantern(),
  "lantern-carp": carpLantern,
  "lantern-lotus": lotusLantern,
  "lantern-tube": tubeLantern,
  "colour-red": roundLantern("#b83d1c", palette.red, signs.dot),
  "colour-blue": roundLantern("#00578a", "#1f8ccb", signs.bars),
  "colour-yellow": roundLantern("#d9b400", palette.yellow, signs.star),
  "colour-pink": roundLantern("#a3568b", palette.pink, signs.heart),
  "size-big": starLantern(),
  "size-middle": starLantern(0.72),
  "size-small": starLantern(0.46),
  "bead-round": bead(
    `<circle cx="50" cy="50" r="38" fill="#b83d1c"/><circle cx="48" cy="47" r="33" fill="${palette.red}"/>${shine}`,
  ),
  "bead-cube": bead(
    `<rect x="13" y="13" width="74" height="74" rx="14" fill="#00578a"/><rect x="13" y="13" width="68" height="66" rx="13" fill="#2f95d2"/>${shine}`,
  ),
  "bead-diamond": bead(
    `<path fill="#00714f" d="M50 6c3 0 5 2 7 4l34 34c4 4 4 8 0 12L57 90c-4 5-10 5-14 0L9 56c-4-4-4-8 0-12l34-34c2-2 4-4 7-4z"/><path fill="#1fbf92" d="M50 10l36 38-36 34-36-34z"/>${shine}`,
  ),
  "bead-flower": bead(
    `<g fill="#d9a900"><circle cx="50" cy="24" r="20"/><circle cx="75" cy="42" r="20"/><circle cx="66" cy="72" r="20"/><circle cx="34" cy="72" r="20"/><circle cx="25" cy="42" r="20"/></g><g fill="#f7dc4a"><circle cx="49" cy="23" r="16"/><circle cx="73" cy="41" r="16"/><circle cx="64" cy="70" r="16"/><circle cx="34" cy="70" r="16"/><circle cx="26" cy="41" r="16"/></g><circle cx="50" cy="50" r="17" fill="#fff3b8"/>`,
  ),
  "bead-tube": bead(
    `<rect x="6" y="26" width="88" height="48" rx="20" fill="#8d4877"/><rect x="6" y="26" width="86" height="40" rx="18" fill="${palette.pink}"/><path stroke="#fff" stroke-opacity=".7" stroke-width="5" stroke-linecap="round" d="M24 30v38M76 30v38"/><path fill="#fff" fill-opacity=".5" d="M18 32h64c3 0 3 6 0 6H18c-3 0-3-6 0-6z"/>`,
  ),
  "motif-star": woven(
    `<g fill="#fffdf6"><path d="M50 16l9 25-9 9-9-9zM50 84l-9-25 9-9 9 9zM16 50l25-9 9 9-9 9zM84 50l-25 9-9-9 9-9z"/></g><g fill="#e69f00"><path d="M26 26l20 12v8h-8zM74 26L62 46h-8v-8zM26 74l12-20h8v8zM74 74L54 62v-8h8z"/></g>`,
    "#27336b",
  ),
  "motif-diamond": woven(
    '<path fill="#fffdf6" d="M50 14l36 36-36 36-36-36z"/><path fill="#b83d1c" d="M50 26l24 24-24 24-24-24z"/><path fill="#f0e442" d="M50 40l10 10-10 10-10-10z"/>',
    "#7a1f2b",
  ),
  "motif-zigzag": woven(
    '<g stroke-width="9" stroke-linejoin="round"><path stroke="#fffdf6" d="M0 40l16-18 17 18 17-18 17 18 17-18 16 18"/><path stroke="#56b4e9" d="M0 60l16-18 17 18 17-18 17 18 17-18 16 18"/><path stroke="#e69f00" d="M0 80l16-18 17 18 17-18 17 18 17-18 16 18"/></g>',
    "#1f4d3a",
  ),
  "motif-bird": woven(
    '<path fill="#f7b6d3" d="M18 60c10-4 14-18 26-22 4-8 14-10 20-4l12 2-8 8c0 14-10 24-24 24l-4 10h-6l2-11c-8 0-14-3-18-7z"/><circle cx="60" cy="38" r="3" fill="#1f2a44"/><path stroke="#fffdf6" stroke-width="4" d="M34 56c8-2 14-6 18-12"/>',
    "#4a2b63",
  ),
  "motif-fern": woven(
    '<g stroke="#c9e265" stroke-width="7" stroke-linecap="round"><path d="M50 86V40M50 40c0-18 24-20 24-4 0 10-14 10-14 2M50 62c-4-16-28-16-26 0 2 8 14 6 12-2M50 76c8-12 28-8 24 4"/></g>',
    "#2b2f3f",
  ),
  banana,
  watermelon,
  mango,
  pineapple,
  duck,
  frog,
  fish,
  butterfly,
  drum,
  bell,
  flute,
  maracas,
  "move-up": drawMove("up"),
  "move-wide": drawMove("wide"),
  "move-squat": drawMove("squat"),
  "move-leg": drawMove("leg"),
};

export const pictureOf = (item: ItemName): string => pictures[item];

/** The bell that lets a string sing. */
export { bell as bellPicture };
export const basketPicture = `<svg viewBox="0 0 100 100"><path fill="none" stroke="#9a6a3a" stroke-width="6" stroke-linecap="round" d="M24 44C26 10 74 10 76 44"/><path fill="#d9a860" d="M10 42h80l-9 44c-1 4-3 6-7 6H26c-4 0-6-2-7-6z"/><g fill="none" stroke="#b98346" stroke-width="3"><path d="M16 58h68M20 74h60M32 44l5 46M50 44v46M68 44l-5 46"/></g><path fill="#c4904c" d="M6 38h88c4 0 4 9 0 9H6c-4 0-4-9 0-9z"/><path fill="none" stroke="#0072b2" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" d="M50 8v22M40 22l10 10 10-10"/></svg>`;
