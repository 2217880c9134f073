// Owns the place the poems are read in: a veranda at nightfall with a banyan branch, fireflies and a lamp.
import { areca, gradient, paintLandscape } from "../../sdk/landscape.ts";
import { createRandom } from "../../sdk/random.ts";

const colours = [
  gradient("dusk", [0, "#2b3f86"], [0.45, "#6d64ae"], [0.72, "#e59a9c"], [1, "#ffd9a0"]),
  gradient("dusk-hill", [0, "#5a5a98"], [1, "#7d6aa0"]),
  gradient("dusk-field", [0, "#5f7f74"], [1, "#40655a"]),
  gradient("veranda", [0, "#c98a5c"], [1, "#8a5636"]),
  `<radialGradient id="moonshine"><stop offset="0" stop-color="#fff6cf" stop-opacity=".9"/><stop offset=".35" stop-color="#fff1b8" stop-opacity=".35"/><stop offset="1" stop-color="#fff1b8" stop-opacity="0"/></radialGradient>`,
  `<radialGradient id="lamp"><stop offset="0" stop-color="#ffe7a0" stop-opacity=".75"/><stop offset="1" stop-color="#ffe7a0" stop-opacity="0"/></radialGradient>`,
].join("");

const strewn = (amount: number, seed: number, top: number, bottom: number) => {
  const random = createRandom(seed);
  return Array.from(
    { length: amount },
    () => [random.integer(-1150, 1150), random.integer(top, bottom)] as const,
  );
};
const stars = strewn(70, 11, -260, 240)
  .map(
    ([x, y], index) =>
      `<circle cx="${x}" cy="${y}" r="${2 + (index % 3)}" fill="#fff6d8" fill-opacity="${0.5 + (index % 4) * 0.15}"/>`,
  )
  .join("");
const fireflies = strewn(18, 5, 330, 560)
  .map(
    ([x, y], index) =>
      `<g transform="translate(${x} ${y})"><g class="glint ${index % 2 ? "late" : ""}"><circle r="14" fill="#fff3a0" fill-opacity=".3"/><circle r="5" fill="#fffbd0"/></g></g>`,
  )
  .join("");

const paperLantern = (x: number, y: number, colour: string) =>
  `<g transform="translate(${x} ${y})"><circle r="120" fill="url(#lamp)"/><g class="bob slow"><path d="M0-90v46" stroke="#4a2f22" stroke-width="4"/><path fill="${colour}" d="M-24-44h48c20 10 28 24 28 40s-8 30-28 42h-48c-20-12-28-26-28-42s8-30 28-40z"/><path fill="#fff" fill-opacity=".3" d="M-34-26c8-8 12-12 18-14-8 12-12 24-12 38-8-6-10-14-6-24z"/><path fill="#5c3320" d="M-26-52h52v10h-52zM-26 38h52v10h-52z"/><path d="M-10 48v22M0 48v30M10 48v22" stroke="#e8372c" stroke-width="4" stroke-linecap="round"/></g></g>`;

const branch = `<g><path fill="#4d3626" d="M-1200 20c240 40 420 30 640 74-220-8-420 10-640 4zM1200-10c-220 60-420 60-620 96 220 6 420 6 620 0z"/><g fill="#3f7a56">${[
  -1080, -980, -880, -790, -700, -620, 660, 740, 830, 930, 1030, 1120,
]
  .map((x, index) => `<ellipse cx="${x}" cy="${26 + (index % 3) * 26}" rx="72" ry="46"/>`)
  .join("")}</g><g fill="#5a9a68">${[-1050, -930, -830, -660, 700, 800, 900, 1090]
  .map((x, index) => `<ellipse cx="${x}" cy="${4 + (index % 2) * 26}" rx="54" ry="32"/>`)
  .join("")}</g></g>`;

export const paintVeranda = (): string =>
  paintLandscape(
    [
      `<rect x="-1200" y="-300" width="2400" height="900" fill="url(#dusk)"/>`,
      stars,
      `<circle cx="400" cy="110" r="190" fill="url(#moonshine)"/><circle cx="400" cy="110" r="54" fill="#fff3c4"/><g fill="#f2dd9a"><circle cx="384" cy="96" r="11"/><circle cx="420" cy="124" r="8"/><circle cx="412" cy="90" r="5"/></g>`,
      `<path fill="url(#dusk-hill)" d="M-1200 440v-60c120-70 220-80 330-20 70-90 190-100 280-10 90-80 200-80 300 10 80-90 210-90 300 0 90-80 210-80 300 10 90-70 210-60 290 0 110-50 240-40 400 30v80z"/>`,
      `<path fill="url(#dusk-field)" d="M-1200 428c400-34 800-30 1200-8s800 10 1200-8v260h-2400z"/>`,
      areca(-880, 470, 1),
      areca(900, 470, 0.95),
      fireflies,
      branch,
      paperLantern(-430, 190, "#f2665a"),
      paperLantern(-700, 230, "#ffb347"),
      paperLantern(690, 220, "#62b3e8"),
      `<path fill="url(#veranda)" d="M-1200 600h2400v480h-2400z"/><path fill="#6f4228" d="M-1200 600h2400v12h-2400z"/><g stroke="#6f4228" stroke-opacity=".5" stroke-width="4"><path d="M-1200 664h2400M-1200 744h2400M-800 612v52M-400 612v52M0 612v52M400 612v52M800 612v52M-600 664v80M-200 664v80M200 664v80M600 664v80"/></g>`,
    ],
    colours,
  );
