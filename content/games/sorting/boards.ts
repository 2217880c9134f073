// Owns the painted places that things are sorted to: a garden, a shelf, a pond, a forest, a yard, baskets and mats.

import { picture, placeButton } from "../../sdk/cards.ts";
import { element } from "../../sdk/element.ts";
import { signs } from "./signs.ts";
import { type Trait, traits } from "./traits.ts";

const field = (top: string, bottom: string, inside: string) =>
  `<svg viewBox="0 0 300 400" preserveAspectRatio="xMidYMax slice" fill="none"><path fill="${top}" d="M-200 0h700v400h-700z"/>${inside.replaceAll("BOTTOM", bottom)}</svg>`;
const tree = (x: number, y: number, size: number, leaf: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#7c5433" d="M-10 0l4-90H6l4 90z"/><circle cx="0" cy="-120" r="52" fill="${leaf}"/><circle cx="-34" cy="-96" r="34" fill="${leaf}"/><circle cx="34" cy="-96" r="34" fill="${leaf}"/><circle cx="-10" cy="-134" r="28" fill="#fff" fill-opacity=".16"/></g>`;
const basketDrawing = (band: string, glow: string) =>
  field(
    glow,
    "",
    `<ellipse cx="150" cy="378" rx="150" ry="20" fill="#5b4630" fill-opacity=".22"/><path d="M52 190C60 60 240 60 248 190" stroke="#9a6a3a" stroke-width="16" stroke-linecap="round"/><path d="M52 190C60 66 240 66 248 190" stroke="#c4904c" stroke-width="5" stroke-linecap="round"/><path fill="#d9a860" d="M4 190h292l-30 176c-2 8-8 12-16 12H50c-8 0-14-4-16-12z"/><g stroke="#b98346" stroke-width="6"><path d="M60 196l16 178M106 196l8 180M150 196v180M194 196l-8 180M240 196l-16 178M16 256h268M26 312h248"/></g><path fill="${band}" d="M9 222h282l-5 28H14z"/><path fill="#c4904c" d="M-2 178h304c6 0 8 4 8 10s-2 14-8 14H-2c-6 0-8-6-8-12s2-12 8-12z"/>`,
  );
const mat = (colour: string, dots: string) =>
  field(
    colour,
    "",
    `<g fill="${dots}">${Array.from({ length: 40 }, (_, index) => `<circle cx="${-60 + (index % 8) * 60 + (Math.floor(index / 8) % 2) * 30}" cy="${40 + Math.floor(index / 8) * 80}" r="7"/>`).join("")}</g><path d="M-200 388h700" stroke="#fff" stroke-opacity=".7" stroke-width="6" stroke-dasharray="4 16" stroke-linecap="round"/>`,
  );

const paintings: Readonly<Partial<Record<Trait, string>>> = {
  living: field(
    "#a8dcf3",
    "",
    `<circle cx="240" cy="60" r="34" fill="#ffd447"/><path fill="#8fd06f" d="M-200 190c140-60 260-60 350-20s230 40 350 0v240h-700z"/>${tree(40, 220, 0.9, "#4b9a47")}<path fill="#6fb64c" d="M-200 250c160-34 300-30 400-10s200 20 300 0v170h-700z"/><g fill="#ff8fb8"><circle cx="90" cy="262" r="9"/><circle cx="250" cy="250" r="9"/><circle cx="190" cy="276" r="8"/></g><g fill="#fff6dd"><circle cx="130" cy="250" r="8"/><circle cx="280" cy="278" r="8"/><circle cx="20" cy="276" r="8"/></g>`,
  ),
  thing: field(
    "#f3dcb2",
    "",
    '<path fill="#e2bd83" d="M-200 0h700v30h-700z"/><g fill="#a8743f"><path d="M-200 196h700v20h-700zM-200 372h700v28h-700z"/></g><g fill="#c8945a"><path d="M-200 190h700v10h-700zM-200 366h700v10h-700z"/></g><g fill="#8a5a2b" fill-opacity=".16"><path d="M-200 216h700v26h-700z"/></g><path fill="#4f9fd6" d="M190 140h22v50h-22z"/><path fill="#e0584f" d="M214 128h20v62h-20z"/><path fill="#6fb64c" d="M236 146h18v44h-18z"/><path fill="#ffd447" d="M256 134l18-4 12 56-18 4z"/><path fill="#fff6e2" d="M60 146h44l-6 44H66z"/><circle cx="82" cy="128" r="22" fill="#6fb64c"/><circle cx="68" cy="138" r="14" fill="#8fd06f"/>',
  ),
  water: field(
    "#c9edf8",
    "",
    '<path fill="#8fd06f" d="M-200 110c160-30 500-30 700 0v60h-700z"/><path fill="#5cc0e0" d="M-200 140c160-22 500-22 700 0v300h-700z"/><path fill="#2f97c4" d="M-200 260c120-18 200 14 350 0s240-14 350 0v160h-700z"/><g stroke="#fff" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"><path d="M30 180h50M210 200h56M110 230h40M20 300h30M230 320h40"/></g><g fill="#3f9a58"><ellipse cx="250" cy="160" rx="36" ry="11"/><ellipse cx="40" cy="154" rx="28" ry="9"/></g><path fill="#f78fb6" d="M250 156c-20-6-20-22-16-28 8 2 12 8 16 16 4-8 8-14 16-16 4 6 4 22-16 28z"/><path d="M-20 400c-6-40 8-60 0-100M320 400c8-44-8-60 2-110" stroke="#2f7d43" stroke-width="10" stroke-linecap="round"/>',
  ),
  forest: field(
    "#bfe3c4",
    "",
    `${tree(0, 230, 1.2, "#5fa562")}${tree(120, 210, 1, "#6fb56b")}${tree(250, 220, 1.25, "#4f9a56")}<path fill="#3f8a47" d="M-200 220c120-30 250-20 350-6s250 20 350-6v210h-700z"/><g stroke="#2f7038" stroke-width="6" stroke-linecap="round"><path d="M20 300c4-20 0-30-8-44M30 300c0-20 6-32 16-44M250 320c4-20 0-30-8-44M262 320c0-20 6-32 16-44"/></g><g transform="translate(86 250)"><path fill="#fff1dc" d="M-6 0h12v-16h-12z"/><path fill="#e0584f" d="M-20-14c0-26 40-26 40 0z"/></g>`,
  ),
  farm: field(
    "#fbe6b8",
    "",
    '<circle cx="40" cy="56" r="28" fill="#ffd447"/><g transform="translate(150 190)"><path fill="#fff6dd" d="M-80-50H80v66H-80z"/><path fill="#d96a45" d="M-108-44c16-8 24-28 36-52H72c12 24 20 44 36 52z"/><path fill="#8a5a3b" d="M-18-34h36v50h-36z"/><path fill="#8ecbe8" d="M-62-32h28v22h-28zM34-32h28v22H34z"/></g><path fill="#e6d59a" d="M-200 204c160-16 540-16 700 0v210h-700z"/><g stroke="#b98b52" stroke-width="9" stroke-linecap="round"><path d="M-40 252v-44M20 250v-44M280 250v-44M340 252v-44M-60 222h110M250 222h110"/></g>',
  ),
  fruit: basketDrawing("#e69f00", "#fff3d2"),
  vegetable: basketDrawing("#4c9a3d", "#e9f6d8"),
};
const mats = [mat("#cfe6f7", "#b3d6ef"), mat("#fbdcc4", "#f5c8a6"), mat("#dcefc9", "#c6e3ab")];

/** A place for all that have the trait; what lies there is appended to its `.board-inside`. */
export const board = (trait: Trait, index: number) => {
  const made = placeButton(
    traits[trait].vi,
    "board",
    picture(paintings[trait] ?? mats[index % mats.length] ?? "", "board-painting"),
    element("span", "board-sign", {}, picture(signs[trait])),
    element("span", "board-inside"),
  );
  return made;
};
