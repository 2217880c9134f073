// Owns how the village looks: its places, stones, holders and arrows drawn here, its animals from `pictures/`.
import type { Direction } from "./grid.ts";
import ball from "./pictures/ball.svg";
import buffalo from "./pictures/buffalo.svg";
import cat from "./pictures/cat.svg";
import chick from "./pictures/chick.svg";
import dog from "./pictures/dog.svg";
import duck from "./pictures/duck.svg";
import flower from "./pictures/flower.svg";
import hay from "./pictures/hay.svg";
import kite from "./pictures/kite.svg";
import mango from "./pictures/mango.svg";
import pig from "./pictures/pig.svg";
import rabbit from "./pictures/rabbit.svg";
import rock from "./pictures/rock.svg";
import tree from "./pictures/tree.svg";
import turtle from "./pictures/turtle.svg";
import type { Find, Landmark, Walker } from "./village.ts";

export const walkerPictures: Readonly<Record<Walker, string>> = {
  buffalo,
  cat,
  chick,
  dog,
  duck,
  pig,
  rabbit,
  turtle,
};
export const findPictures: Readonly<Record<Find, string>> = { ball, flower, kite, mango };

const drawn = (inside: string) => `<svg viewBox="0 0 200 180" fill="none">${inside}</svg>`;
const shade = '<ellipse cx="100" cy="168" rx="88" ry="10" fill="#274d20" fill-opacity=".3"/>';
const tiles = (path: string) =>
  `<path fill="#c4512f" d="${path}"/><g stroke="#e88a63" stroke-width="3" stroke-opacity=".7"><path d="M52 44l-14 34M74 34l-8 44M100 30v48M126 34l8 44M148 44l14 34"/></g>`;

export const landmarkPictures: Readonly<Record<Landmark, string>> = {
  house: drawn(
    `${shade}<path fill="#fff1cf" d="M30 76h140v92H30z"/><path fill="#ecd6a0" d="M150 76h20v92h-20z"/>${tiles("M10 84L50 28h100l40 56z")}<path fill="#a23f22" d="M6 82h188v9H6z"/><path fill="#8a5a35" d="M82 104h36v64H82z"/><path fill="#a9743f" d="M86 108h13v60H86zM102 108h13v60h-13z"/><circle cx="97" cy="138" r="2.500" fill="#ffd447"/><g fill="#8ecbe8" stroke="#8a5a35" stroke-width="4"><rect x="42" y="106" width="28" height="28" rx="3"/><rect x="130" y="106" width="28" height="28" rx="3"/></g><path stroke="#8a5a35" stroke-width="3" d="M56 106v28M144 106v28"/><g fill="#3f9a4a"><path d="M28 168c-4-18 8-26 16-18 4-10 18-8 18 4 8-2 10 8 6 14zM134 168c-2-14 8-18 14-12 6-8 18-4 16 6 8 0 8 4 6 6z"/></g><g fill="#ff8fb8"><circle cx="40" cy="152" r="4"/><circle cx="56" cy="158" r="4"/><circle cx="150" cy="158" r="4"/></g>`,
  ),
  school: drawn(
    `${shade}<path fill="#ffe28a" d="M18 78h164v90H18z"/><path fill="#f0c95a" d="M160 78h22v90h-22z"/><path fill="#0072b2" d="M8 82L36 46h128l28 36z"/><path fill="#56b4e9" d="M60 82l40-54 40 54z"/><circle cx="100" cy="62" r="13" fill="#fffdf6"/><path stroke="#d55e00" stroke-width="4" stroke-linecap="round" d="M100 62v-8M100 62h6"/><path fill="#d55e00" d="M84 112h32v56H84z"/><path fill="#fff" fill-opacity=".45" d="M88 116h11v52H88z"/><g fill="#8ecbe8" stroke="#fffdf6" stroke-width="4"><rect x="32" y="100" width="36" height="30" rx="3"/><rect x="132" y="100" width="36" height="30" rx="3"/></g><path stroke="#8a5a35" stroke-width="4" d="M172 46V6"/><path fill="#d5301e" d="M174 6h24v18h-24z"/><path fill="#ffd447" d="M186 9l1.800 4h4.200l-3.400 2.700 1.300 4.300-3.900-2.600-3.900 2.600 1.300-4.300-3.400-2.700h4.200z"/><g fill="#cc79a7"><circle cx="40" cy="152" r="7"/><circle cx="58" cy="158" r="7"/></g><g fill="#009e73"><circle cx="144" cy="158" r="7"/><circle cx="162" cy="152" r="7"/></g>`,
  ),
  market: drawn(
    `${shade}<path stroke="#8a5a35" stroke-width="8" d="M26 166V70M174 166V70"/><path fill="#fff" d="M8 70h184l-12-34H20z"/><path fill="#d55e00" d="M20 36h22l-8 34H8zM64 36h24v34H58zM110 36h24l8 34h-32zM158 36h22l12 34h-26z"/><path fill="#d55e00" d="M8 70h26a13 12 0 0 1-26 0zM58 70h30a15 12 0 0 1-30 0zM110 70h32a16 12 0 0 1-32 0zM166 70h26a13 12 0 0 1-26 0z"/><path fill="#fff" d="M34 70h24a12 12 0 0 1-24 0zM88 70h22a11 12 0 0 1-22 0zM142 70h24a12 12 0 0 1-24 0z"/><path fill="#b0783f" d="M14 126h172v40H14z"/><path fill="#8f5d30" d="M14 126h172v9H14z"/><g><circle cx="38" cy="116" r="12" fill="#f8a51b"/><circle cx="58" cy="112" r="12" fill="#f8a51b"/><circle cx="48" cy="100" r="12" fill="#ffbe3d"/><circle cx="90" cy="114" r="12" fill="#d5301e"/><circle cx="110" cy="114" r="12" fill="#d5301e"/><circle cx="100" cy="100" r="12" fill="#ee4a38"/><path fill="#3f9a4a" d="M138 122c-4-18 4-32 14-34 12 2 20 16 16 34z"/><path fill="#6cbc57" d="M150 122c-2-14 0-26 2-32 6 8 8 20 6 32z"/></g>`,
  ),
  temple: drawn(
    `${shade}<path fill="#d9b37a" d="M16 150h168v18H16z"/><path fill="#b98a50" d="M28 142h144v10H28z"/><path fill="#7a3420" d="M34 84h132v60H34z"/><g fill="#b8452c"><path d="M40 84h10v60H40zM70 84h10v60H70zM120 84h10v60h-10zM150 84h10v60h-10z"/></g><path fill="#f0c04a" d="M86 98h28v46H86z"/><path fill="#7a3420" d="M90 102h9v42h-9zM101 102h9v42h-9z"/><path fill="#a8401f" d="M0 66c20 0 30-10 42-30h116c12 20 22 30 42 30-4 12-10 20-20 24H20C10 86 4 78 0 66z"/><path fill="#c95a34" d="M0 66c20 0 30-10 42-30h116c12 20 22 30 42 30-60-14-140-14-200 0z"/><path stroke="#f0c04a" stroke-width="4" stroke-linecap="round" d="M40 34c30-6 90-6 120 0M100 28v-8"/><path fill="#f0c04a" d="M36 34c-6-2-10-8-8-16 6 8 14 8 18 12zM164 34c6-2 10-8 8-16-6 8-14 8-18 12zM92 22c0-10 16-10 16 0z"/>`,
  ),
  well: drawn(
    `${shade}<path fill="#9aa3ab" d="M36 112h128v38c0 24-128 24-128 0z"/><g fill="#b9c1c8"><path d="M42 124h30v16H42zM80 128h34v16H80zM122 124h34v16h-34zM58 146h34v14H58zM100 148h36v14h-36z"/></g><ellipse cx="100" cy="112" rx="64" ry="20" fill="#c9d0d6"/><ellipse cx="100" cy="113" rx="50" ry="14" fill="#2f7fa8"/><path fill="#6cc8de" d="M60 114c10-8 40-10 60-6-10 8-40 12-60 6z"/><path stroke="#8a5a35" stroke-width="9" stroke-linecap="round" d="M44 108V36M156 108V36M40 54h120"/><path fill="#c98a4a" d="M22 44L100 6l78 38z"/><path fill="#a9743f" d="M22 44h156v8H22z"/><path stroke="#e8dcb8" stroke-width="4" d="M100 54v30"/><path fill="#8a5a35" d="M84 82h32l-4 26H88z"/><path stroke="#d9b37a" stroke-width="4" d="M86 92h28"/>`,
  ),
  banyan: drawn(
    `${shade}<path fill="#8a6242" d="M76 168c8-30 4-60-6-86h60c-10 26-14 56-6 86-8-10-12-8-16 0-6-10-10-10-16 0-6-8-10-8-16 0z"/><g stroke="#a57c55" stroke-width="5" stroke-linecap="round"><path d="M52 90c2 24-2 46-2 68M148 90c-2 24 2 46 2 68M64 92c0 18 2 30 0 44M136 92c0 18-2 30 0 44"/></g><path fill="#3f8f45" d="M20 84C-8 66 0 30 30 30 34 4 76-6 96 12c22-18 64-8 68 18 32 0 40 38 12 54-24 20-52 14-64 4-16 14-44 14-58 0-10 8-22 4-34-4z"/><path fill="#5fb052" d="M30 62c-16-12-6-32 14-28 8-22 40-26 54-8 16-16 48-8 50 12 20-2 28 18 14 30-16-12-34-8-44 2-14-10-30-8-40 4-14-12-34-14-48-12z"/>`,
  ),
  pond: drawn(
    `<ellipse cx="100" cy="116" rx="98" ry="54" fill="#6f9a4a"/><ellipse cx="100" cy="112" rx="92" ry="48" fill="#2f8fbe"/><ellipse cx="96" cy="106" rx="80" ry="38" fill="#6cc8de"/><g stroke="#fff" stroke-opacity=".6" stroke-width="4" stroke-linecap="round"><path d="M40 100h22M120 90h26M90 136h30"/></g><g fill="#3f9a58"><ellipse cx="56" cy="124" rx="26" ry="10"/><ellipse cx="136" cy="118" rx="24" ry="9"/><ellipse cx="96" cy="96" rx="18" ry="7"/></g><g><path fill="#f59ab8" d="M56 118c-24-2-30-20-26-32 12 2 20 8 24 16 0-14 2-22 2-26 4 6 6 14 6 26 4-8 12-14 22-16 2 12-6 30-28 32z"/><path fill="#fbc4d6" d="M56 118c-10-10-12-28 0-42 12 14 10 32 0 42z"/><path fill="#f59ab8" d="M136 112c-16-2-20-14-18-22 8 2 14 6 16 12 0-10 2-16 2-18 4 6 4 12 4 18 4-6 8-10 16-12 0 8-4 20-20 22z"/></g>`,
  ),
};

/** What stands where nobody can walk, chosen by the square. */
export const obstacles: readonly string[] = [tree, rock, hay, tree];

export const stone = `<svg viewBox="0 0 120 100" fill="none"><ellipse cx="60" cy="66" rx="56" ry="28" fill="#fff" fill-opacity=".35"/><path fill="#77828c" d="M8 52C8 26 30 14 60 14s54 12 52 36c-2 22-24 34-54 34S8 74 8 52z"/><path fill="#a4afb8" d="M12 46C14 26 32 16 60 16s48 10 48 28c0 18-22 28-48 28S10 64 12 46z"/><path fill="#c7d0d6" d="M26 40c4-12 18-18 34-18 14 0 24 4 30 10-18-2-44 0-56 14-4 4-10 0-8-6z"/><g fill="#6fb04b"><path d="M84 66c6-8 16-8 20-14 0 12-8 20-18 22zM16 58c6 2 10 8 18 10-8 4-16 0-18-10z"/></g></svg>`;

const arrowTurn: Readonly<Record<Direction, number>> = { right: 0, down: 90, left: 180, up: 270 };
export const arrow = (direction: Direction): string =>
  `<svg viewBox="0 0 100 100" fill="none"><g transform="rotate(${arrowTurn[direction]} 50 50)"><path fill="#004f7d" d="M14 40h38V20c0-5 6-8 10-4l30 30c3 3 3 7 0 10L62 86c-4 4-10 1-10-4V62H14c-4 0-6-2-6-6V46c0-4 2-6 6-6z"/><path fill="#1f8ccb" d="M16 42h40V22c0-3 3-4 5-2l28 28H10v-2c0-3 2-4 6-4z"/></g></svg>`;
export const goSign = `<svg viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="#006b4e"/><circle cx="50" cy="47" r="43" fill="#1fa97e"/><path fill="#fffdf6" d="M38 27c0-5 4-7 8-4l32 21c4 3 4 7 0 10L46 75c-4 3-8 1-8-4z"/></svg>`;
export const undoSign = `<svg viewBox="0 0 100 100" fill="none"><circle cx="50" cy="50" r="46" fill="#a87300"/><circle cx="50" cy="47" r="43" fill="#f0b53c"/><path stroke="#fffdf6" stroke-width="10" stroke-linecap="round" stroke-linejoin="round" d="M32 40h28a16 16 0 0 1 0 34H42M44 24L28 40l16 16"/></svg>`;

/** What holds someone: drawn in two layers, so that one can be inside or behind. */
export const holderPictures = {
  basket: {
    back: drawn(
      '<path stroke="#9a6a3a" stroke-width="9" stroke-linecap="round" d="M46 90C50 30 150 30 154 90"/><ellipse cx="100" cy="90" rx="80" ry="18" fill="#8f5d30"/>',
    ),
    front: drawn(
      '<path fill="#d9a860" d="M20 90c40 22 120 22 160 0l-16 72c-2 6-6 8-12 8H48c-6 0-10-2-12-8z"/><g stroke="#b98346" stroke-width="5"><path d="M27 120c44 16 102 16 146 0M33 146c40 12 94 12 134 0M64 104l8 66M100 107v63M136 104l-8 66"/></g><path stroke="#c4904c" stroke-width="10" stroke-linecap="round" d="M20 90c40 22 120 22 160 0"/>',
    ),
  },
  table: {
    back: drawn('<path fill="#7d4f2b" d="M36 92h14v76H36zM150 92h14v76h-14z"/>'),
    front: drawn(
      '<path fill="#b9814a" d="M10 84L34 70h132l24 14z"/><path fill="#8f5d30" d="M10 84h180v14H10z"/><path fill="#a9743f" d="M18 98h16v72H18zM166 98h16v72h-16z"/>',
    ),
  },
  box: {
    back: drawn('<path fill="#00578a" d="M36 76h128v30H36z"/><path fill="#004060" d="M36 84h128v22H36z"/>'),
    front: drawn(
      '<path fill="#2f95d2" d="M26 98h148v66c0 4-2 6-6 6H32c-4 0-6-2-6-6z"/><path fill="#1a75ad" d="M150 98h24v66c0 4-2 6-6 6h-18z"/><path fill="#e69f00" d="M90 98h20v72H90z"/><path fill="#56b4e9" d="M20 92h160v12H20z"/>',
    ),
  },
} as const;
/** The lid on which one can stand when the box is closed. */
export const lids = {
  box: drawn(
    '<path fill="#56b4e9" d="M20 80l14-12h132l14 12v24H20z"/><path fill="#1a75ad" d="M20 88h160v16H20z"/><path fill="#e69f00" d="M90 68h20v36H90z"/>',
  ),
  basket: drawn(
    '<path fill="#e8c080" d="M16 92c30-26 138-26 168 0-40 22-128 22-168 0z"/><path stroke="#b98346" stroke-width="4" d="M40 88c40-12 80-12 120 0M70 78l4 26M100 74v34M130 78l-4 26"/>',
  ),
  table: "",
} as const;
