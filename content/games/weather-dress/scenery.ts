// Owns the painted village: one picture that shows every weather, by what atmosphere.ts writes on the page's body.
import {
  areca,
  bamboo,
  cloud,
  fields,
  flower,
  gradient,
  hills,
  paintLandscape,
  tuft,
} from "../../sdk/landscape.ts";

const rainbow = `<g class="w w-rainbow" fill="none" stroke-width="20">${["#e8514a", "#f59a45", "#ffd447", "#6fbf5a", "#4fa8e0", "#5a6fc8", "#9a62c0"].map((colour, index) => `<path d="M${-640 + index * 20} 400A${560 - index * 20} ${470 - index * 20} 0 0 1 ${480 - index * 20} 400" stroke="${colour}" stroke-opacity=".72"/>`).join("")}</g>`;
const sun = `<g class="w w-sun"><circle cx="-70" cy="176" r="230" fill="url(#glow)"/><g transform="translate(-70 176)"><g class="sunbeams" stroke="#ffd966" stroke-width="11" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => `<path d="M0-74v-26" transform="rotate(${index * 30})"/>`).join("")}</g><circle r="58" fill="#ffd447"/><circle r="58" fill="#ffe78a" cx="-8" cy="-8" fill-opacity=".55"/><g fill="#b5651d"><circle cx="-18" cy="-6" r="5"/><circle cx="18" cy="-6" r="5"/></g><path d="M-16 12q16 16 32 0" stroke="#b5651d" stroke-width="5" stroke-linecap="round"/><g fill="#ff9e6b" fill-opacity=".7"><circle cx="-32" cy="8" r="8"/><circle cx="32" cy="8" r="8"/></g></g></g>`;
const darkCloud = (x: number, y: number, size: number, name: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="drift ${name}"><path fill="#7e8ca3" d="M-120 40c-44 0-50-56-8-62 2-44 66-58 86-20 24-40 90-28 92 18 40-10 72 18 60 46-6 14-20 18-34 18z"/><path fill="#9cabc0" d="M-128-20c2-44 66-58 86-20 24-40 90-28 92 18-20-12-44-10-56 6-18-20-50-18-62 2-18-14-44-16-60-6z"/><path fill="#67748c" d="M-150 16c6 16 16 24 30 24H76c20 0 32-8 36-24-30 12-60 4-86-4-40 16-90 12-116-2-20 12-40 14-60 6z"/></g></g>`;
const greyClouds = `<g class="w w-cloud">${[-900, -640, -400, -150, 90, 340, 590, 860].map((x, index) => darkCloud(x, 66 + (index % 3) * 26, 1.1 + (index % 2) * 0.2, index % 2 ? "slower" : "slow")).join("")}</g>`;
const fairClouds = `<g class="w w-fair">${cloud(-560, 110, 0.8, "slow")}${cloud(120, 90, 1, "slower")}${cloud(460, 150, 0.7, "slow")}${cloud(900, 70, 1, "slower")}</g>`;

const shirt = (x: number, colour: string) =>
  `<g transform="translate(${x} 0)"><g class="hang"><path fill="${colour}" d="M-30 0h60l16 24-14 10-8-8v48h-48V26l-8 8-14-10z"/><path fill="#fff" fill-opacity=".28" d="M-30 0h24v74h-18V26l-8 8-14-10z"/></g><path d="M-20-6v12M20-6v12" stroke="#a87b45" stroke-width="5" stroke-linecap="round"/></g>`;
const clothesline = `<g transform="translate(330 330)"><path d="M-190-40V100M190-40V100" stroke="#8a6242" stroke-width="12" stroke-linecap="round"/><path d="M-190-34Q0-8 190-34" stroke="#fff" stroke-width="4"/><g transform="translate(0 -18)">${shirt(-110, "#f07a5a")}${shirt(0, "#5aa9e0")}</g><g transform="translate(100 -20)"><g class="hang"><path fill="#ffd447" d="M-24 0h48l6 84H6L0 34l-6 50h-24z"/></g></g></g>`;
const hut = `<g transform="translate(-520 400)"><ellipse cx="0" cy="6" rx="230" ry="18" fill="url(#shade)"/><path fill="url(#wall)" d="M-150-104h300V2h-300z"/><path fill="#e9cf96" d="M-150-18h300V2h-300z"/><path fill="#8a5a3b" d="M-34-80h68V2h-68z"/><path fill="#a8734c" d="M-30-76h28V2h-28zM2-76h28V2H2z"/><g fill="#ffe9a8" stroke="#8a5a3b" stroke-width="6"><path d="M-118-72h52v42h-52zM66-72h52v42H66z"/></g><path fill="url(#roof)" d="M-200-92c32-14 46-56 64-94h272c18 38 32 80 64 94z"/><g stroke="#a8401f" stroke-opacity=".45" stroke-width="4"><path d="M-120-180l-44 88M-80-180l-28 88M-40-180l-12 88M0-180v88M40-180l12 88M80-180l28 88M120-180l44 88"/></g><path fill="#b5482a" d="M-146-190c10-14 18-14 24-2h244c6-12 14-12 24 2v12h-292z"/></g>`;
const banana = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#a9b85a" d="M-12 0c2-60-2-110 4-160h18c4 50 2 100 6 160z"/><g class="sway"><path fill="#4f9d45" d="M0-150c-60-10-110 10-130 60 50-10 100-20 130-60zM0-150c60-10 110 10 130 60-50-10-100-20-130-60z"/><path fill="#63b353" d="M0-150c-40-50-90-60-120-36 40 14 80 30 120 36zM0-150c40-50 90-60 120-36-40 14-80 30-120 36z"/><path fill="#7cc963" d="M0-150c-16-40-14-90 6-120 18 34 20 80-6 120z"/><path d="M0-150q-70 0-120 50M0-150q70 0 120 50M0-150q-60-30-110-32M0-150q60-30 110-32" stroke="#dcefb0" stroke-opacity=".8" stroke-width="3"/></g></g>`;
const puddle = (x: number, y: number, rx: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * 0.2}" fill="#6fb8d8"/><ellipse cx="${x - rx * 0.1}" cy="${y - rx * 0.03}" rx="${rx * 0.8}" ry="${rx * 0.13}" fill="#a9dcef"/><path class="glint" d="M${x - rx * 0.4} ${y}h${rx * 0.4}" stroke="#fff" stroke-width="4" stroke-linecap="round"/>`;

const ground = `<path fill="url(#grass)" d="M-1200 392c400-14 800-20 1200-10s800 4 1200 10v700h-2400z"/><path fill="url(#earth)" d="M-1200 520c240-70 560-104 1200-104s960 34 1200 104v594h-2400z"/><g stroke="#b3ba7c" stroke-opacity=".5" stroke-width="3"><path d="M-1200 560c500-60 1900-60 2400 0M-1200 640c500-40 1900-40 2400 0M-1200 730c500-20 1900-20 2400 0"/></g>`;
const puddles = `<g class="w w-puddles">${puddle(-300, 660, 120)}${puddle(260, 690, 140)}${puddle(20, 610, 80)}${puddle(560, 600, 90)}${puddle(-640, 620, 100)}</g>`;
const mist = `<g class="w w-mist"><g class="drift slow"><path fill="#fff" fill-opacity=".6" d="M-1300 340q200-50 420 0t440-6 440 8 440-8 420 6q80 40-20 66H-1260q-110-20-40-66z"/></g><g class="drift slower"><path fill="#eaf3fb" fill-opacity=".6" d="M-1300 250q260-40 500 0t480-4 480 6 500-6q80 36-20 56H-1260q-110-16-40-52z"/></g></g>`;

/** The whole of it; `yard` is the only scenery with weather, `room` a cosy room behind a window. */
const village = `<rect x="-1200" y="-300" width="2400" height="800" fill="url(#day)"/><rect class="w w-grey" x="-1200" y="-300" width="2400" height="800" fill="url(#overcast)"/><rect class="w w-pale" x="-1200" y="-300" width="2400" height="800" fill="url(#frost)"/>
${sun}${rainbow}${hills}${fairClouds}${greyClouds}${mist}${fields}${bamboo(-830, 430, 1.1)}${areca(-300, 396, 0.95)}${banana(680, 430, 1.1)}${bamboo(900, 440, 1.1)}${ground}${hut}${clothesline}${areca(560, 410, 1.05)}${puddles}
${tuft(-940, 790, 1.6)}${tuft(930, 790, 1.6)}${tuft(-270, 426, 0.7)}${tuft(500, 440, 0.7)}${flower(-240, 430, "#ff8fb8")}${flower(-690, 440, "#fff6dd")}${flower(610, 446, "#ff8fb8")}${flower(150, 424, "#ffb35c", 0.9)}
<rect class="w w-dim" x="-1200" y="-300" width="2400" height="1368" fill="#2c3c5e"/><rect class="w w-chill" x="-1200" y="-300" width="2400" height="1368" fill="#9cc3ea"/><rect class="w w-warm" x="-1200" y="-300" width="2400" height="1368" fill="#ffb238"/>`;

const stripes = Array.from(
  { length: 13 },
  (_, index) => `<path fill="#fff" fill-opacity=".2" d="M${-1200 + index * 190} -300h80v900h-80z"/>`,
).join("");
const room = `<rect x="-1200" y="-300" width="2400" height="900" fill="#f6d9c6"/>${stripes}<path fill="#fff6ea" d="M-1200 486h2400v20h-2400z"/><path fill="#e5bd94" d="M-1200 504h2400v30h-2400z"/><path fill="#c98e5c" d="M-1200 530h2400v540h-2400z"/><g stroke="#a8703f" stroke-opacity=".4" stroke-width="4"><path d="M-1200 580h2400M-1200 640h2400M-1200 712h2400M-400 534l-160 300M0 534v300M400 534l160 300M-800 534l-320 300M800 534l320 300"/></g><ellipse cx="0" cy="690" rx="620" ry="110" fill="#8fb8d8"/><ellipse cx="0" cy="690" rx="560" ry="92" stroke="#fff" stroke-opacity=".8" stroke-width="7" stroke-dasharray="18 16"/>
<g transform="translate(-430 500)"><path fill="#a8734c" d="M-90-40H90v22H-90zM-80-20h16v60h-16zM64-20h16v60H64z"/><path fill="#e0584f" d="M-60-84h40v44h-40z"/><g class="sway"><path fill="#4c9a3d" d="M-40-80c-26-10-30-36-24-54 16 8 24 26 24 54zM-40-80c26-10 30-36 24-54-16 8-24 26-24 54zM-40-80c-10-22-8-46 0-62 8 16 10 40 0 62z"/></g><path fill="#56b4e9" d="M10-56h60v16H10zM16-72h48v16H16z"/></g>
<g transform="translate(450 500)"><path fill="#7c5433" d="M-4-220h8V40h-8z"/><path fill="#7c5433" d="M-50 40H50v10H-50z"/><path d="M-40-190q40-30 80 0" stroke="#7c5433" stroke-width="9" stroke-linecap="round"/><g class="sway slow"><path fill="#ffd23d" d="M-62-186h44l8 110h-60z"/></g><g class="sway"><path fill="#d8446a" d="M26-190h28l8 96q-22 18-44 0z"/></g></g>`;

export const paintScenery = (name: string): string =>
  paintLandscape(
    [name === "room" ? room : village],
    gradient("day", [0, "#4aaeea"], [0.5, "#8fd3f6"], [0.85, "#fdf3d6"], [1, "#fdf1cf"]) +
      gradient("overcast", [0, "#8794a8"], [0.6, "#b4bfcb"], [1, "#d3d9de"]) +
      gradient("frost", [0, "#a9c6e2"], [0.6, "#d5e4f1"], [1, "#eef4f8"]),
  );
