// Owns the garden the game is played in: a morning garden with a gourd trellis, a hedge, beds of earth and a watering can.
import { areca, bamboo, flower, gradient, hills, paintLandscape, sky, tuft } from "../../sdk/landscape.ts";

const colours = [
  gradient("lawn", [0, "#bfe07a"], [0.5, "#93cc5a"], [1, "#63a944"]),
  gradient("hedge", [0, "#7fc25a"], [1, "#3f8f45"]),
  gradient("soil", [0, "#a9744a"], [1, "#7c4f30"]),
  gradient("wood", [0, "#d9a868"], [1, "#a9743f"]),
  `<radialGradient id="morning" cx=".36" cy=".2" r=".8"><stop offset="0" stop-color="#fff1b8" stop-opacity=".4"/><stop offset="1" stop-color="#fff1b8" stop-opacity="0"/></radialGradient>`,
].join("");

/** A clipped hedge with small white flowers, as around old gardens in the North. */
const hedge = `<path fill="url(#hedge)" d="M-1200 420v-54q30-34 62-8 26-36 60-6 30-34 64 0 28-32 62-4 30-36 66 2 26-32 60-4 30-34 64 2 28-34 62-6 30-32 64 4 28-36 62-2 30-32 64 2 28-34 62-4 30-34 64 4 26-34 60-2 30-34 64 2 28-34 62-4 30-34 64 2 28-34 62-2 30-32 64 2 28-36 62-4 30-34 64 4 28-34 62-4 30-34 64 2 28-32 62-2 30-34 64 2 28-34 62-2 30-32 64 2 28-36 62-4 30-34 64 4 28-34 62-4 30-34 64 2 28-32 62-2 30-34 64 2 28-34 62-2 30-32 64 2 28-36 62-4 30-34 64 4v70z"/>
<g fill="#fff" fill-opacity=".9">${Array.from({ length: 46 }, (_, index) => `<circle cx="${-1180 + index * 52 + (index % 3) * 9}" cy="${376 + ((index * 37) % 30)}" r="${3 + (index % 2)}"/>`).join("")}</g>`;

const gourd = (x: number, y: number, length: number) =>
  `<g class="sway slow"><path fill="#9fce5b" d="M${x - 9} ${y}h18q10 ${length * 0.6} 2 ${length}q-11 14-22 0q-8-${length * 0.4} 2-${length}z"/><path fill="#c4e58a" d="M${x - 5} ${y + 6}q-6 ${length * 0.5} -1 ${length * 0.8}q-5-${length * 0.4} 1-${length * 0.8}z"/></g>`;
const trellisLeaf = (x: number, y: number, turn: number) =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" fill="${turn % 2 ? "#5aa84c" : "#74bd55"}" d="M0-24c16 2 28 10 30 24-6 16-18 24-30 26-14-4-26-12-30-26 4-14 16-22 30-24z"/>`;

/** A bamboo trellis with sponge gourds, one on each side of the garden. */
const trellis = (x: number) =>
  `<g transform="translate(${x} 0)"><g stroke="#b98a4a" stroke-width="14" stroke-linecap="round"><path d="M-150 470V170M150 470V170M-190 176H190M-190 226H190"/></g><g stroke="#dcb878" stroke-width="5" stroke-linecap="round"><path d="M-154 466V176M146 466V176M-186 172H186M-186 222H186"/></g>${[-170, -120, -66, -12, 44, 98, 152].map((at, index) => trellisLeaf(at, 168 + (index % 2) * 34, (index * 37) % 60)).join("")}${gourd(-96, 214, 92)}${gourd(-14, 222, 120)}${gourd(80, 214, 84)}${[-140, -38, 60, 128].map((at) => `<g transform="translate(${at} 192)"><g fill="#ffd23f"><circle cx="0" cy="-10" r="9"/><circle cx="10" cy="-2" r="9"/><circle cx="6" cy="9" r="9"/><circle cx="-6" cy="9" r="9"/><circle cx="-10" cy="-2" r="9"/></g><circle r="6" fill="#f29f1f"/></g>`).join("")}</g>`;

const bed = (y: number, height: number) =>
  `<path fill="#8a5a38" d="M-1200 ${y + 8}q600-22 1200-22t1200 22v${height}h-2400z"/><path fill="url(#soil)" d="M-1200 ${y + 16}q600-22 1200-22t1200 22v${height}h-2400z"/><g stroke="#5f3b23" stroke-opacity=".35" stroke-width="5" stroke-linecap="round">${Array.from({ length: 34 }, (_, index) => `<path d="M${-1160 + index * 70 + (index % 2) * 24} ${y + 34 + ((index * 29) % Math.max(20, height - 60))}h22"/>`).join("")}</g>`;

const can = `<g transform="translate(440 486)"><ellipse cx="8" cy="66" rx="92" ry="14" fill="url(#shade)"/><path fill="none" stroke="#3b82b5" stroke-width="11" d="M44-14c50-6 52 62 6 62"/><path fill="#4f9fd2" d="M-44-16h92l-8 82h-76z"/><path fill="#7cc0e8" d="M-38-10h20l-2 70h-12z"/><path fill="#3b82b5" d="M-46-22h96v12h-96z"/><path fill="#4f9fd2" d="M-38 44L-96-26l12-8 50 44z"/><path fill="#3b82b5" d="M-108-22l30-20 5 8-28 22z"/></g>`;

const path = `<path fill="#f1dfb4" d="M-86 470C-60 430-30 414-18 404h36c12 10 42 26 68 66l230 330H-330z"/><g fill="#dcc48c"><ellipse cx="0" cy="452" rx="34" ry="8"/><ellipse cx="-40" cy="494" rx="44" ry="11"/><ellipse cx="48" cy="520" rx="50" ry="13"/><ellipse cx="-52" cy="562" rx="60" ry="16"/><ellipse cx="70" cy="600" rx="66" ry="17"/></g>`;

const butterfly = (x: number, y: number, colour: string) =>
  `<g transform="translate(${x} ${y})"><g class="bob slow"><path fill="${colour}" d="M0 0c-10-22-34-20-30-4 2 10 12 12 20 10-12 6-12 20-2 20 8 0 12-12 12-26zM0 0c10-22 34-20 30-4-2 10-12 12-20 10 12 6 12 20 2 20-8 0-12-12-12-26z"/><path stroke="#4a3322" stroke-width="4" stroke-linecap="round" d="M0-4v24"/></g></g>`;

export const paintGarden = (): string =>
  paintLandscape(
    [
      sky,
      hills,
      areca(-900, 400, 1),
      bamboo(840, 420, 1),
      `<path fill="url(#lawn)" d="M-1200 396c400-16 800-22 1200-12s800 6 1200 12v700h-2400z"/>`,
      hedge,
      path,
      trellis(-560),
      trellis(590),
      can,
      `<rect x="-1200" y="-300" width="2400" height="1368" fill="url(#morning)"/>`,
      bed(664, 400),
      tuft(-470, 668, 0.8),
      tuft(486, 672, 0.8),
      tuft(-760, 690, 1.2),
      tuft(780, 690, 1.2),
      flower(-700, 470, "#ff8fb8", 1.2),
      flower(-640, 486, "#fff6dd"),
      flower(-420, 470, "#ffb35c", 1.1),
      flower(700, 480, "#ff8fb8"),
      flower(330, 456, "#fff6dd", 0.9),
      flower(-300, 450, "#ff8fb8", 0.8),
      butterfly(-250, 210, "#ff9b54"),
      butterfly(300, 300, "#c58be8"),
    ],
    colours,
  );
