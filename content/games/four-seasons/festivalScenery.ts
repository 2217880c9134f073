// Owns the places where festivals are kept: a room at Tết, a moonlit yard, the hill of the Hùng Kings, a room with a Christmas night outside.
import { areca, bamboo, cloud, gradient, hills, paintLandscape } from "../../sdk/landscape.ts";
import type { Festival } from "./year.ts";

const definitions =
  gradient("feastWall", [0, "#fbd38a"], [1, "#f0a860"]) +
  gradient("feastFloor", [0, "#b9814a"], [1, "#8c5a30"]) +
  gradient("moonSky", [0, "#16235a"], [0.6, "#3d3f8f"], [1, "#8a6aa8"]) +
  gradient("moonYard", [0, "#5d7a8f"], [1, "#3a4f6b"]) +
  gradient("nightWall", [0, "#4f6f9a"], [1, "#7f93b5"]) +
  '<radialGradient id="feastGlow"><stop offset="0" stop-color="#fff3c4" stop-opacity=".95"/><stop offset="1" stop-color="#fff0b0" stop-opacity="0"/></radialGradient>';

const boards = `<path fill="url(#feastFloor)" d="M-1200 500h2400v580h-2400z"/><g stroke="#6f4322" stroke-opacity=".45" stroke-width="4"><path d="M-1200 546h2400M-1200 610h2400M-1200 690h2400M-1200 790h2400M-700 500l-60 46M-350 500l-26 46M0 500v46M350 500l26 46M700 500l60 46M-520 546l-60 64M-170 546l-16 64M170 546l16 64M520 546l60 64"/></g>`;
/** A red scroll with golden flowers instead of words. */
const scroll = (x: number) =>
  `<g transform="translate(${x} 0)"><path fill="#8f1f1a" d="M-46 128h92v14h-92zM-46 446h92v14h-92z"/><path fill="#d5301e" d="M-40 140h80v308h-80z"/><g fill="#ffd447">${[190, 260, 330, 400].map((y) => `<g transform="translate(0 ${y})"><circle cx="-11" r="9"/><circle cx="11" r="9"/><circle cy="-12" r="9"/><circle cx="-7" cy="10" r="9"/><circle cx="7" cy="10" r="9"/><circle r="7" fill="#d5301e"/></g>`).join("")}</g></g>`;
const branch = (x: number, turned: number) =>
  `<g transform="translate(${x} 500) scale(${turned} 1)"><path fill="#2f7fb5" d="M-56 6c-30-40-20-90 8-102v-24h96v24c28 12 38 62 8 102z"/><path fill="#fff" fill-opacity=".6" d="M-40-46c20-22 60-22 80 0-20 24-60 24-80 0z"/><g class="sway slow"><path stroke="#6b3f1f" stroke-width="10" stroke-linecap="round" fill="none" d="M0-116C-6-220-60-270-110-320M-4-160c30-60 80-90 120-110M-20-220c-4-60 10-100 30-140M-60-270c-40 0-70-10-90-30M60-210c40 0 60 10 80 30"/>${[
    [-110, -320],
    [-84, -292],
    [-54, -262],
    [116, -270],
    [86, -250],
    [52, -222],
    [10, -360],
    [0, -318],
    [-12, -270],
    [-150, -300],
    [-116, -286],
    [140, -180],
    [104, -204],
    [-30, -230],
    [30, -190],
    [-6, -190],
  ]
    .map(
      ([px, py], index) =>
        `<g transform="translate(${px} ${py}) scale(${index % 3 === 0 ? 1.2 : 0.9})"><g fill="#f57aa5"><circle cx="-8" r="8"/><circle cx="8" r="8"/><circle cy="-9" r="8"/><circle cx="-5" cy="8" r="8"/><circle cx="5" cy="8" r="8"/></g><circle r="4.500" fill="#ffe28a"/></g>`,
    )
    .join("")}</g></g>`;
const garlandOf = (y: number, colours: readonly string[]) =>
  `<path stroke="#6b3f1f" stroke-width="4" fill="none" d="M-1200 ${y}Q-900 ${y + 60}-600 ${y}T0 ${y} 600 ${y} 1200 ${y}"/>${Array.from({ length: 25 }, (_, index) => `<path fill="${colours[index % colours.length]}" d="M${-1180 + index * 98} ${y + 12 + (index % 2) * 10}h40l-20 40z"/>`).join("")}`;

const tet = `<path fill="url(#feastWall)" d="M-1200-300h2400v800h-2400z"/>${boards}${scroll(-470)}${scroll(470)}${branch(-660, 1)}${branch(660, -1)}${garlandOf(20, ["#d5301e", "#ffd447", "#d5301e", "#009e73"])}<circle cx="0" cy="330" r="360" fill="url(#feastGlow)" fill-opacity=".5"/>`;

const house = (x: number, turned: number) =>
  `<g transform="translate(${x} 470) scale(${turned} 1)"><path fill="#8a6a58" d="M-200-170h400V10h-400z"/><path fill="#5f3a34" d="M-240-160l60-90h360l60 90z"/><path fill="#ffcf7a" d="M-120-120h90v130h-90zM60-110h90v80H60z"/><path stroke="#5f3a34" stroke-width="9" fill="none" d="M-75-120V10M60-70h90M105-110v80M-120-120h90v130h-90zM60-110h90v80H60z"/></g>`;
const stars = Array.from(
  { length: 46 },
  (_, index) =>
    `<circle class="${index % 5 === 0 ? "glint" : ""}" cx="${-1180 + ((index * 463) % 2360)}" cy="${-280 + ((index * 197) % 480)}" r="${2 + (index % 3)}" fill="#fff6d8"/>`,
).join("");
const midautumn = `<path fill="url(#moonSky)" d="M-1200-300h2400v800h-2400z"/>${stars}<circle cx="0" cy="150" r="260" fill="url(#feastGlow)" fill-opacity=".7"/><circle cx="0" cy="150" r="104" fill="#fff3c4"/><g fill="#f0dc9a"><circle cx="-34" cy="126" r="20"/><circle cx="36" cy="176" r="26"/><circle cx="30" cy="110" r="12"/><circle cx="-40" cy="190" r="13"/></g>
<g opacity=".55" transform="translate(0 60)">${hills}</g><path fill="url(#moonYard)" d="M-1200 440c400-30 800-30 1200-14s800-10 1200 10v640h-2400z"/>${house(-610, 1)}${house(620, -1)}${bamboo(-380, 470, 0.7)}${areca(400, 470, 0.9)}<ellipse cx="0" cy="640" rx="560" ry="100" fill="url(#feastGlow)" fill-opacity=".35"/>${garlandOf(30, ["#f0a13c", "#d5301e", "#ffd447", "#56b4e9"])}`;

const ancestors = `<rect x="-1200" y="-300" width="2400" height="800" fill="#bfe3f3"/>${cloud(-460, 60, 0.9, "slow")}${cloud(420, 80, 0.9, "slower")}${hills}<path fill="#6fa84a" d="M-700 560C-420 300-220 190 0 190s420 110 700 370z"/><path fill="#8cc25c" d="M-420 560C-260 340-120 230 0 230s260 110 420 330z"/>
<path fill="#d9c7a0" d="M-60 600l46-330h28l46 330z"/><g stroke="#a8905c" stroke-width="4">${Array.from({ length: 13 }, (_, index) => `<path d="M${-16 - index * 3.4} ${290 + index * 24}h${32 + index * 6.8}"/>`).join("")}</g>
<g transform="translate(0 250) scale(1.3)"><path fill="#7a3420" d="M-70-40H70v44H-70z"/><g fill="#b8452c"><path d="M-64-40h12v44h-12zM-28-40h12v44h-12zM16-40h12v44H16zM52-40h12v44H52z"/></g><path fill="#f0c04a" d="M-10-34h20v38h-20z"/><path fill="#c95a34" d="M-116-46c20 0 32-14 44-32H72c12 18 24 32 44 32-4 10-10 14-20 16H-96c-10-2-16-6-20-16z"/><path stroke="#f0c04a" stroke-width="4" stroke-linecap="round" d="M-72-78h144"/></g>
<path fill="#7fb94a" d="M-1200 540c400-30 800-30 1200-10s800-10 1200 6v540h-2400z"/>${areca(-560, 560, 1)}${areca(580, 560, 1)}${bamboo(-760, 560, 0.9)}${[-380, -250, 250, 380].map((x, index) => `<g transform="translate(${x} 560)"><path stroke="#8a5a2b" stroke-width="7" stroke-linecap="round" d="M0 0v-170"/><g class="sway"><path fill="${["#d5301e", "#ffd447", "#0072b2", "#009e73"][index]}" d="M3-168h70l-14 14 14 14-14 14 14 14H3z"/><path fill="#fff" fill-opacity=".6" d="M14-156h34v30H14z"/></g></g>`).join("")}`;

const christmas = `<path fill="url(#nightWall)" d="M-1200-300h2400v800h-2400z"/><g fill="#fff" fill-opacity=".16">${Array.from({ length: 50 }, (_, index) => `<circle cx="${-1160 + ((index * 311) % 2320)}" cy="${-260 + ((index * 149) % 740)}" r="8"/>`).join("")}</g>${boards}<g transform="translate(0 250)"><path fill="#16235a" d="M-170-110h340v230h-340z"/><g fill="#fff6d8"><circle cx="-110" cy="-60" r="4"/><circle cx="-40" cy="-84" r="3"/><circle cx="60" cy="-70" r="5"/><circle cx="120" cy="-20" r="3"/><circle cx="-130" cy="10" r="3"/></g><circle cx="100" cy="-64" r="22" fill="#fff3c4"/><path fill="#2f4a6b" d="M-170 90c60-40 140-40 200-10 50-20 100-16 140 6v34h-340z"/><g fill="none" stroke="#fffdf6" stroke-width="14"><path d="M-177-117h354v244h-354zM0-117v244M-177 0h354"/></g></g>
<path fill="#8a5a35" d="M-720 500v-60h60v60z"/><g class="sway slow"><path fill="#1f6b3a" d="M-690 120l90 130h-44l70 110h-50l76 100h-284l76-100h-50l70-110h-44z"/><path fill="#3c9a52" d="M-690 120l40 60-50 60h-50zM-720 260l80 20-110 80h-40zM-740 370l120 10-150 80h-40z"/><g fill="#ffd447"><circle cx="-680" cy="236" r="10"/><circle cx="-730" cy="330" r="11"/><circle cx="-610" cy="420" r="12"/></g><g fill="#d5301e"><circle cx="-640" cy="320" r="11"/><circle cx="-760" cy="430" r="12"/><circle cx="-690" cy="400" r="11"/></g><path fill="#ffd447" d="M-690 84l10 22 24 3-18 17 5 24-21-12-21 12 5-24-18-17 24-3z"/></g>
<g transform="translate(680 500)"><path fill="#b9814a" d="M-120-210h240V10h-240z"/><path fill="#3a2414" d="M-80-150H80V10H-80z"/><path class="bob" fill="#f58a2c" d="M-40 4c-20-30 0-50 8-76 12 16 18 24 20 36 10-16 12-36 12-52 24 24 44 60 20 92z"/><path class="bob slow" fill="#ffd447" d="M-20 4c-8-20 4-30 10-44 10 12 24 26 14 44z"/><path fill="#8f5d30" d="M-140-230h280v26h-280z"/></g>${garlandOf(20, ["#d5301e", "#3c9a52", "#ffd447", "#fffdf6"])}`;

const paintings: Readonly<Record<Festival, string>> = { tet, midautumn, ancestors, christmas };
export const paintFestival = (festival: Festival): string =>
  paintLandscape([paintings[festival]], definitions);
