// Owns the toy theatre in which the shapes come on stage: curtains, a painted backdrop, lights at the edge of the stage.
import { gradient, paintLandscape } from "../../sdk/landscape.ts";

const definitions = `${gradient("night", [0, "#2c4a86"], [0.45, "#5f86c4"], [0.62, "#f7c98f"], [0.7, "#fbe3b4"])}${gradient("floor", [0, "#e0a866"], [0.3, "#c98847"], [1, "#8f5729"])}${gradient("velvet", [0, "#d8434a"], [1, "#9c2233"])}
<radialGradient id="beam"><stop offset="0" stop-color="#fff6cf" stop-opacity=".75"/><stop offset="1" stop-color="#fff6cf" stop-opacity="0"/></radialGradient>`;

const star = (x: number, y: number, size: number, late = "") =>
  `<g transform="translate(${x} ${y})"><path class="glint ${late}" transform="scale(${size})" fill="#ffe28a" d="M0-12l3.500 8 8.500.8-6.400 5.700 1.900 8.500L0 6.500-7.500 11l1.900-8.500-6.400-5.700 8.500-.8z"/></g>`;

/** Hills cut out of card, as children make them. */
const backdrop = `<rect x="-1200" y="-300" width="2400" height="840" fill="url(#night)"/>
${star(-330, 210, 1.4)}${star(-210, 160, 0.9, "late")}${star(250, 180, 1.2, "late")}${star(360, 260, 0.8)}${star(-400, 320, 0.8)}${star(160, 260, 0.7)}
<g transform="translate(330 196)"><g class="bob slow"><path stroke="#fff" stroke-opacity=".5" stroke-width="3" d="M-8-400V-50"/><path fill="#ffe28a" d="M14-56a58 58 0 1 0 40 92A50 50 0 0 1 14-56z"/></g></g>
<g transform="translate(-300 240)"><g class="bob"><path stroke="#fff" stroke-opacity=".5" stroke-width="3" d="M0-440V-30"/><path fill="#fff" d="M-70 20c-28 0-30-36-4-38 2-28 42-32 54-12 14-24 56-18 56 12 24-6 42 14 34 28-4 8-10 10-20 10z"/><path fill="#d5e3f3" d="M-88 6c4 10 8 14 18 14H50c12 0 18-4 22-14-40 12-110 12-160 0z"/></g></g>
<path fill="#7f9fd0" d="M-1200 480V380c120-60 220-50 300 10 60-120 130-160 200-160 90 0 130 80 180 150 70-90 130-120 200-110 90 10 130 70 170 120 60-110 130-160 210-160 90 0 140 80 190 150 90-60 200-60 310-10v120z"/>
<path fill="#5da57c" d="M-1200 500v-70c160-50 320-40 440 10 100-80 230-100 360-30 120-60 270-60 400 10 130-80 260-70 380 10 120-50 240-50 420-10v100z"/>
<path fill="#4a8f68" d="M-1200 520v-50c300-40 620-30 1000-4s760 14 1400-6v70z"/>`;

const boards = `<path fill="#6f4120" d="M-1200 488h2400v20h-2400z"/><path fill="url(#floor)" d="M-1200 502h2400v600h-2400z"/><g stroke="#8a5426" stroke-opacity=".5" stroke-width="4">${[-9, -7, -5, -3, -1, 1, 3, 5, 7, 9].map((lane) => `<path d="M${lane * 62} 502L${lane * 118} 1068"/>`).join("")}<path d="M-1200 580h2400M-1200 690h2400"/></g><ellipse cx="0" cy="610" rx="520" ry="110" fill="url(#beam)"/>`;

const curtain = (side: 1 | -1) =>
  `<g transform="scale(${side} 1)"><g class="sway slow"><path fill="url(#velvet)" d="M430-300h800V620h-700c-10-120-130-170-120-330 6-120 60-260 20-590z"/><g fill="#6f1526" fill-opacity=".4"><path d="M500-300c30 300-30 420-20 560 8 130 70 190 90 350h34c-20-190-80-260-84-380-6-160 40-260 20-530zM640-300c20 300-10 420 0 560 8 130 40 200 50 350h40c-14-190-44-260-44-380 0-160 20-260 0-530zM800-300h50V610h-50z"/></g><g fill="#ff8a80" fill-opacity=".25"><path d="M456-300c36 300-34 440-20 580 2 30 8 56 20 80-10-150 60-330 30-660zM590-300c20 300-14 420-4 560 6 110 30 180 44 350h16c-14-190-30-260-34-360-4-170 20-270 10-550z"/></g><path fill="#f6b92b" d="M402 268c40 30 110 40 240 20l4 34c-140 22-210 6-252-30z"/><circle cx="408" cy="282" r="16" fill="#ffe07a"/></g></g>`;

const valance = `<path fill="#9c2233" d="M-1200-300h2400V70${Array.from({ length: 10 }, (_, index) => `Q${1080 - index * 240} 150 ${960 - index * 240} 70`).join("")}z"/><path fill="#d8434a" d="M-1200-300h2400V52${Array.from({ length: 10 }, (_, index) => `Q${1080 - index * 240} 132 ${960 - index * 240} 52`).join("")}z"/><path stroke="#f6b92b" stroke-width="9" d="M1200 54${Array.from({ length: 10 }, (_, index) => `Q${1080 - index * 240} 134 ${960 - index * 240} 54`).join("")}"/><g fill="#ffe07a">${Array.from({ length: 9 }, (_, index) => `<circle cx="${-960 + index * 240}" cy="60" r="13"/>`).join("")}</g>`;

export const theatre = (): string =>
  paintLandscape([backdrop, boards, curtain(1), curtain(-1), valance], definitions);
