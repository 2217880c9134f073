// Owns the two sceneries: the science corner of a kindergarten, and the well in the yard where the tub stands.
import {
  areca,
  bamboo,
  fields,
  flower,
  gradient,
  hills,
  paintLandscape,
  sky,
  tuft,
} from "../../sdk/landscape.ts";

const planks = Array.from(
  { length: 9 },
  (_, row) =>
    `<path d="M-1200 ${520 + row * 44 + row * row * 3}h2400" stroke="#a86f3c" stroke-opacity=".35" stroke-width="3"/>`,
).join("");
const seams = Array.from(
  { length: 13 },
  (_, index) =>
    `<path d="M${(index - 6) * 150} 490L${(index - 6) * 250} 1068" stroke="#a86f3c" stroke-opacity=".28" stroke-width="3"/>`,
).join("");

const jar = (x: number, y: number, fill: string, inside: string) =>
  `<g transform="translate(${x} ${y})"><path fill="#eaf6fb" fill-opacity=".8" d="M-26-66h52v10c8 4 10 10 10 18V-8c0 6-4 8-10 8h-52c-6 0-10-2-10-8v-30c0-8 2-14 10-18z"/><path fill="${fill}" d="M-32-30h64v20c0 6-4 8-8 8h-48c-4 0-8-2-8-8z"/>${inside}<path fill="#c78a4a" d="M-30-80h60v16h-60z"/><path d="M-24-48v34" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-opacity=".8"/></g>`;
const pennant = (x: number, y: number, colour: string) =>
  `<path fill="${colour}" d="M${x} ${y}h44l-22 44z"/>`;

const windowFrame = `<g transform="translate(-350 250)"><clipPath id="pane"><rect x="-150" y="-120" width="300" height="240" rx="10"/></clipPath><rect x="-172" y="-142" width="344" height="284" rx="20" fill="#b07a45"/><g clip-path="url(#pane)"><rect x="-150" y="-120" width="300" height="240" fill="#9fd8f4"/><circle cx="-80" cy="-64" r="32" fill="#ffd447"/><path fill="#a9cfe0" d="M-150 40c30-60 70-80 100-40 20-50 80-60 110 0 30-40 60-30 90 0v130h-300z"/><path fill="#8fd06f" d="M-150 70c80-30 220-30 300 0v60h-300z"/><g class="drift slow"><path fill="#fff" fill-opacity=".92" d="M20-70c-14 0-14-20 2-22 2-16 26-18 32-4 12-10 30-2 26 12 12 0 12 14 2 14z"/></g></g><path stroke="#d9a86a" stroke-width="12" d="M0-120v240M-150 0h300"/><rect x="-160" y="-130" width="320" height="260" rx="14" stroke="#d9a86a" stroke-width="14"/><path fill="#c98e54" d="M-190 138h380v22h-380z"/><path fill="#e0584f" fill-opacity=".92" d="M-196-156h110c-4 80-36 150-106 190z"/><path fill="#e0584f" fill-opacity=".92" d="M196-156H86c4 80 36 150 106 190z"/><path fill="#8a5a2b" d="M-214-168h428v16h-428z"/><g transform="translate(96 138)"><path fill="#d9793f" d="M-24 0l6-38h36L24 0z"/><g class="sway"><path fill="#4c9a3d" d="M0-36c-30-10-34-40-28-56 16 8 26 26 28 56zM0-36c30-10 34-40 28-56-16 8-26 26-28 56zM0-36c-12-24-10-50 0-66 10 16 12 42 0 66z"/></g></g></g>`;
const shelf = `<g transform="translate(380 300)"><path fill="#8a5a2b" fill-opacity=".2" d="M-176 12h360v18h-360z"/><path fill="#c98e54" d="M-180-8h360v22h-360z"/><path fill="#a8743f" d="M-180 10h360v8h-360z"/>${jar(-120, -8, "#f2b705", '<g fill="#d98f00"><circle cx="-14" cy="-14" r="6"/><circle cx="4" cy="-20" r="6"/><circle cx="16" cy="-10" r="6"/></g>')}${jar(-30, -8, "#6fb64c", '<g fill="#3f8a47"><circle cx="-14" cy="-12" r="6"/><circle cx="8" cy="-18" r="6"/></g>')}<g transform="translate(66 -8)"><path fill="#4f9fd6" d="M-26-74h18V0h-18z"/><path fill="#e0584f" d="M-6-62h16V0H-6z"/><path fill="#ffd447" d="M12-80h18V0H12z"/></g><g transform="translate(138 -8)"><path fill="#8a5a3b" d="M-22 0c0-14 44-14 44 0z"/><circle cx="0" cy="-42" r="30" fill="#56b4e9"/><path fill="#8fd06f" d="M-20-60c14 2 10 14 20 16s8 14-2 22c-18 0-30-18-18-38zM12-66c12 6 18 16 16 28-8-2-20-14-16-28z"/></g></g>`;

const room = `<rect x="-1200" y="-300" width="2400" height="800" fill="url(#paper)"/>
<g fill="#fff" fill-opacity=".32">${Array.from({ length: 70 }, (_, index) => `<circle cx="${-1140 + (index % 14) * 176 + (Math.floor(index / 14) % 2) * 88}" cy="${-240 + Math.floor(index / 14) * 150}" r="12"/>`).join("")}</g>
<path fill="#e9c690" d="M-1200 430h2400v64h-2400z"/><path fill="#fff3da" d="M-1200 422h2400v12h-2400z"/><path fill="#c79a5f" d="M-1200 482h2400v12h-2400z"/>
<path fill="url(#boards)" d="M-1200 494h2400v600h-2400z"/>${planks}${seams}
<ellipse cx="0" cy="650" rx="620" ry="150" fill="#7a4f2a" fill-opacity=".16"/><ellipse cx="0" cy="644" rx="610" ry="142" fill="#5fae9a"/><ellipse cx="0" cy="644" rx="560" ry="122" stroke="#fdf3dc" stroke-width="7" stroke-dasharray="20 18"/><ellipse cx="0" cy="644" rx="500" ry="104" fill="#74c3ae"/>
${windowFrame}${shelf}
<path d="M-1200 40Q-900 130-620 60T-40 64 560 60 1200 40" stroke="#b07a45" stroke-width="4"/>${[-1060, -960, -860, -760, -560, -460, 470, 570, 780, 880, 980, 1080].map((x, index) => pennant(x, 70 + (index % 3) * 6, ["#e0584f", "#ffd447", "#4f9fd6", "#6fb64c"][index % 4] ?? "#ffd447")).join("")}
<g transform="translate(-800 470)"><path fill="#d9793f" d="M-50 60l14-90h72l14 90z"/><path fill="#b5602c" d="M-56-40H56v22H-56z"/><g class="sway slow"><path fill="#3f8a47" d="M0-36c-70-20-90-90-80-140 44 24 76 70 80 140zM0-36c70-20 90-90 80-140-44 24-76 70-80 140z"/><path fill="#5fae58" d="M0-36c-34-60-30-130 0-180 30 50 34 120 0 180z"/></g></g>
<g transform="translate(820 500)"><path fill="#b98552" d="M-110-180h220V30h-220z"/><path fill="#8f6239" d="M-98-168H98v82H-98zM-98-74H98V18H-98z"/><g fill="#e0584f"><rect x="-80" y="-150" width="40" height="60" rx="4"/></g><g fill="#ffd447"><rect x="-36" y="-140" width="34" height="50" rx="4"/></g><circle cx="44" cy="-118" r="30" fill="#56b4e9"/><path fill="#f2b705" d="M-70 10l30-60 30 60z"/><rect x="16" y="-44" width="56" height="54" rx="8" fill="#6fb64c"/></g>`;

const bricks = Array.from({ length: 7 }, (_, row) => {
  const y = 470 + row * 40 + row * row * 4;
  return `<path d="M-1200 ${y}h2400" stroke="#b5714a" stroke-opacity=".5" stroke-width="4"/>${Array.from({ length: 22 }, (__, column) => `<path d="M${(column - 11) * 120 + (row % 2) * 60} ${y}v${40 + row * 8}" stroke="#b5714a" stroke-opacity=".36" stroke-width="4"/>`).join("")}`;
}).join("");
const waterJar = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cx="0" cy="2" rx="70" ry="12" fill="url(#shade)"/><path fill="#8f5f40" d="M-44 0c-30-34-28-84 4-106h80c32 22 34 72 4 106z"/><path fill="#b07f5c" d="M-30-6c-20-32-18-72 4-92h16c-18 26-20 62-4 92z"/><ellipse cx="0" cy="-106" rx="44" ry="12" fill="#5f3f2a"/><ellipse cx="0" cy="-106" rx="34" ry="8" fill="#8fd3e6"/></g>`;
const well = `<g transform="translate(-560 450)"><ellipse cx="0" cy="10" rx="150" ry="22" fill="url(#shade)"/><path fill="#b9b3a4" d="M-112-70h224V0c0 18-224 18-224 0z"/><g stroke="#8f8a7c" stroke-width="4"><path d="M-112-36c40 14 184 14 224 0M-60-60v30M0-56v30M60-60v30M-90-24v28M-30-20v32M30-20v32M90-24v28"/></g><ellipse cx="0" cy="-70" rx="112" ry="22" fill="#d3cdbd"/><ellipse cx="0" cy="-68" rx="88" ry="15" fill="#3b6f86"/><path d="M-96-76v-170M96-76v-170" stroke="#7c5433" stroke-width="14" stroke-linecap="round"/><path d="M-104-226h208" stroke="#8f6239" stroke-width="16" stroke-linecap="round"/><path d="M0-220v96" stroke="#d9b779" stroke-width="5"/><g class="sway"><path fill="#6f9fb5" d="M-24-126h48l-7 44h-34z"/><path fill="#98c1d3" d="M-24-126h48l-2 10h-44z"/></g></g>`;

const wellYard = `<path fill="url(#grass)" d="M-1200 384c400-14 800-20 1200-10s800 4 1200 10v700h-2400z"/>${bamboo(-880, 430, 1.05)}${areca(470, 402, 1.05)}${areca(560, 396, 0.8)}${bamboo(860, 430, 1.1)}
<path fill="url(#brick)" d="M-1200 470c300-40 700-56 1200-56s900 16 1200 56v600h-2400z"/>${bricks}${well}${waterJar(600, 470, 1.05)}${waterJar(736, 500, 1.3)}
<path d="M640 250Q820 300 1200 240" stroke="#fff" stroke-width="4"/>
${tuft(-470, 430, 0.7)}${tuft(420, 420, 0.7)}${flower(-420, 424, "#ff8fb8")}${flower(386, 420, "#fff6dd")}${tuft(-980, 790, 1.6)}${tuft(980, 790, 1.6)}`;

/** The same corner seen from above the rug: a low wall, and much floor to lay hoops on. */
const rug = `<rect x="-1200" y="-300" width="2400" height="560" fill="url(#paper)"/>
<path fill="#e9c690" d="M-1200 150h2400v64h-2400z"/><path fill="#fff3da" d="M-1200 142h2400v12h-2400z"/><path fill="#c79a5f" d="M-1200 202h2400v12h-2400z"/>
<g transform="translate(0 -280)"><path fill="url(#boards)" d="M-1200 494h2400v900h-2400z"/>${planks}${seams}</g>
<g transform="translate(-560 130) scale(.8)"><path fill="#b98552" d="M-110-150h220V60h-220z"/><path fill="#8f6239" d="M-98-138H98v82H-98zM-98-44H98V48H-98z"/><rect x="-80" y="-120" width="40" height="60" rx="4" fill="#e0584f"/><rect x="-34" y="-110" width="34" height="50" rx="4" fill="#ffd447"/><circle cx="48" cy="-88" r="30" fill="#56b4e9"/><path fill="#f2b705" d="M-70 42l30-60 30 60z"/><rect x="16" y="-12" width="56" height="54" rx="8" fill="#6fb64c"/></g>
<g transform="translate(560 196) scale(.8)"><path fill="#d9793f" d="M-50 60l14-90h72l14 90z"/><path fill="#b5602c" d="M-56-40H56v22H-56z"/><g class="sway slow"><path fill="#3f8a47" d="M0-36c-70-20-90-90-80-140 44 24 76 70 80 140zM0-36c70-20 90-90 80-140-44 24-76 70-80 140z"/><path fill="#5fae58" d="M0-36c-34-60-30-130 0-180 30 50 34 120 0 180z"/></g></g>
<path d="M-1200 20Q-900 90 -620 40T-40 44 560 40 1200 20" stroke="#b07a45" stroke-width="4"/>${[-900, -800, -440, -340, -240, 240, 340, 440, 800, 900].map((x, index) => pennant(x, 46 + (index % 3) * 6, ["#e0584f", "#ffd447", "#4f9fd6", "#6fb64c"][index % 4] ?? "#ffd447")).join("")}
<ellipse cx="0" cy="476" rx="690" ry="300" fill="#7a4f2a" fill-opacity=".16"/><ellipse cx="0" cy="464" rx="680" ry="290" fill="#5fae9a"/><ellipse cx="0" cy="464" rx="636" ry="262" stroke="#fdf3dc" stroke-width="7" stroke-dasharray="20 18"/><ellipse cx="0" cy="464" rx="586" ry="236" fill="#74c3ae"/>
<g fill="#8fd3c1">${Array.from({ length: 14 }, (_, index) => `<circle cx="${Math.round(Math.cos(index * 0.449) * 500)}" cy="${Math.round(464 + Math.sin(index * 0.449) * 196)}" r="16"/>`).join("")}</g>`;

export const paintScenery = (name: string): string =>
  name === "well"
    ? paintLandscape(
        [sky, hills, fields, wellYard],
        gradient("brick", [0, "#e6b08a"], [0.5, "#d99a70"], [1, "#c07f56"]),
      )
    : paintLandscape(
        [name === "rug" ? rug : room],
        gradient("paper", [0, "#fbe3b4"], [0.6, "#fdf0d2"], [1, "#f8dfae"]) +
          gradient("boards", [0, "#dba569"], [1, "#c08347"]),
      );
