// Owns the two sceneries: the vegetable garden behind the house, and a windowsill with room for pots.
import {
  areca,
  bamboo,
  cloud,
  fields,
  flower,
  gradient,
  hills,
  house,
  paintLandscape,
  tuft,
} from "../../sdk/landscape.ts";

const picket = Array.from({ length: 36 }, (_, index) => {
  const x = -1240 + index * 70;
  return `<path fill="#e8cf9c" d="M${x} 420v-62l14-16 14 16v62z"/><path fill="#c9a566" d="M${x + 19} 420v-71l9 10v61z"/>`;
}).join("");
const trellis = (x: number) =>
  `<g transform="translate(${x} 430)"><path d="M-80 0V-210M80 0V-210M-92-200H92M-84-130H84M-82-60H82" stroke="#b98b52" stroke-width="10" stroke-linecap="round"/><path d="M-40 0C-50-60-20-110-44-200M40 0c10-60-20-110 6-200M0 0c-8-70 10-130-2-196" stroke="#4c9a3d" stroke-width="7" stroke-linecap="round"/><g class="sway"><g fill="#5fb04a">${Array.from({ length: 16 }, (_, index) => `<path transform="translate(${-62 + (index % 4) * 42} ${-184 + Math.floor(index / 4) * 46}) rotate(${((index * 53) % 80) - 40})" d="M0 0c-20-6-30 8-30 20 16 2 28-6 30-20z"/>`).join("")}</g><g fill="#8fd86a"><path d="M-30-150c8 4 10 34 2 46-8-8-10-34-2-46zM26-110c8 4 10 34 2 46-8-8-10-34-2-46z"/></g><g fill="#c58be0"><circle cx="-50" cy="-90" r="9"/><circle cx="54" cy="-160" r="9"/><circle cx="6" cy="-60" r="8"/></g></g></g>`;
const furrow = (y: number, depth: number) =>
  `<path fill="#8a5a30" d="M-1200 ${y}q100-${depth} 200 0t200 0 200 0 200 0 200 0 200 0 200 0 200 0 200 0 200 0 200 0 200 0v${depth}h-2400z"/>`;
const sun = `<g class="garden-sun"><circle cx="-330" cy="120" r="210" fill="url(#glow)"/><g transform="translate(-330 120)"><g class="sunbeams" stroke="#ffd966" stroke-width="10" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => `<path d="M0-66v-22" transform="rotate(${index * 30})"/>`).join("")}</g><circle r="52" fill="#ffd447"/><circle r="52" fill="#ffe78a" cx="-7" cy="-7" fill-opacity=".55"/></g></g>`;
const scarecrow = `<g transform="translate(-640 430)"><path d="M0 0V-190M-76-130H76" stroke="#8a6242" stroke-width="11" stroke-linecap="round"/><g class="sway slow"><path fill="#5aa9e0" d="M-70-150c40 10 100 10 140 0l4 30-36 8-2 72h-72l-2-72-36-8z"/><path fill="#e0584f" d="M-30-64h20v20h-20z"/><circle cx="0" cy="-182" r="32" fill="#f3dcae"/><circle cx="-11" cy="-186" r="4" fill="#3a2a22"/><circle cx="11" cy="-186" r="4" fill="#3a2a22"/><path d="M-12-170q12 10 24 0" stroke="#a8512f" stroke-width="4" stroke-linecap="round"/><path fill="#e9c878" d="M0-246l-66 52c22 14 110 14 132 0z"/><path fill="#f6e2a6" d="M0-246l-50 46c10 3 28 6 46 7z"/></g></g>`;

const garden = `<rect x="-1200" y="-300" width="2400" height="800" fill="url(#sky)"/>${sun}${cloud(-640, 70, 0.9, "slow")}${cloud(120, 76, 1.05, "slower")}${cloud(500, 140, 0.75, "slow")}${cloud(880, 50, 1, "slower")}${hills}${fields}${areca(520, 396, 1)}${bamboo(-900, 420, 1.05)}${bamboo(880, 420, 1.05)}<g transform="translate(40 4) scale(.86)">${house}</g><path fill="url(#grass)" d="M-1200 396c400-14 800-20 1200-10s800 4 1200 10v700h-2400z"/>${picket}<path d="M-1240 376h2500M-1240 402h2500" stroke="#d9b877" stroke-width="9"/>${trellis(330)}${trellis(-250)}${scarecrow}
<path fill="url(#tilled)" d="M-1200 470c300-34 2100-34 2400 0v56h-2400z"/>${furrow(486, 12)}
<path fill="url(#path)" d="M-1200 528c300-30 2100-30 2400 0v600h-2400z"/><path fill="#8fc75a" d="M-1200 520q60-22 120 0t120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0v26q-60-16-120 0t-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0-120 0z"/>
<g fill="#b08a4f" fill-opacity=".4">${Array.from({ length: 60 }, (_, index) => `<circle cx="${-1160 + ((index * 197) % 2320)}" cy="${560 + ((index * 71) % 220)}" r="${3 + (index % 4)}"/>`).join("")}</g>
${tuft(-1000, 520, 1.2)}${tuft(1000, 520, 1.2)}${tuft(-480, 500, 0.7)}${tuft(470, 500, 0.7)}${flower(-430, 476, "#ff8fb8")}${flower(440, 476, "#fff6dd")}${flower(-540, 480, "#ffb35c")}${flower(560, 482, "#ff8fb8")}`;

const sill = `<rect x="-1200" y="-300" width="2400" height="1000" fill="#e6f1e0"/><g fill="#fff" fill-opacity=".5">${Array.from({ length: 60 }, (_, index) => `<circle cx="${-1140 + (index % 12) * 200 + (Math.floor(index / 12) % 2) * 100}" cy="${-220 + Math.floor(index / 12) * 170}" r="12"/>`).join("")}</g>
<g transform="translate(0 250)"><clipPath id="outside"><rect x="-480" y="-220" width="960" height="360" rx="10"/></clipPath><rect x="-506" y="-246" width="1012" height="412" rx="22" fill="#b07a45"/><g clip-path="url(#outside)"><rect x="-480" y="-220" width="960" height="360" fill="#9fd8f4"/><g class="garden-sun"><circle cx="-300" cy="-110" r="130" fill="url(#glow)"/><circle cx="-300" cy="-110" r="44" fill="#ffd447"/></g><g class="drift slow"><path fill="#fff" fill-opacity=".92" d="M120-120c-26 0-28-36-4-38 4-30 48-34 60-8 22-18 56-4 48 22 22 0 22 24 4 24z"/></g><path fill="#a9cfe0" d="M-480 40c60-100 140-120 200-40 40-90 140-110 200 0 60-70 130-60 180 10 50-90 140-100 200 0 50-50 120-40 180 10v140h-960z"/><path fill="#8fd06f" d="M-480 80c200-40 760-40 960 0v80h-960z"/></g><path stroke="#d9a86a" stroke-width="14" d="M-160-220v360M160-220v360"/><rect x="-492" y="-232" width="984" height="384" rx="14" stroke="#d9a86a" stroke-width="18"/></g>
<path fill="#f0c98c" d="M-1200 400h2400v30h-2400z"/><path fill="#d9a86a" d="M-1200 428h2400v150h-2400z"/><path fill="#b98552" d="M-1200 560h2400v24h-2400z"/><path fill="#cfe3c4" d="M-1200 584h2400v500h-2400z"/><g stroke="#b9d3ac" stroke-width="5"><path d="M-1000 584v500M-600 584v500M-200 584v500M200 584v500M600 584v500M1000 584v500"/></g>
<g transform="translate(-760 400)"><path fill="#d9793f" d="M-40 0l8-56h64l8 56z"/><g class="sway"><path fill="#4c9a3d" d="M0-54c-46-16-56-60-46-94 28 18 44 52 46 94zM0-54c46-16 56-60 46-94-28 18-44 52-46 94zM0-54c-18-40-14-80 0-110 16 30 18 70 0 110z"/></g></g><g transform="translate(760 400)"><path fill="#4f9fd6" d="M-40 0l6-60h68l6 60z"/><path d="M-20-60c-4-30 40-30 36 0" stroke="#2f77ad" stroke-width="8"/><path fill="#4f9fd6" d="M-36-44l-40-34-6 8 42 56z"/></g>`;

export const paintScenery = (name: string): string =>
  paintLandscape(
    [name === "sill" ? sill : garden],
    gradient("tilled", [0, "#a8733f"], [1, "#8a5a30"]) +
      gradient("path", [0, "#ecd9a6"], [0.5, "#e3c98d"], [1, "#cfae6c"]),
  );
