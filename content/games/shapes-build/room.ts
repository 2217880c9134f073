// Owns the place the game plays in: a sunny workshop for toys, and a yard with a slope.
import { bamboo, fields, flower, gradient, hills, paintLandscape, sky, tuft } from "../../sdk/landscape.ts";
import { block } from "./drawShapes.ts";

const definitions = `${gradient("plaster", [0, "#fff4da"], [1, "#ffe3b5"])}${gradient("board", [0, "#d99a5b"], [0.2, "#c98847"], [1, "#9c6231"])}${gradient("shelf", [0, "#c98d52"], [1, "#9a6636"])}
<clipPath id="pane"><rect x="-690" y="96" width="290" height="250" rx="16"/></clipPath>`;

const stripes = `<g fill="#ffd99a" fill-opacity=".4">${Array.from({ length: 20 }, (_, index) => `<path d="M${-1180 + index * 120}-300h50V480h-50z"/>`).join("")}</g>`;

/** A garland of shapes across the wall; it sways in the air from the window. */
const garland = `<g class="sway slow"><path d="M-1200 -40Q-900 120-560 10T0 16T560 10T1200-40" stroke="#b98346" stroke-width="5"/>${(
  [
    ["triangle", -860, 62, "yellow"],
    ["circle", -716, 62, "red"],
    ["square", 706, 62, "blue"],
    ["halfCircle", 850, 60, "pink"],
  ] as const
)
  .map(
    ([shape, x, y, paint]) =>
      `<g transform="translate(${x} ${y})"><path d="M0-44v18" stroke="#b98346" stroke-width="4"/>${block({ shape, width: 64, height: shape === "halfCircle" ? 36 : 60, turn: shape === "halfCircle" || shape === "triangle" ? 180 : 0, paint })}</g>`,
  )
  .join("")}</g>`;

const windowView = `<rect x="-712" y="74" width="334" height="294" rx="26" fill="#a9713d"/><rect x="-702" y="82" width="314" height="276" rx="20" fill="#c98d52"/><g clip-path="url(#pane)"><rect x="-700" y="80" width="320" height="280" fill="url(#sky)"/><g class="drift slow"><path fill="#fff" fill-opacity=".92" d="M-620 170c-26 0-28-32-4-36 2-26 38-32 50-12 14-22 52-16 52 12 22-6 38 12 32 26-4 8-10 10-18 10z"/></g><path fill="url(#near)" d="M-720 290c40-60 80-70 120-10 30-70 80-80 120-4 30-30 60-30 110 0v90h-350z"/><path fill="#8cc653" d="M-720 316c100-24 220-24 350 0v50h-350z"/></g><path stroke="#c98d52" stroke-width="14" d="M-545 90v262M-700 226h310"/><path d="M-690 110l60 -10" stroke="#fff" stroke-opacity=".5" stroke-width="8" stroke-linecap="round"/><path fill="#b27a42" d="M-730 358h370v20h-370z"/><g transform="translate(-430 358)"><path fill="#c4502c" d="M-26-40h52l-8 42h-36z"/><g class="sway"><path fill="#3f9a58" d="M0-38c-30-10-40-40-30-60 22 8 30 30 30 60zM0-38c30-10 40-40 30-60-22 8-30 30-30 60zM0-40c-12-30-8-60 0-76 8 16 12 46 0 76z"/></g></g>`;

const shelf = `<g><path fill="#7d5128" fill-opacity=".3" d="M396 268h330v14H396z"/><rect x="390" y="250" width="340" height="20" rx="8" fill="url(#shelf)"/><g transform="translate(446 208)">${block({ shape: "square", width: 74, height: 74, turn: 0, paint: "blue" })}</g><g transform="translate(446 134)">${block({ shape: "triangle", width: 84, height: 66, turn: 0, paint: "yellow" })}</g><g transform="translate(560 206)"><circle r="40" fill="#b9371a"/><circle r="39" cy="-2" fill="#e5532d"/><circle r="22" cx="-8" cy="-12" fill="#ff9a76" fill-opacity=".8"/></g><g transform="translate(664 248)"><path fill="#12704d" d="M-34-74h68V-6c0 14-68 14-68 0z"/><path fill="#23a374" d="M-34-74h50V3c-30 4-50 0-50-9z"/><ellipse cy="-74" rx="34" ry="12" fill="#8fe3bd"/></g></g>`;

const table = `<path fill="#7d4d24" d="M-1200 470h2400v24h-2400z"/><path fill="url(#board)" d="M-1200 484h2400v600h-2400z"/><g stroke="#8a5426" stroke-opacity=".5" stroke-width="4"><path d="M-1200 560h2400M-1200 654h2400M-1200 764h2400"/><path d="M-700 486v74M-120 486v74M460 486v74M-420 562v92M260 562v92M-800 656v108M40 656v108M640 656v108"/></g><g stroke="#e6b27a" stroke-opacity=".4" stroke-width="4" stroke-linecap="round"><path d="M-600 520q120-14 240 0M120 530q140-12 260 0M-980 604q140-16 260 0M420 610q160-14 300 0M-300 706q160-16 320 0"/></g><path fill="#fff3d6" fill-opacity=".16" d="M-760 484h300l160 600h-700z"/>`;

export const workshop = (): string =>
  paintLandscape(
    [
      `<rect x="-1200" y="-300" width="2400" height="800" fill="url(#plaster)"/>`,
      stripes,
      `<path fill="#e8b878" d="M-1200 430h2400v42h-2400z"/><path fill="#f6d6a2" d="M-1200 430h2400v10h-2400z"/>`,
      windowView,
      shelf,
      garland,
      table,
    ],
    definitions,
  );

/** The slope in stage units: solids set off at its top and come to rest at its foot. */
export const slope = { topX: -300, topY: 300, footX: 60, footY: 500 } as const;
/** Where towers stand. */
export const towerAt = { x: 300, y: 512 } as const;

const hill = `<path fill="#7a5230" d="M-470 ${slope.topY + 18}h150l${slope.footX - slope.topX} ${slope.footY - slope.topY + 16}h-510z" fill-opacity=".35"/><path fill="url(#board)" stroke="#8a5426" stroke-width="6" stroke-linejoin="round" d="M-460 ${slope.topY}h150L${slope.footX + 14} ${slope.footY + 4}v14h-474z"/><path stroke="#e6b27a" stroke-width="12" stroke-linecap="round" d="M-456 ${slope.topY}h146L${slope.footX + 12} ${slope.footY + 4}"/><g stroke="#8a5426" stroke-width="10" stroke-linecap="round" stroke-opacity=".75"><path d="M-430 ${slope.topY + 24}V${slope.footY + 10}M-330 ${slope.topY + 24}V${slope.footY + 10}M-430 ${slope.topY + 30}l100 160M-330 ${slope.topY + 30}l-100 160"/></g>`;
const mat = `<ellipse cx="${towerAt.x}" cy="${towerAt.y + 8}" rx="150" ry="26" fill="#8a5426" fill-opacity=".35"/><ellipse cx="${towerAt.x}" cy="${towerAt.y}" rx="146" ry="24" fill="#e8b878"/><ellipse cx="${towerAt.x}" cy="${towerAt.y - 3}" rx="126" ry="18" fill="#f6d6a2"/>`;

export const yard = (): string =>
  paintLandscape(
    [
      sky,
      hills,
      fields,
      `<path fill="url(#grass)" d="M-1200 400c300-30 700-26 1200-14s900 0 1200 14v700h-2400z"/>`,
      bamboo(-760, 430, 0.9),
      bamboo(720, 430, 0.8),
      hill,
      mat,
      tuft(-560, 540, 0.8),
      tuft(500, 520, 0.8),
      tuft(-940, 790, 1.7),
      tuft(930, 790, 1.7),
      flower(440, 440, "#fff6dd"),
      flower(480, 452, "#ff8fb8"),
      flower(130, 440, "#ffb35c"),
      flower(-520, 470, "#ff8fb8"),
    ],
    definitions,
  );
