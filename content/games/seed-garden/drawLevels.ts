// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { arrow, card, drawLevelPictures, mountains, sky, stand } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";
import { bedPicture, largePlant, potPicture } from "./plantDrawings.ts";
import {
  carePictures,
  drawnStages,
  needPictures,
  seedPictures,
  sunPicture,
  wateringCan,
} from "./stageDrawings.ts";

/** An SVG text laid into a box of the picture. */
const inset = (svg: string, x: number, y: number, width: number, height = width): string =>
  svg.replace(
    "<svg",
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid meet"`,
  );
const garden =
  sky +
  mountains +
  '<path fill="url(#g)" d="M0 122c86-16 226-16 320 0v118H0z"/><path fill="#9a6638" d="M0 176c86-14 226-14 320 0v64H0z"/><path fill="#7c5028" d="M0 204c86-10 226-10 320 0v36H0z"/>';
const meadow = `${sky}<path fill="url(#g)" d="M0 90c86-22 226-22 320 0v150H0z"/>`;
const sill =
  '<path fill="#e6f1e0" d="M0 0h320v240H0z"/><rect x="24" y="12" width="272" height="150" rx="10" fill="#b07a45"/><rect x="36" y="24" width="248" height="130" fill="#9fd8f4"/><path fill="#8fd06f" d="M36 124c60-20 190-20 248 0v30H36z"/><path d="M160 24v130" stroke="#d9a86a" stroke-width="8"/><path fill="#d9a86a" d="M0 176h320v64H0z"/><path fill="#f0c98c" d="M0 170h320v14H0z"/>';
const disc = (x: number, y: number, r: number, inside: string, edge = "#fffdf6"): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#fffdf6" stroke="${edge}" stroke-width="6"/>${inside}`;

const drawings: Readonly<Record<string, () => string>> = {
  garden: () =>
    garden +
    inset(bedPicture("tomato", 2, true), 10, 60, 92, 172) +
    inset(bedPicture("sunflower", 4, false), 92, 44, 100, 188) +
    inset(wateringCan, 196, 66, 96) +
    inset(sunPicture, 20, 10, 62),
  give: () =>
    meadow +
    inset(potPicture({ growth: 3, look: "thirsty" }), 20, 26, 120, 200) +
    card(160, 24, 76, 76, "#ffc61a") +
    inset(wateringCan, 170, 34, 56) +
    card(236, 110, 70, 70) +
    inset(sunPicture, 244, 118, 54) +
    card(156, 130, 70, 70) +
    inset(needPictures.soil, 164, 138, 54),
  baby: () =>
    meadow +
    stand("chick", 78, 190, 96) +
    arrow("M136 140h36", "M160 126l14 14-14 14", "#0072b2") +
    stand("hen", 240, 186, 118),
  parts: () =>
    garden +
    inset(largePlant, 66, 14, 190, 206) +
    '<circle cx="161" cy="45" r="36" fill="none" stroke="#ffc61a" stroke-width="7"/>' +
    stand("bee", 234, 56, 44),
  "two-pots": () =>
    sill +
    inset(potPicture({ growth: 4, look: "cared" }), 40, 40, 96, 160) +
    inset(potPicture({ growth: 3, look: "thirsty" }), 184, 40, 96, 160) +
    inset(wateringCan, 10, 176, 58),
  grows: () =>
    garden +
    disc(80, 110, 56, inset(seedPictures.pea, 44, 74, 72)) +
    arrow("M146 110h32", "M166 96l14 14-14 14", "#0072b2") +
    stand("pea", 246, 160, 106),
  order: () =>
    meadow +
    [0, 1, 2].map((stage) => card(8 + stage * 78, 34, 70, 76)).join("") +
    inset(drawnStages.butterfly[0], 14, 40, 58) +
    stand("caterpillar", 121, 102, 52) +
    inset(drawnStages.butterfly[2], 170, 40, 58) +
    card(242, 34, 70, 76, "#ffc61a") +
    stand("butterfly", 130, 226, 92),
  care: () =>
    garden +
    card(14, 26, 88, 92) +
    inset(carePictures.dig, 22, 34, 72) +
    arrow("M106 72h16", "M114 64l8 8-8 8", "#fffdf6") +
    card(126, 26, 88, 92) +
    inset(carePictures.sow, 134, 34, 72) +
    card(60, 134, 92, 92, "#ffc61a") +
    inset(carePictures.water, 70, 144, 72) +
    arrow("M152 130C180 128 210 128 244 108", "M230 106l16 2-4 16", "#fffdf6"),
  wheel: () =>
    meadow +
    '<ellipse cx="160" cy="118" rx="124" ry="82" fill="none" stroke="#fffdf6" stroke-width="7" stroke-dasharray="1 16" stroke-linecap="round"/>' +
    disc(160, 118, 52, inset(drawnStages.frog[1], 122, 80, 76), "#ffd447") +
    disc(50, 60, 38, inset(drawnStages.frog[0], 24, 34, 52)) +
    disc(270, 60, 38, inset(drawnStages.frog[2], 244, 34, 52)) +
    disc(54, 184, 38, stand("frog", 54, 208, 50)),
  pots: () =>
    sill +
    card(14, 30, 92, 170, "#ffc61a") +
    inset(potPicture({ growth: 3, look: "cared" }), 24, 74, 74, 122) +
    inset(wateringCan, 20, 36, 36) +
    inset(sunPicture, 62, 36, 36) +
    card(114, 30, 92, 170) +
    inset(potPicture({ growth: 3, look: "cared" }), 124, 74, 74, 122) +
    inset(sunPicture, 162, 36, 36) +
    `<rect x="214" y="30" width="92" height="160" rx="18" fill="#4a5270"/>` +
    inset(potPicture({ growth: 3, look: "cared" }), 224, 66, 72, 120) +
    inset(wateringCan, 220, 36, 36),
  missing: () =>
    meadow +
    '<ellipse cx="150" cy="112" rx="104" ry="76" fill="none" stroke="#fffdf6" stroke-width="8"/>' +
    disc(150, 40, 34, stand("egg", 150, 62, 44)) +
    disc(254, 112, 34, stand("hatching", 254, 134, 46)) +
    disc(150, 184, 34, stand("chick", 150, 206, 46)) +
    '<circle cx="46" cy="112" r="36" fill="#fffdf6" fill-opacity=".5" stroke="#ffc61a" stroke-width="6" stroke-dasharray="12 10"/>',
  jobs: () =>
    garden +
    inset(largePlant, 66, 14, 190, 206) +
    '<ellipse cx="162" cy="188" rx="56" ry="30" fill="none" stroke="#ffc61a" stroke-width="7"/><g fill="#4fb3e8"><path d="M84 150c10 14 12 22 0 28-12-6-10-14 0-28zM240 146c10 14 12 22 0 28-12-6-10-14 0-28z"/></g>',
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
